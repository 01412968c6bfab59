/// A length of time, at most 315,576,000,000 seconds either way (about 10,000 years).
public struct TimeSpan: Sendable, Hashable, Comparable {
  /// The whole length.
  public let nanoseconds: Int128

  /// A length of time; nil outside the range.
  public init?(nanoseconds: Int128) {
    guard nanoseconds.magnitude <= 315_576_000_000 * 1_000_000_000 else { return nil }
    self.nanoseconds = nanoseconds
  }

  /// A length of time in seconds; nil outside the range.
  public init?(seconds: Int64) { self.init(nanoseconds: Int128(seconds) * 1_000_000_000) }

  /// The whole seconds in it, towards zero.
  public var seconds: Int64 { Int64(nanoseconds / 1_000_000_000) }

  /// Whether a length is shorter than another; negative ones are the shortest.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The length in seconds: `90s`, `-0.5s`.
  public var description: String {
    let (seconds, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    return (nanoseconds < 0 ? "-" : "") + String(seconds) + fraction(Int(rest)) + "s"
  }

  /// Reads numbers with units, `h m s ms us ns`, as in `1h30m`, `-1.5s` and `0`.
  public init?(_ text: String) {
    var scan = ByteScanner(text)
    let negative = scan.take(oneOf: "-")
    if !negative { _ = scan.take(oneOf: "+") }
    if scan.rest.elementsEqual("0".utf8) {
      self.init(nanoseconds: 0)
      return
    }
    guard !scan.isAtEnd else { return nil }
    var total: Int128 = 0
    while !scan.isAtEnd {
      guard let part = scan.quantity() else { return nil }
      total += part
      guard total <= 315_576_000_000 * 1_000_000_000 else { return nil }
    }
    self.init(nanoseconds: negative ? -total : total)
  }
}

extension ByteScanner {
  private static let units: [(name: String, nanoseconds: Int128)] = [
    ("ms", 1_000_000), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ns", 1),
    ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
  ]

  /// A number with a unit, in nanoseconds, rounded towards zero; nil past a length of time.
  fileprivate mutating func quantity() -> Int128? {
    let whole = takeDigits()
    let places = take(oneOf: ".") ? takeDigits() : []
    guard !(whole.isEmpty && places.isEmpty), whole.count <= 25,
      let unit = Self.units.first(where: { take($0.name) })
    else { return nil }
    var value: Int128 = 0
    for digit in whole {
      value = value * 10 + Int128(digit - 48)
      guard value <= 315_576_000_000 * 1_000_000_000 else { return nil }
    }
    var nanoseconds = value * unit.nanoseconds
    var place = unit.nanoseconds
    var part: Int128 = 0
    // Fifteen places are beyond a nanosecond of an hour, whatever follows them.
    for digit in places.prefix(15) {
      part = part * 10 + Int128(digit - 48)
      place *= 10
    }
    if place > unit.nanoseconds {
      nanoseconds += part * unit.nanoseconds / (place / unit.nanoseconds)
    }
    return nanoseconds
  }
}
