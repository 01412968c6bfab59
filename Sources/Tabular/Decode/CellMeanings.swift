import Patterns

/// What whole cells of a column mean, whatever the type of the column.
struct CellMeanings: Sendable {
  /// What a cell means.
  enum Meaning: Sendable {
    /// A declared value.
    case value(Cell)
    /// Nothing, or what the column takes that for.
    case nothing(Cell)
    /// Somebody blacked it out.
    case redacted
  }

  private let table: CellTable<Meaning>
  private let redacted: [Pattern]
  private let unknown: [Pattern]
  private let token: Cell
  /// Whether no cell means anything but what its type says, as in most columns.
  private let isEmpty: Bool

  /// Whole cells go before patterns; among each, declared values go before what was blacked out,
  /// and that before what says nothing.
  init(_ schema: ColumnSchema) {
    let token = schema.tokensMean.cell
    let values = schema.values.sorted { bytesPrecede($0.text, $1.text) }
      .map { ($0.text, $0.meaning.meaning) }
    table = CellTable(
      values + schema.redacted.map { ($0, .redacted) }
        + schema.unknownTokens.map { ($0, .nothing(token)) })
    redacted = schema.redactedPatterns
    unknown = schema.unknownPatterns
    self.token = token
    isEmpty = table.isEmpty && redacted.isEmpty && unknown.isEmpty
  }

  /// What a cell without blanks around it means; nil where nothing was declared.
  func meaning(of bytes: [UInt8], _ range: Range<Int>) -> Meaning? {
    if isEmpty { return nil }
    if let declared = table.value(of: bytes.span, range) { return declared }
    guard !redacted.isEmpty || !unknown.isEmpty else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    if redacted.contains(where: { $0.matchesWhole(text) }) { return .redacted }
    return unknown.contains { $0.matchesWhole(text) } ? .nothing(token) : nil
  }

  /// Whether a cell is one that says nothing, or was blacked out.
  func saysNothing(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    switch meaning(of: bytes, range) {
    case .nothing, .redacted: true
    case .value, nil: false
    }
  }
}

extension CellMeaning {
  fileprivate var meaning: CellMeanings.Meaning {
    switch self {
    case .value(let cell): .value(cell)
    case .unknown: .nothing(.unknown)
    }
  }
}

extension BlankMeaning {
  /// The cell that stands for a blank.
  var cell: Cell {
    switch self {
    case .value(let cell): cell
    case .unknown: .unknown
    case .exclude: .excluded
    }
  }
}
