import Diagnostics
import HoldfastModel
import Tabular

/// Makes a book of what a run read.
struct TallyMaker {
  let request: RunRequest

  /// The datasets of which files are wanted. Throws what no tally can be made of.
  func wanted(_ parts: [DatasetPlan]) throws(DiagnosticList) -> [DatasetPlan] {
    var problems = parts.compactMap(refusal)
    var names: [String] = []
    var wanted: [DatasetPlan] = []
    for part in parts where part.dataset.command == nil {
      let paths = try TableFiles(part.dataset, request).named().map(\.name)
      names += paths
      let isWanted = { (path: String) in
        request.files.map { $0.contains { Files.matches(path, $0) } } ?? true
      }
      if paths.contains(where: isWanted) { wanted.append(part) }
      if !part.dataset.sharedBy.isEmpty, !paths.allSatisfy(isWanted) {
        problems.append(TallyMessage.alone(part.dataset))
      }
    }
    for pattern in request.files ?? [] where !names.contains(where: { Files.matches($0, pattern) })
    {
      problems.append(TallyMessage.noFile(pattern, names))
    }
    try DiagnosticList(problems).throwIfErrors()
    return wanted
  }

  private func refusal(_ part: DatasetPlan) -> Diagnostic? {
    part.dataset.command == nil ? nil : TallyMessage.command(part.dataset)
  }

  /// The book. Throws what is wrong with the data: nothing is told of rows that could not be read.
  func book(_ readings: [DatasetReading]) throws(DiagnosticList) -> TallyBook {
    var book = TallyBook(
      institution: request.institution.name, asOf: request.asOf,
      calendar: request.institution.calendar, datasets: [:])
    var problems: [Diagnostic] = []
    // Datasets that are all about persons are left to where their rows are.
    for reading in readings where reading.plan.aggregates.contains(where: { !$0.isPersonal }) {
      if let stopped = reading.tally.stopped { problems += stopped.items }
      problems += reading.tally.spoiling
      for case .failure(let list) in reading.tables { problems += list.items }
      do throws(DiagnosticList) {
        book.datasets[reading.dataset.name] = try entry(reading)
      } catch {
        problems += error.items
      }
    }
    try DiagnosticList(problems).throwIfErrors()
    return book
  }

  private func entry(_ reading: DatasetReading) throws(DiagnosticList) -> TallyBook.Entry {
    let dataset = reading.dataset
    let plan = reading.plan
    var tally = reading.tally
    let kept = plan.aggregates.indices.filter { !plan.aggregates[$0].isPersonal }
    tally.aggregates = kept.map { tally.aggregates[$0] }
    for place in tally.texts.keys where dataset.isHidden(place) { tally.texts[place] = nil }
    let hidesKeys = dataset.duplicates?.key.contains {
      dataset.place(of: $0).map(dataset.isHidden) ?? false
    }
    if hidesKeys == true {
      tally.repeats = RepeatCount(met: tally.repeats.count, nameless: tally.repeats.nameless)
    }
    return TallyBook.Entry(
      declaration: plan.declaration, standsAlone: hidesKeys == true || !dataset.sharedBy.isEmpty,
      mayRepeat: dataset.duplicates?.then == .report,
      named: Set(try TableFiles(dataset, request).named().map(\.name)),
      aggregates: kept.map { index in
        let aggregate = plan.aggregates[index]
        return TallyBook.Label(
          core: aggregate.core, cuts: aggregate.cuts, commitments: Set(aggregate.commitments))
      }, tally: tally)
  }

  /// What the book does not hold, since it is about persons.
  func warnings(_ readings: [DatasetReading]) -> [Diagnostic] {
    readings.compactMap { reading in
      let names = reading.plan.aggregates.filter(\.isPersonal).flatMap(\.commitments)
      return names.isEmpty ? nil : TallyMessage.personal(names, reading.dataset.name)
    }
  }
}

extension Dataset {
  /// Whether the cells of a column are about persons.
  func isHidden(_ place: Int) -> Bool { isPersonal || columns[place].isPersonal }
}
