import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// Judges the commitments of a run, each once, and what they rest on before them.
final class Court {
  private let request: RunRequest
  private let reading: Engine.Reading
  /// Where the rows of each commitment are counted, by its name.
  private let places: [String: (dataset: String, index: Int)]
  private let commitments: [String: CheckedCommitment]
  private var judged: [String: [Finding]] = [:]
  private var known: [String: Judgement] = [:]
  /// The choice that is made otherwise; nil judges what is.
  private var otherwise: Otherwise?

  init(_ reading: Engine.Reading, _ request: RunRequest) {
    self.request = request
    self.reading = reading
    var places: [String: (dataset: String, index: Int)] = [:]
    for (name, read) in reading.datasets {
      for (index, tallier) in read.plan.talliers.enumerated() {
        places[tallier.judge.commitment.name] = (name, index)
      }
    }
    self.places = places
    commitments = Dictionary(
      reading.plan.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The findings of a commitment, or the measurements of a part, by group.
  func findings(of commitment: CheckedCommitment) -> [Finding] {
    if let known = judged[commitment.name] { return known }
    let result =
      commitment.isCounting
      ? judgement(of: commitment)?.findings(otherwise) ?? [uncounted(commitment)]
      : concluded(commitment)
    // Before others rest on it: a waived member of a composite earns nothing.
    let shown = result.map { request.waivers?.applied(to: $0, asOf: request.asOf) ?? $0 }
    judged[commitment.name] = shown
    return shown
  }

  /// What is said of a commitment whose rows nobody counted: it must not be missing in silence.
  private func uncounted(_ commitment: CheckedCommitment) -> Finding {
    var result = Finding(
      pack: commitment.pack, commitment: commitment.commitment, group: nil, verdict: .error,
      definition: commitment.definition)
    if let failure = reading.plan.failures[commitment.name] {
      result.fail(failure)
      return result
    }
    result.fail(
      Diagnostic(
        "the rows of '\(commitment.schema.dataset)' were not counted for this commitment",
        at: commitment.commitment.span, help: "this is a defect of the program: report it"))
    return result
  }

  /// What is known about a commitment whose rows are counted.
  func judgement(of commitment: CheckedCommitment) -> Judgement? {
    let name = commitment.name
    if let judgement = known[name] { return judgement }
    guard let place = places[name], let read = reading.datasets[place.dataset] else { return nil }
    var judgement = judgement(of: commitment, in: read, place.index)
    judgement.hiddenElsewhere = hiddenGroups.groups(of: name)
    known[name] = judgement
    return judgement
  }

  private func judgement(
    of commitment: CheckedCommitment, in read: DatasetReading, _ index: Int
  ) -> Judgement {
    Judgement(
      commitment: commitment, reading: read, index: index, calendar: request.institution.calendar,
      asOf: request.asOf, outside: request.outside, draw: drawing)
  }

  /// What some commitments hide for the sake of others.
  private lazy var hiddenGroups: HiddenGroups = {
    var result = HiddenGroups()
    for read in reading.datasets.values {
      for (index, tallier) in read.plan.talliers.enumerated() {
        let commitment = tallier.judge.commitment
        guard let column = commitment.columnOfPersons(in: read.dataset) else { continue }
        let judgement = judgement(of: commitment, in: read, index)
        result.add(
          commitment.name, by: column, judgement.conclusion().persons(judgement.tally))
      }
    }
    result.settle()
    return result
  }()

  /// What is known about all whose rows are counted for a commitment: its own, its parts', and those
  /// of what it rests on.
  func judgements(behind commitment: CheckedCommitment) -> [Judgement] {
    let needed =
      commitment.dependencies.isEmpty
      ? [commitment] : Dependencies(reading.plan.all).needed(for: [commitment])
    return needed.flatMap(\.counted).compactMap(judgement)
  }

  /// The findings of a commitment if a choice behind it had been made otherwise, by the choice.
  func alternatives(
    of commitment: CheckedCommitment
  ) -> [(choice: String, findings: [Finding])] {
    var seen: Set<Otherwise> = []
    let choices = judgements(behind: commitment).flatMap(\.alternatives)
      .filter { seen.insert($0).inserted }
    let actual = judged
    defer { (judged, otherwise) = (actual, nil) }
    return choices.map { choice in
      (judged, otherwise) = ([:], choice)
      return (choice.choice, findings(of: commitment))
    }
  }

  private var drawing: LineDrawing {
    { [unowned self] aim, commitment, group in
      draw(aim, of: commitment, group)
    }
  }

  // MARK: Commitments that are made of others

  private func concluded(_ commitment: CheckedCommitment) -> [Finding] {
    var parts: [(name: String, findings: [Finding])] = []
    let declaration = Checkers.declaration(of: commitment.commitment.check.value)
    let own = Set((declaration?.derive?(commitment.commitment) ?? []).map(\.name))
    // A baseline that the checker does not work with is what the line is drawn from.
    for part in commitment.components where own.contains(part.name) {
      parts.append((part.name, findings(of: part.commitment)))
    }
    let members = commitment.commitment.members("members")
    for (member, name) in zip(members, commitment.dependencies) {
      guard let other = commitments[name.value] else { continue }
      parts.append((member.id.value, findings(of: other)))
    }
    return PartsConclusion(
      commitment: commitment, calendar: request.institution.calendar, asOf: request.asOf,
      draw: drawing
    ).findings(parts)
  }

  // MARK: Lines that rest on measurements

  private func draw(
    _ aim: Aim, of commitment: CheckedCommitment, _ group: String
  ) -> DrawnLine {
    switch aim {
    case .line(let line): .line(line, from: [])
    case .open(let target): draw(target, of: commitment, group)
    }
  }

  /// The line of a target that rests on measurements.
  private func draw(
    _ target: OpenTarget, of commitment: CheckedCommitment, _ group: String
  ) -> DrawnLine {
    var known = OpenTarget.Known()
    var parts: [(name: String, finding: Finding)] = []
    if target.isDrawnFromBaseline {
      if let value = commitment.commitment.baseline?.value {
        let number = Rational(value.number)
        known.baseline = .init(number, number)
        known.years = years(of: commitment, since: commitment.commitment.baseline?.date)
      } else if let base = commitment.components.first(where: {
        $0.name == Commitment.baselineName
      })?.commitment {
        let finding = measured(base, group)
        guard finding.isMeasured else { return .unknown(name: Commitment.baselineName, finding) }
        known.baseline = finding.measurement?.bounds
        known.years = years(of: commitment, since: lastDay(of: base))
        parts.append((Commitment.baselineName, finding))
      }
    }
    for name in target.measurements {
      let full = name.value.contains("/") ? name.value : "\(commitment.pack.id)/\(name.value)"
      guard let other = commitments[full] else { continue }
      let finding = measured(other, group)
      guard finding.isMeasured else { return .unknown(name: name.value, finding) }
      known.measurements[name.value] = finding.measurement?.bounds
      parts.append((name.value, finding))
    }
    if let problem = target.obstacle(known) { return .wrong(problem, from: parts) }
    do throws(Diagnostic) { return .line(try target.line(known), from: parts) } catch {
      return .wrong(error, from: parts)
    }
  }

  /// The measurement of a commitment for a group, or of the whole where it has none.
  private func measured(_ commitment: CheckedCommitment, _ group: String) -> Finding {
    let all = findings(of: commitment)
    let own = all.first { TextKey($0.group ?? "") == TextKey(group) }
    if let own = own ?? (all.count == 1 && all[0].group == nil ? all[0] : nil) { return own }
    var missing = Finding(
      pack: commitment.pack, commitment: commitment.commitment, group: group,
      verdict: .indeterminate, definition: commitment.definition)
    missing.cause = .groupWithoutRows
    missing.period = all.first?.period
    return missing
  }

  /// The last day that a commitment speaks of.
  private func lastDay(of commitment: CheckedCommitment) -> CivilDate {
    let dataset = request.institution.dataset(commitment.schema.dataset)
    return dataset?.snapshot
      ?? request.institution.calendar.period(commitment.commitment.period, asOf: request.asOf).to
  }

  /// The whole years from a day to the end of what is judged; nil where they are none.
  private func years(of commitment: CheckedCommitment, since day: CivilDate?) -> Int? {
    guard let day else { return nil }
    let end = lastDay(of: commitment)
    return (1...100).first { count in
      day.adding(days: 1)?.adding(months: 12 * count) == end.adding(days: 1)
    }
  }
}
