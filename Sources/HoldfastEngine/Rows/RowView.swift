import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// The row at hand as expressions see it, the rows that its references lead to included.
final class RowView: Activation {
  /// The row's own cells.
  var cells: [Cell] = []
  /// The cells of the rows that its references lead to; nil where one leads nowhere.
  var references: [[Cell]?] = []
  /// The slot whose declared blank is taken for unknown, to see what the declaration decides.
  var openBlank: Int?
  private let slots: [RowSchema.Slot]
  private let unknowns: [Value]
  private let blanks: [Value]

  init(_ schema: RowSchema) {
    slots = schema.slots
    unknowns = slots.map { .unknown(Unknown([$0.name])) }
    blanks = slots.map { slot in
      slot.column?.blankCell.map { Self.value($0, .unknown(Unknown([slot.name]))) }
        ?? .unknown(Unknown([slot.name]))
    }
  }

  /// The same row in a place of its own.
  func ownCopy() -> RowView { RowView(copying: self) }

  private init(copying other: RowView) {
    (cells, references, openBlank) = (other.cells, other.references, other.openBlank)
    (slots, unknowns, blanks) = (other.slots, other.unknowns, other.blanks)
  }

  func value(of slot: Int) -> Value {
    guard let cell = cell(slot) else {
      if case .parameter(let value) = slots[slot].source { return value }
      return unknowns[slot]
    }
    if case .excluded = cell { return slot == openBlank ? unknowns[slot] : blanks[slot] }
    return Self.value(cell, unknowns[slot])
  }

  /// Where the value of a slot comes from.
  func source(of slot: Int) -> RowSchema.Source { slots[slot].source }

  /// The cell of a slot; nil for parameters and behind references that lead nowhere.
  func cell(_ slot: Int) -> Cell? {
    switch slots[slot].source {
    case .column(let index): cells[index]
    case .reference(let place, let index): references[place].map { $0[index] }
    case .parameter: nil
    }
  }

  /// Whether a declared blank in one of the slots leaves the row out; the first such slot.
  func excludedSlot(among candidates: [Int]) -> Int? {
    candidates.first { slot in
      guard slots[slot].column?.blank == .exclude, slot != openBlank else { return false }
      return cell(slot) == .excluded
    }
  }

  /// Whether a reference leads to a row.
  func leads(_ place: Int) -> Bool { references[place] != nil }

  /// Whether a slot's cell is blank and has a declared meaning.
  func isDeclaredBlank(_ slot: Int) -> Bool { cell(slot) == .excluded }

  private static func value(_ cell: Cell, _ unknown: Value) -> Value {
    switch cell {
    case .unknown, .excluded: unknown
    case .text(let text): .string(text)
    case .bool(let value): .bool(value)
    case .integer(let value): .int(value)
    case .decimal(let value): .decimal(value)
    case .date(let value): .date(value)
    case .timestamp(let seconds, let nanos):
      Timestamp(seconds: seconds, nanoseconds: nanos).map(Value.timestamp)
        ?? .failure("the moment is outside the years 1 to 9999")
    case .fault: .failure("the cell cannot be read")
    }
  }
}
