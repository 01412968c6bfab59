import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Says what a commitment makes of one row after another. The specification of row semantics:
/// whatever is faster has to agree with it.
final class Judge {
  let commitment: CheckedCommitment
  /// The named exclusion that is not applied, to see what it decides.
  let withoutLeaveOut: Int?
  /// Whether measures of rows whose `where` fails are wanted.
  let needsAllMeasures: Bool
  private let conditions: [(program: Program, role: String)]
  private let exclusions: [(program: Program, id: String)]
  private let condition: Program?
  private let measure: Program?
  /// What tells rows apart.
  private let key: Program?
  /// Whether only a digest of that is kept, as it tells of persons.
  private let hidesKeys: Bool
  private let amongSlots: [Int]
  private let otherSlots: [Int]
  private let measureSlots: [Int]
  /// What the measure lies between where it is a column's unknown cell.
  private let range: ClosedRange<Decimal>?
  private let referenceNames: [(place: Int, name: String)]

  init(
    _ commitment: CheckedCommitment, aggregates: Set<Aggregate>, references: [Reference],
    hidesKeys: Bool = false, withoutLeaveOut: Int? = nil
  ) {
    self.commitment = commitment
    self.hidesKeys = hidesKeys
    self.withoutLeaveOut = withoutLeaveOut
    conditions = [(commitment.keep, "keep"), (commitment.among, "among")].compactMap { part, role in
      part.map { ($0.program, role) }
    }
    exclusions = zip(commitment.leaveOut, commitment.commitment.leaveOut).map {
      ($0.program, $1.id)
    }
    condition = commitment.condition?.program
    measure = commitment.measure?.program
    key = commitment.key?.program
    needsAllMeasures = aggregates.contains(.sums(all: true))
    // A mean, a rank and what is told apart need each value by itself.
    let needsEach = !aggregates.isDisjoint(with: [.uncertainValues, .values, .keys])
    range = needsEach ? nil : commitment.measureRange
    amongSlots = (commitment.keep?.program.slots ?? []) + (commitment.among?.program.slots ?? [])
    measureSlots = commitment.measure?.program.slots ?? []
    otherSlots = commitment.slots.filter { [amongSlots] in !amongSlots.contains($0) }
    let places = Set(
      commitment.slots.compactMap { slot -> Int? in
        guard case .reference(let place, _) = commitment.schema.slots[slot].source else {
          return nil
        }
        return place
      })
    referenceNames = places.sorted().map { ($0, references[$0].name) }
  }

  /// The conditions that it evaluates.
  var parts: [CheckedPart] {
    [commitment.keep, commitment.among, commitment.condition].compactMap { $0 }
      + commitment.leaveOut.enumerated().filter { $0.offset != withoutLeaveOut }.map(\.element)
  }

  /// The place of the column whose numbers are its measure; nil where the measure is none, or no
  /// column of the rows themselves.
  var measureColumn: Int? {
    guard let measure = commitment.measure, measureSlots.count == 1, let slot = measureSlots.first,
      case .column(let column) = commitment.schema.slots[slot].source,
      measure.expression.canonicalText == "." + commitment.schema.slots[slot].name,
      [.decimal, .integer].contains(commitment.schema.slots[slot].column?.type)
    else { return nil }
    return column
  }

  /// Whether rows are measured at all.
  var isMeasuring: Bool { measure != nil }

  func outcome(_ row: RowView) -> RowOutcome {
    if let slot = row.excludedSlot(among: amongSlots) { return leftOut(slot, row) }
    var state = State()
    for (program, role) in conditions {
      switch program.evaluate(row) {
      case .bool(true): break
      case .bool(false): return RowOutcome(.passedBy)
      case .unknown(let unknown): state.doubt(unknown)
      case .error(let error): return RowOutcome(.failed(error, role: role))
      default: return RowOutcome(.failed(Self.noBool, role: role))
      }
    }
    if let slot = row.excludedSlot(among: otherSlots) { return leftOut(slot, row) }
    for (index, exclusion) in exclusions.enumerated() where index != withoutLeaveOut {
      switch exclusion.program.evaluate(row) {
      case .bool(false): break
      case .bool(true): return grouped(.init(.leftOut(exclusion.id, measured(row).number)), row)
      case .unknown(let unknown): state.doubt(unknown)
      case .error(let error): return RowOutcome(.failed(error, role: "leave_out"))
      default: return RowOutcome(.failed(Self.noBool, role: "leave_out"))
      }
    }
    return counted(row, &state)
  }

