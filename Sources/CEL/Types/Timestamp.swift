import Exact

/// A point in time, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, rounded down.
  public let seconds: Int64
  /// Nanoseconds after that, 0 to 999,999,999.
  public let nanoseconds: Int32

  /// A point in time; nil outside the range.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard (-62_135_596_800...253_402_300_799).contains(seconds),
      (0...999_999_999).contains(nanoseconds)
    else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// A point in time by nanoseconds since 1970; nil outside the range.
  init?(totalNanoseconds total: Int128) {
    var (seconds, rest) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest < 0 {
      seconds -= 1
      rest += 1_000_000_000
    }
    guard let whole = Int64(exactly: seconds) else { return nil }
    self.init(seconds: whole, nanoseconds: Int32(rest))
  }

  /// Nanoseconds since 1970.
  var totalNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  /// Whether a point in time comes before another.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// Day and second of the day where clocks are `offset` seconds ahead of UTC; nil outside the
  /// years 1 to 9999.
  func civil(offset: Int = 0) -> (date: CivilDate, second: Int)? {
    let local = Int(seconds) + offset
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CivilDate(days: day).map { ($0, local - day * 86_400) }
  }
}

extension Timestamp: CustomStringConvertible {
  /// The point in time as RFC 3339 writes it, in UTC: `2024-04-01T09:30:00.5Z`.
  public var description: String {
    guard let (date, second) = civil() else { return "" }
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(date)T\(clock.joined(separator: ":"))\(fraction(Int(nanoseconds)))Z"
  }

  /// Reads RFC 3339: `2024-04-01T09:30:00Z`, with decimals of a second, of which nine count, and an
  /// offset such as `+01:00` in place of `Z`. Small letters are refused, as cel-go does.
  public init?(_ text: String) {
    var scan = ByteScanner(text)
    guard let date = scan.take(10).flatMap({ CivilDate(String(decoding: $0, as: UTF8.self)) }),
      scan.take(oneOf: "T"), let hour = scan.number(digits: 2), hour < 24, scan.take(oneOf: ":"),
      let minute = scan.number(digits: 2), minute < 60, scan.take(oneOf: ":"),
      let second = scan.number(digits: 2), second < 60,
      let nanoseconds = scan.fraction(), let offset = scan.offset(), scan.isAtEnd
    else { return nil }
    let local = Int(date.days) * 86_400 + hour * 3600 + minute * 60 + second
    self.init(seconds: Int64(local - offset), nanoseconds: Int32(nanoseconds))
  }
}

extension ByteScanner {
  /// The offset at the end of a point in time, in seconds ahead of UTC.
  fileprivate mutating func offset() -> Int? {
    if take(oneOf: "Z") { return 0 }
    let ahead = take(oneOf: "+")
    guard ahead || take(oneOf: "-"), let hours = number(digits: 2), hours < 24,
      take(oneOf: ":"), let minutes = number(digits: 2), minutes < 60
    else { return nil }
    return (ahead ? 1 : -1) * (hours * 3600 + minutes * 60)
  }

  /// Nanoseconds after a point, zero without one; further decimals are dropped.
  mutating func fraction() -> Int? {
    guard take(oneOf: ".") else { return 0 }
    let digits = takeDigits()
    guard !digits.isEmpty else { return nil }
    let known = digits.prefix(9).map { Int($0) - 48 }
    return (known + Array(repeating: 0, count: 9 - known.count)).reduce(0) { $0 * 10 + $1 }
  }
}

/// A number with zeros in front.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Nanoseconds as the decimals of a second with their point, empty for none.
func fraction(_ nanoseconds: Int) -> String {
  guard nanoseconds != 0 else { return "" }
  var digits = padded(nanoseconds, 9)[...]
  while digits.hasSuffix("0") { digits.removeLast() }
  return "." + digits
}
