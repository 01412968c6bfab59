import Exact

extension FormatClause {
  /// `%d`: a number with all its digits and no exponent.
  static func decimal(_ value: Value) throws(FormatError) -> String {
    switch value {
    case .int(let int): return String(int)
    case .uint(let uint): return String(uint)
    case .double(let double): return double.formatted
    case .decimal(let decimal):
      let plain = decimal.normalized
      guard plain.scale == 0 else {
        throw .value("decimal clause can only be used on decimals that are whole")
      }
      return plain.description
    default:
      throw .value(
        "decimal clause can only be used on ints, uints, and doubles, was given \(value.type.name)")
    }
  }

  /// `%f` and `%e`: whole numbers and decimals are written exactly, too.
  func number(
    _ value: Value, _ write: (ExactDigits) -> String
  ) throws(FormatError) -> String {
    switch value {
    case .int(let int): return write(ExactDigits(Int128(int)))
    case .uint(let uint): return write(ExactDigits(Int128(uint)))
    case .double(let double): return double.word ?? write(ExactDigits(double))
    case .decimal(let decimal):
      return write(ExactDigits(decimal.coefficient, scale: decimal.scale))
    default:
      let clause = if case .fixed = self { "fixed-point" } else { "scientific" }
      throw .value(
        "\(clause) clause can only be used on ints, uints, and doubles, was given "
          + value.type.name)
    }
  }

  /// `%b`, `%o` and `%x`: a whole number, the sign before its digits.
  func whole(
    _ value: Value, radix: Int, uppercase: Bool = false
  ) throws(FormatError) -> String {
    switch value {
    case .int(let int): return String(int, radix: radix, uppercase: uppercase)
    case .uint(let uint): return String(uint, radix: radix, uppercase: uppercase)
    default: throw .value(wholeOnly + ", was given \(value.type.name)")
    }
  }

  private var wholeOnly: String {
    switch self {
    case .binary: "only ints, uints, and bools can be formatted as binary"
    case .octal: "octal clause can only be used on ints and uints"
    default: "only ints, uints, bytes, and strings can be formatted as hex"
    }
  }

  /// `%x` of bytes: two digits each.
  static func hexadecimal(_ bytes: [UInt8], _ uppercase: Bool) throws(FormatError) -> String {
    guard bytes.count <= Sizes.bytes / 2 else { throw .tooLong }
    let digits = Array((uppercase ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    let pairs = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: pairs, as: UTF8.self)
  }
}

extension Double {
  /// What stands for a number that is none: `NaN`, `Infinity`, `-Infinity`.
  var word: String? {
    isNaN ? "NaN" : isFinite ? nil : self < 0 ? "-Infinity" : "Infinity"
  }

  /// The number without an exponent, or its word: `0.00001`.
  var formatted: String { word ?? ExactDigits(shortest: self).plain }
}
