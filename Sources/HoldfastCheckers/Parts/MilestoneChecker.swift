import Exact
public import HoldfastModel

/// Whether dated phases were reached in their order and in time.
public struct MilestoneChecker: PartsChecker {
  /// The checker.
  public init() {}

  private static let done = "done"
  private static let due = "due"

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "milestone", summary: "whether dated phases were reached in their order and in time",
      keys: [.per: .required], unit: .rows, missingRules: [.unknown])
    result.options = [
      CheckerOption(
        "phases", .required, .items, means: "the phases in their order, as `per` names them"),
      CheckerOption(
        Self.done, .required, .number,
        means: "the day on which a phase was reached; blank while it is not"),
      CheckerOption(
        "due_by", .optional, .number, means: "the day by which a phase has to be reached"),
      CheckerOption(
        "within_days", .optional, .integer(1...36_600),
        means: "how many days after the phase before a phase may be reached"),
    ]
    result.comparesGroups = true
    result.toleratesEmptyParts = true
    result.derive = { commitment in
      [(Self.done, Self.done), (Self.due, "due_by")].compactMap { name, option in
        commitment.number(option).map { Self.part(name, $0, of: commitment) }
      }
    }
    return result
  }

  /// The day of each phase that has one, as hours since 1970: the one row that says it.
  private static func part(
    _ name: String, _ day: ExpressionText, of commitment: Commitment
  ) -> CommitmentPart {
    var part = commitment.part(name, check: "figure")
    part.commitment.options = [:]
    part.commitment.measure = ExpressionText(
      "((\(day.text)) - date(\"1970-01-01\")).getHours()"
    ) { _ in day.span }
    let own = commitment.among.map { " && (\($0.text))" } ?? ""
    part.commitment.among = ExpressionText("known(\(day.text))\(own)") { _ in day.span }
    return part
  }

  /// How many phases are as they should be.
  public func conclude(
    _ parts: PartMeasurements, _ context: CheckerContext
  ) throws(PartsProblem) -> Measurement {
    let phases = context.commitment.items("phases").first?.items ?? []
    let (done, due) = (Self.days(parts, Self.done), Self.days(parts, Self.due))
    var kept = 0
    var remarks: [String] = []
    var before: (name: String, day: CivilDate?)?
    for phase in phases {
      let own = done[TextKey(phase)]
      let state = State(
        done: own.flatMap { $0 <= context.asOf ? $0 : nil }, due: due[TextKey(phase)],
        before: before, within: context.commitment.integer("within_days"), asOf: context.asOf)
      let isDated = context.commitment.number("due_by") != nil
      let words = state.words(isDated: isDated)
      if words.isKept { kept += 1 }
      remarks.append("\(phase): \(words.text)")
      before = (phase, state.done)
    }
    var result = parts.measurement(.rows, .init(Rational(kept), Rational(kept)))
    // That no phase has a day says something of every phase.
    result.certain = max(1, result.certain)
    result.selected = max(1, result.selected)
    result.ownLine = TargetLine(
      .atLeast, [Rational(phases.count)], text: "all \(phases.count) phases")
    result.remarks = ["\(remarks.joined(separator: "; "))."]
    return result
  }

  private static func days(_ parts: PartMeasurements, _ name: String) -> [TextKey: CivilDate] {
    var result: [TextKey: CivilDate] = [:]
    for (group, measurement) in parts.groups(name) {
      guard let hours = measurement.bounds?.lower.decimal,
        let day = CivilDate(year: 1970, month: 1, day: 1)?
          .adding(days: Int(hours.normalized.coefficient) / 24)
      else { continue }
      result[TextKey(group)] = day
    }
    return result
  }
}

/// What became of a phase.
private struct State {
  let done: CivilDate?
  let due: CivilDate?
  let before: (name: String, day: CivilDate?)?
  let within: Int?
  let asOf: CivilDate

  /// Whether it is as it should be, and why.
  func words(isDated: Bool) -> (isKept: Bool, text: String) {
    guard let done else { return open(isDated: isDated) }
    if let before {
      guard let day = before.day else {
        return (false, "reached \(done), though \(before.name) is not")
      }
      if day > done { return (false, "reached \(done), before \(before.name)") }
    }
    if let due, done > due { return (false, "reached \(done), due by \(due)") }
    if let last, done > last { return (false, "reached \(done), due by \(last)") }
    return isDated && due == nil
      ? (false, "reached \(done), with no day by which it was due") : (true, "reached \(done)")
  }

  private func open(isDated: Bool) -> (isKept: Bool, text: String) {
    if let due { return due < asOf ? (false, "overdue since \(due)") : (true, "due by \(due)") }
    if let last { return last < asOf ? (false, "overdue since \(last)") : (true, "due by \(last)") }
    if isDated { return (false, "not announced") }
    let isWaiting = within != nil && before != nil && before?.day == nil
    return isWaiting ? (true, "waits for \(before?.name ?? "")") : (false, "not reached")
  }

  /// The last day that the phase before leaves for this one.
  private var last: CivilDate? {
    guard let within, let day = before?.day else { return nil }
    return day.adding(days: within)
  }
}
