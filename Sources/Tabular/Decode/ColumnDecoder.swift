import Exact

/// Turns the cells of one column into values; everything that can be settled before the first
/// row is.
struct ColumnDecoder: Sendable {
  let schema: ColumnSchema
  /// The header in the file, and which field of a record it is.
  let header: String
  let field: Int
  private let hidden: Bool
  /// Declared meanings, then tokens that say nothing.
  private let meanings: CellTable<Cell>
  /// The texts of a choice.
  private let choices: CellTable<Cell>
  private let blank: Cell

  init(_ schema: ColumnSchema, header: String, field: Int, hidden: Bool) {
    self.schema = schema
    self.header = header
    self.field = field
    self.hidden = hidden || schema.isPersonal
    let declared = schema.values.sorted { bytesPrecede($0.key, $1.key) }
      .map { ($0.key, $0.value.cell) }
    meanings = CellTable(declared + schema.unknownTokens.map { ($0, .unknown) })
    if case .choice(let allowed) = schema.type {
      choices = CellTable(allowed.map { ($0, .text($0)) })
    } else {
      choices = CellTable([])
    }
    blank = schema.blank.cell
  }

  /// Whether a cell is one of the tokens that say nothing.
  func isUnknownToken(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    meanings.value(of: bytes.span, range) == .unknown
  }

  /// Reads the column's cell of a record; faults are added to `faults`.
  func cell(of record: borrowing Record, _ faults: inout [CellFault]) -> Cell {
    guard field < record.ends.count else { return blank }
    let bytes = record.storage.span
    let range = Blanks.trimmed(bytes, record.range(field))
    if range.isEmpty { return blank }
    if let declared = meanings.value(of: bytes, range) { return declared }
    do throws(CellFault.Kind) {
      return try value(record, bytes, range)
    } catch {
      faults.append(fault(error, record.storage[range], line: record.line))
      return .fault(faults.count - 1)
    }
  }

  private func value(
    _ record: borrowing Record, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(CellFault.Kind) -> Cell {
    switch schema.type {
    case .text, .postcode, .companyNumber:
      return .text(String(decoding: record.storage[range], as: UTF8.self))
    case .choice:
      guard let choice = choices.value(of: bytes, range) else { throw .notAChoice }
      return choice
    case .bool: return .bool(try bool(bytes, range))
    case .integer: return .integer(try integer(bytes, range))
    case .decimal(let scale): return .decimal(try amount(bytes, range, scale))
    case .percent(let points): return .decimal(try percent(bytes, range, points))
    case .date(let format):
      guard let date = format.date(from: record.storage[range]) else { throw .notADate }
      return .date(date)
    case .timestamp:
      guard let moment = TimestampCell(bytes, range) else { throw .notATimestamp }
      return .timestamp(seconds: moment.seconds, nanos: moment.nanos)
    }
  }

  private func amount(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ scale: Int
  ) throws(CellFault.Kind) -> Decimal {
    let number = try NumberCell(bytes, range, .init(brackets: true, currency: true))
    if let found = number.currency, let declared = schema.currency, !found.stands(for: declared) {
      throw .otherCurrency(found: found.rawValue, declared: declared)
    }
    return Decimal(coefficient: try number.coefficient(atScale: scale), scale: scale)
  }

  private func percent(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ points: Bool
  ) throws(CellFault.Kind) -> Decimal {
    let hasSign = bytes[range.upperBound - 1] == UInt8(ascii: "%")
    guard points || !hasSign else { throw .percentSign }
    let digits = hasSign ? Blanks.trimmed(bytes, range.lowerBound..<range.upperBound - 1) : range
    let number = try NumberCell(bytes, digits, .init())
    let scale = number.scale + (points ? 2 : 0)
    guard scale <= Self.largestScale else {
      throw .tooManyDecimals(scale: Self.largestScale, found: scale)
    }
    return Decimal(coefficient: number.coefficient, scale: scale)
  }

  private func integer(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(CellFault.Kind) -> Int64 {
    let number: NumberCell
    do throws(CellFault.Kind) {
      number = try NumberCell(bytes, range, .init(plus: true, fraction: false))
    } catch {
      if case .numberTooLarge = error { throw .integerTooLarge }
      throw .notWhole
    }
    guard let value = Int64(exactly: number.coefficient) else { throw .integerTooLarge }
    return value
  }

  private func bool(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(CellFault.Kind) -> Bool {
    for (word, value) in Self.bools where word.count == range.count {
      let same = word.indices.allSatisfy { bytes[range.lowerBound + $0] | 0x20 == word[$0] }
      if same { return value }
    }
    throw .notABool
  }

  private static let bools = [("true", true), ("yes", true), ("false", false), ("no", false)]
    .map { (Array($0.utf8), $1) }

  /// The largest scale at which amounts can be added up.
  static let largestScale = 27

  private func fault(_ kind: CellFault.Kind, _ cell: ArraySlice<UInt8>, line: Int) -> CellFault {
    CellFault(
      column: schema.name, header: header, line: line, kind: kind, type: schema.type,
      cell: hidden ? nil : Array(cell.prefix(CellFault.kept)))
  }
}

extension CellMeaning {
  fileprivate var cell: Cell {
    switch self {
    case .value(let cell): cell
    case .unknown: .unknown
    }
  }
}

extension BlankMeaning {
  fileprivate var cell: Cell {
    switch self {
    case .value(let cell): cell
    case .unknown: .unknown
    case .exclude: .excluded
    }
  }
}
