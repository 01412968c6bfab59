import Diagnostics
import HoldfastModel
public import JSONText

/// What is to be written into a log.
public struct LogEntry: Sendable {
  /// What kind of record it is; kinds that a reader does not know it leaves alone.
  public var kind: String
  /// The moment, RFC 3339 in UTC.
  public var at: String
  /// What happened.
  public var body: JSON

  /// A record to be written.
  public init(kind: String, at: String, body: JSON) {
    (self.kind, self.at, self.body) = (kind, at, body)
  }
}

/// The kinds of records that Holdfast writes itself.
public enum LogKind {
  /// A run of one institution, with its findings.
  public static let run = "run"
  /// What several institutions came to together.
  public static let joint = "joint"
  /// A waiver that turned a verdict.
  public static let waiver = "waiver_used"
  /// An approved award that was reserved.
  public static let reserve = "reserve"
  /// The kinds of records about reservations: one was made, or ended one way or the other.
  static let reservations: Set<String> =
    Set(ReservationEnd.allCases.map(\.rawValue)).union([reserve])
  /// A bundle of evidence that was sealed.
  public static let bundle = "bundle"
  /// An incomplete record that was set aside.
  public static let torn = "torn"
}

/// A record of a log: a line of JSON that holds the digest of the line before it, and ends with its
/// own.
public struct LogRecord: Sendable {
  /// The digest that the first record holds in place of one before it.
  public static let root = String(repeating: "0", count: 64)

  /// Its place in the log, from 1.
  public let number: Int
  /// What kind it is.
  public let kind: String
  /// The moment, RFC 3339 in UTC.
  public let at: String
  /// The digest of the record before it.
  public let previous: String
  /// What happened.
  public let body: JSONValue
  /// The SHA-256 digest of the line up to here, as hexadecimal digits.
  public let hash: String

  /// The line of a record, without its line end, and its digest.
  static func line(
    _ entry: LogEntry, number: Int, previous: String
  ) -> (bytes: [UInt8], hash: String) {
    let head =
      "\(Self.opening)\"number\":\(number),\"kind\":\(JSON.quoted(entry.kind)),"
      + "\"at\":\(JSON.quoted(entry.at)),\"previous\":\"\(previous)\",\"body\":"
      + entry.body.compactText
    let hash = ByteDigest.sha256(Array(head.utf8))
    return (Array((head + "\(Self.tail)\(hash)\"}").utf8), hash)
  }

  private static let opening = "{\"holdfast_log\":\"1\","
  /// The bytes with which every record begins.
  static var start: [UInt8] { Array(opening.utf8) }

  /// What stands between the bytes that are hashed and their digest.
  private static let tail = ",\"hash\":\""
  /// The digest, and what ends the line.
  private static let tailCount = tail.utf8.count + 64 + 2

  /// Reads a line; throws what is wrong with it, to stand after "record 3".
  init(line: [UInt8]) throws(LogFault) {
    guard line.count > Self.tailCount, line.suffix(2).elementsEqual("\"}".utf8),
      let value = try? JSONValue(parsing: line),
      value["holdfast_log"]?.text == "1", let number = value["number"]?.integer,
      let kind = value["kind"]?.text, let at = value["at"]?.text,
      let previous = value["previous"]?.text, let body = value["body"],
      let hash = value["hash"]?.text
    else { throw .noRecord }
    guard ByteDigest.sha256(Array(line.dropLast(Self.tailCount))) == hash else { throw .altered }
    (self.number, self.kind, self.at, self.previous) = (number, kind, at, previous)
    (self.body, self.hash) = (body, hash)
  }

}

/// What is wrong with a line of a log.
enum LogFault: Error {
  /// It is no record.
  case noRecord
  /// Its bytes are not those that were written.
  case altered
}

extension JSONValue {
  /// The whole number, if it is one.
  var integer: Int? {
    guard case .number(let text) = kind else { return nil }
    return Int(text)
  }
}
