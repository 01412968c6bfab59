/// How a clause writes its value.
enum FormatClause {
  case text
  case decimal
  case fixed(Int)
  case scientific(Int)
  case binary
  case octal
  case hexadecimal(uppercase: Bool)

  /// The largest number of digits behind the point, as in cel-go.
  static let largestPrecision = 100

  /// Reads what stands behind `%`.
  init(_ scan: inout ByteScanner) throws(FormatError) {
    let precision = try Self.precision(&scan)
    let next = String(decoding: scan.rest.prefix(4), as: UTF8.self).unicodeScalars.first
    guard let letter = next else { throw .plain("unexpected end of string") }
    switch letter {
    case "s": self = .text
    case "d": self = .decimal
    case "f": self = .fixed(precision)
    case "e": self = .scientific(precision)
    case "b": self = .binary
    case "o": self = .octal
    case "x": self = .hexadecimal(uppercase: false)
    case "X": self = .hexadecimal(uppercase: true)
    default: throw .clause("unrecognized formatting clause \(quoted(String(letter)))")
    }
    _ = scan.take(1)
  }

  /// The number behind a point; 6 without one.
  private static func precision(_ scan: inout ByteScanner) throws(FormatError) -> Int {
    guard scan.take(".") else { return 6 }
    let digits = scan.takeDigits()
    guard !scan.isAtEnd else {
      throw .clause("error while parsing precision: could not find end of precision specifier")
    }
    guard !digits.isEmpty else {
      throw .clause("error while parsing precision: there is no number behind the point")
    }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    let number = significant.count > 3 ? .max : significant.reduce(0) { $0 * 10 + Int($1) - 48 }
    guard number <= largestPrecision else {
      throw .clause(
        "error while parsing precision: precision exceeds maximum allowed precision "
          + String(largestPrecision))
    }
    return number
  }

  /// The value as the clause writes it.
  func text(of value: Value) throws(FormatError) -> String {
    switch self {
    case .text: return try FormattedText(value).text
    case .decimal: return try Self.decimal(value)
    case .fixed(let precision): return try number(value) { $0.fixed(precision) }
    case .scientific(let precision): return try number(value) { $0.scientific(precision) }
    case .binary:
      if case .bool(let bool) = value { return bool ? "1" : "0" }
      return try whole(value, radix: 2)
    case .octal: return try whole(value, radix: 8)
    case .hexadecimal(let uppercase):
      switch value {
      case .string(let text): return try Self.hexadecimal(Array(text.utf8), uppercase)
      case .bytes(let bytes): return try Self.hexadecimal(bytes, uppercase)
      default: return try whole(value, radix: 16, uppercase: uppercase)
      }
    }
  }
}
