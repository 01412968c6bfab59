import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Gives a run the numbers of a book in place of those that it would read, if they are the same.
struct TallyService {
  /// What messages call the book's file.
  let name: String
  let book: TallyBook

  /// Whether the book has tallies of a dataset.
  func holds(_ dataset: Dataset) -> Bool { book.datasets[dataset.name] != nil }

  /// Refuses a run that the book is not for.
  func check(_ request: RunRequest) throws(DiagnosticList) {
    var problems: [Diagnostic] = []
    if book.institution != request.institution.name {
      problems.append(
        TallyMessage.otherInstitution(book.institution, request.institution.name, name))
    }
    if let corrections = request.corrections, !corrections.items.isEmpty {
      problems.append(TallyMessage.corrected(corrections.file))
    }
    try DiagnosticList(problems).throwIfErrors()
  }

  /// The numbers of a dataset for the aggregates of a plan; throws why they are not those that its
  /// files would give.
  func tally(
    of plan: DatasetPlan, _ request: RunRequest, _ tables: [ReferenceTable]
  ) throws(DiagnosticList) -> DatasetTally {
    let dataset = plan.dataset
    guard let entry = book.datasets[dataset.name] else { throw DiagnosticList() }
    guard entry.declaration == plan.declaration else {
      throw DiagnosticList([TallyMessage.otherDeclaration(dataset, name)])
    }
    var tally = entry.tally
    let found = find(plan.aggregates, in: entry, isBelieved: request.believesTallies)
    tally.aggregates = found.places.map { entry.tally.aggregates[$0] }
    try DiagnosticList(
      found.problems + fileProblems(entry, dataset)
        + (request.believesTallies ? [] : staleProblems(entry.tally, tables))
        + dayProblems(tally, plan, request)
    ).throwIfErrors()
    let days = Set(plan.aggregates.compactMap(\.day))
    tally.outOfForce = tally.outOfForce.filter { days.contains($0.key) }
    for index in tally.files.indices { tally.files[index].isRead = false }
    let alignment = Alignment(request.institution.calendar, asOf: request.asOf, tally.dated)
    for (index, aggregate) in plan.aggregates.enumerated() {
      tally.aggregates[index].move(by: alignment, to: aggregate.cuts)
    }
    tally.dated = alignment.months
    return tally
  }

  /// The names of the commitments and parts that the book was made for.
  var names: Set<String> {
    book.datasets.values.reduce(into: []) { names, entry in
      for label in entry.aggregates { names.formUnion(label.commitments) }
    }
  }

  /// Where the aggregates of a plan stand in an entry. A book that is believed says itself what it is
  /// for.
  private func find(
    _ aggregates: [AggregatePlan], in entry: TallyBook.Entry, isBelieved: Bool
  ) -> (places: [Int], problems: [Diagnostic]) {
    var places: [Int] = []
    var problems: [Diagnostic] = []
    for aggregate in aggregates {
      let place = entry.aggregates.firstIndex { label in
        isBelieved
          ? !label.commitments.isDisjoint(with: aggregate.commitments)
          : label.core == aggregate.core
      }
      guard let place else {
        problems.append(
          TallyMessage.lacks(aggregate.commitments, isPersonal: aggregate.isPersonal, name))
        continue
      }
      places.append(place)
      let held = entry.aggregates[place].cuts
      if !held.covers(aggregate.cuts) {
        problems.append(
          TallyMessage.cutsPeriod(aggregate.commitments, held, aggregate.cuts, name))
      }
    }
    return (places, problems)
  }

  /// Files that are missing, and such as would be read otherwise now.
  private func fileProblems(_ entry: TallyBook.Entry, _ dataset: Dataset) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let missing = entry.named.subtracting(entry.tally.files.map(\.path))
    if !missing.isEmpty {
      problems.append(TallyMessage.missingFiles(missing.sorted(), dataset.name, name))
    }
    let readings = dataset.files.map { TallyIdentity.reading($0.format, $0.columns) }
    let others = entry.tally.files.filter { file in
      let item = dataset.files.firstIndex { Files.matches(file.path, $0.pattern.value) }
      return item.map { readings[$0] } != file.reading
    }
    if !others.isEmpty {
      problems.append(TallyMessage.otherReading(others.map(\.path), dataset.name, name))
    }
    return problems
  }

  /// References that do not say what they said.
  private func staleProblems(_ tally: DatasetTally, _ tables: [ReferenceTable]) -> [Diagnostic] {
    tables.compactMap { table in
      let reference = table.dataset.name
      guard let use = tally.references[reference] else { return nil }
      let now = table.use(again: use)
      if use.differsAsWhole(from: now) {
        return TallyMessage.stale(reference, nil, tally.files.map(\.path), name)
      }
      let changed = use.differences(from: now)
      guard let first = changed.first else { return nil }
      let files = changed.reduce(into: PlaceSet()) { places, met in
        if let found = use.rows[met] { places.formUnion(found.files) }
      }
      return TallyMessage.stale(
        reference, first.key.text, files.places.map { tally.files[$0].path }, name)
    }
  }

  /// Sums whose rows lie on both sides of the day of the run.
  private func dayProblems(
    _ tally: DatasetTally, _ plan: DatasetPlan, _ request: RunRequest
  ) -> [Diagnostic] {
    guard let rows = tally.dated.values.first(where: { $0.isCut(by: request.asOf) }) else {
      return []
    }
    return [TallyMessage.cutsDay(plan.dataset.name, rows, request.asOf, name)]
  }

  /// Files of the data folder that are not those of the book, though nothing is read of them.
  func warnings(_ dataset: Dataset, _ request: RunRequest) -> [Diagnostic] {
    guard let entry = book.datasets[dataset.name],
      let named = try? TableFiles(dataset, request).named()
    else { return [] }
    let others = named.filter { file in
      guard let known = entry.tally.files.first(where: { $0.path == file.name }) else {
        return true
      }
      let stamp = try? Files.stamp(of: file.place, shownAs: file.name)
      return stamp.map { $0.size != Int64(known.bytes) } ?? false
    }
    return others.isEmpty ? [] : [TallyMessage.notInTally(others.map(\.name), dataset.name)]
  }
}

extension DatedRows {
  /// Whether some of the rows are of a day or before, and others are later.
  func isCut(by day: CivilDate) -> Bool { span.lowerBound <= day && span.upperBound > day }
}