  /// What is open about a row.
  private struct State {
    var membership = RowClass.Membership.certain
    var unknown: [String] = []

    mutating func doubt(_ cause: Unknown) {
      membership = .possible
      note(cause)
    }

    /// Keeps the names of columns; parameters are never what is unknown.
    mutating func note(_ cause: Unknown) {
      unknown += cause.attributes.filter { !$0.hasPrefix("params.") }
    }
  }

  private static let noBool = EvaluationError("the condition is neither true nor false")

  private func counted(_ row: RowView, _ state: inout State) -> RowOutcome {
    var holds = RowClass.Condition.holds
    if let condition {
      switch condition.evaluate(row) {
      case .bool(true): break
      case .bool(false): holds = .fails
      case .unknown(let unknown):
        holds = .unknown
        state.note(unknown)
      case .error(let error): return RowOutcome(.failed(error, role: "where"))
      default: return RowOutcome(.failed(Self.noBool, role: "where"))
      }
    }
    // A row that only shows that `among` selects something needs no measure.
    let isMeasured = holds != .fails || needsAllMeasures
    let amount: RowOutcome.Amount
    switch isMeasured ? measured(row) : .number(.zero) {
    case .number(let value): amount = .exact(value)
    case .failed(let error): return RowOutcome(.failed(error, role: "measure"))
    case .unknown(let cause):
      amount = range.map { .within($0) } ?? .unknown
      if range != nil { state.note(cause) }
    }
    var outcome = RowOutcome(.counted(state.membership, holds, amount))
    outcome.unknown = state.unknown
    for (place, name) in referenceNames where isMeasured && !row.leads(place) {
      outcome.unmatched.append(name)
    }
    return grouped(keyed(outcome, row), row)
  }

  /// What the measure of a row is.
  private enum Measured {
    case number(Decimal)
    case unknown(Unknown)
    case failed(EvaluationError)

    var number: Decimal? {
      guard case .number(let value) = self else { return nil }
      return value
    }
  }

  private func measured(_ row: RowView) -> Measured {
    guard let measure else { return .number(Decimal(1)) }
    switch measure.evaluate(row) {
    case .decimal(let value): return .number(value)
    case .int(let value): return .number(Decimal(value))
    case .unknown(let cause): return .unknown(cause)
    case .error(let error): return .failed(error)
    default: return .failed(EvaluationError("the measure is no exact number"))
    }
  }

  /// The outcome with the text that tells the row apart.
  private func keyed(_ outcome: RowOutcome, _ row: RowView) -> RowOutcome {
    guard let key else { return outcome }
    var result = outcome
    switch key.evaluate(row) {
    case .string(let text):
      result.key = TextKey(hidesKeys ? hexadecimal(digest(text)) : text)
    case .unknown(let cause):
      result.unknown += cause.attributes.filter { !$0.hasPrefix("params.") }
    case .error(let error): return RowOutcome(.failed(error, role: "by"))
    default: return RowOutcome(.failed(EvaluationError("it is no text"), role: "by"))
    }
    return result
  }

  private func leftOut(_ slot: Int, _ row: RowView) -> RowOutcome {
    let name =
      measureSlots.contains(slot)
      ? "blank measure" : "blank \(commitment.schema.slots[slot].name)"
    return grouped(RowOutcome(.leftOut(name, measured(row).number)), row)
  }

  private func grouped(_ outcome: RowOutcome, _ row: RowView) -> RowOutcome {
    guard let slot = commitment.groupSlot else { return outcome }
    var result = outcome
    if case .string(let group) = row.value(of: slot) {
      result.group = group
    } else {
      result.group = nil
      result.unknown.append(commitment.schema.slots[slot].name)
    }
    return result
  }
}

extension CheckedCommitment {
  /// What its measure lies between where a cell is unknown; only for a measure that is a column.
  fileprivate var measureRange: ClosedRange<Decimal>? {
    guard let slots = measure?.program.slots, slots.count == 1, let slot = slots.first,
      let text = measure?.source.text.trimmingBlanks, text == schema.slots[slot].name
    else { return nil }
    return schema.slots[slot].column?.between
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmingBlanks: Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
