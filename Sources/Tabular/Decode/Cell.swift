public import Exact

/// What a cell says, in the type of its column.
public enum Cell: Sendable {
  /// Nothing that is known: blank, or a token that stands for that.
  case unknown
  /// Blank, in a column whose blanks leave the row out.
  case excluded
  /// A text, a choice, a postcode or a company number, as written but for blanks around it.
  case text(String)
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// An exact number; of a decimal column always at the column's scale.
  case decimal(Decimal)
  /// A day.
  case date(CivilDate)
  /// A moment: seconds since 1970-01-01T00:00:00Z, and nanoseconds from 0 to 999,999,999 after it.
  case timestamp(seconds: Int64, nanos: Int32)
  /// Something that cannot be read: the index of the fault among those of the row.
  case fault(Int)
}

extension Cell: Hashable {
  /// Texts are equal where their bytes are.
  public static func == (left: Cell, right: Cell) -> Bool {
    switch (left, right) {
    case (.unknown, .unknown), (.excluded, .excluded): true
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.timestamp(let a, let b), .timestamp(let c, let d)): a == c && b == d
    case (.fault(let a), .fault(let b)): a == b
    default: false
    }
  }

  /// Hashes texts by their bytes.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .unknown: hasher.combine(0)
    case .excluded: hasher.combine(1)
    case .text(let text):
      for byte in text.utf8 { hasher.combine(byte) }
      hasher.combine(2)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .decimal(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value)
    case .timestamp(let seconds, let nanos):
      hasher.combine(seconds)
      hasher.combine(nanos)
    case .fault(let index): hasher.combine(index)
    }
  }
}
