import Exact

/// Reads the numbers of one column: those in the plainest shape, `-1234.50`, many at a time, and
/// all others as the reference does.
struct NumberReader {
  /// What a cell is, where it is no number.
  enum Mark {
    static let number: UInt8 = 0
    static let unknown: UInt8 = 1
    static let excluded: UInt8 = 2
    /// To be read row by row: nobody can read it, or it is very large.
    static let odd: UInt8 = 3
  }

  /// Numbers of larger digits are read row by row, so that sums of many rows fit in 64 bits.
  static let limit: Int64 = 10_000_000_000_000

  private let decoder: ColumnDecoder
  private let scale: Int
  /// Whether every cell in the plain shape is the number that it says.
  private let takesPlain: Bool

  /// A reader of a column of decimals or whole numbers.
  init(_ decoder: ColumnDecoder) {
    self.decoder = decoder
    if case .decimal(let scale) = decoder.schema.type { self.scale = scale } else { scale = 0 }
    let schema = decoder.schema
    let tokens = schema.values.map(\.text) + schema.unknownTokens + schema.redacted
    takesPlain =
      schema.extract == nil && schema.unknownPatterns.isEmpty && schema.redactedPatterns.isEmpty
      && !tokens.contains { $0.utf8.contains(where: isDigit) }
  }

  /// Reads a cell without quotes; sixteen bytes in front of it must be readable.
  @inline(__always)
  func read(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ number: inout Int64) -> UInt8 {
    guard takesPlain, count > 0 else { return unsafe slow(bytes, count, &number) }
    let negative = unsafe bytes[0] == 0x2D
    let start = negative ? 1 : 0
    if scale == 2, count &- start >= 4, count &- start <= 11, unsafe bytes[count &- 3] == 0x2E,
      let value = unsafe Self.pence(bytes + start, count &- start)
    {
      number = negative ? 0 &- value : value
      return Mark.number
    }
    return unsafe slow(bytes, count, &number)
  }

  /// Up to eight digits, a point and two digits; nil where a sign among them is no digit.
  @inline(__always)
  private static func pence(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    let whole = count &- 3
    let raw = unsafe UnsafeRawPointer(bytes)
    // The eight bytes that end before the point; those in front of the number become zeros.
    let word = unsafe raw.loadUnaligned(fromByteOffset: whole &- 8, as: UInt64.self)
    let unused = UInt64(64 &- 8 &* whole)
    let digits = ((word ^ 0x3030_3030_3030_3030) >> unused) << unused
    let tens = unsafe bytes[count &- 2] &- 0x30
    let ones = unsafe bytes[count &- 1] &- 0x30
    let bad = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    guard bad == 0, tens < 10, ones < 10 else { return nil }
    let pairs = (digits &* 10) &+ (digits >> 8)
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    let value = (low &+ high) >> 32
    return Int64(truncatingIfNeeded: value) &* 100 &+ Int64(tens) &* 10 &+ Int64(ones)
  }

  /// Reads a cell with its quotes.
  @inline(never)
  func readQuoted(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ quote: UInt8, _ number: inout Int64
  ) -> UInt8 {
    let inner = unsafe UnsafeBufferPointer(start: bytes + 1, count: count - 2)
    guard unsafe !inner.contains(quote) else {
      number = 0
      return Mark.odd
    }
    return unsafe slow(bytes + 1, count - 2, &number)
  }

  @inline(never)
  private func slow(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ number: inout Int64) -> UInt8 {
    number = 0
    var faults: [CellFault] = []
    var tally = ColumnTally()
    let cell = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    let range = Blanks.trimmed(cell.span, cell.indices)
    let value: Int128
    switch decoder.cell(cell, range, line: 0, &faults, &tally) {
    case .decimal(let decimal): value = decimal.coefficient
    case .integer(let integer): value = Int128(integer)
    // What was blacked out is counted row by row.
    case .unknown where tally.redacted == 0: return Mark.unknown
    case .excluded: return Mark.excluded
    default: return Mark.odd
    }
    guard value.magnitude <= Self.limit else { return Mark.odd }
    number = Int64(value)
    return Mark.number
  }
}
