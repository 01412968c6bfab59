import Crypto
import Diagnostics
import HoldfastModel
import JSONText

/// The lines of a file of reservations, each chained to the one before by its digest.
struct ReservationChain {
  /// What the lines say.
  private(set) var book = ReservationBook()
  /// How many bytes the whole lines have.
  private(set) var length = 0
  /// The bytes of a last line that was cut off.
  private(set) var torn: [UInt8] = []
  private let file: String
  private var count = 0
  private var last = String(repeating: "0", count: 64)

  /// Reads the bytes of a file. Throws where a line is not what was written.
  init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    self.file = file
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try take(Array(bytes[start..<end]))
      start = end + 1
    }
    length = start
    torn = Array(bytes[start...])
  }

  private mutating func take(_ line: [UInt8]) throws(Diagnostic) {
    count += 1
    guard let json = try? JSONValue(parsing: line), case .number(let number)? = json["n"]?.kind,
      let entry = json["entry"], let before = json["before"]?.text,
      let digest = json["sha256"]?.text
    else { throw ReservationMessage.damaged(file, count) }
    guard number == String(count), before == last,
      digest == Self.digest(count, last, entry.compactText), let event = ReservationEvent(entry),
      book.take(event)
    else { throw ReservationMessage.damaged(file, count) }
    last = digest
  }

  /// The lines of further events. Throws where one cannot follow what was written.
  mutating func adding(_ events: [ReservationEvent]) throws(Diagnostic) -> [UInt8] {
    var lines = ""
    for event in events {
      guard book.take(event) else { throw ReservationMessage.impossible(file) }
      count += 1
      let entry = event.json.compactText
      let digest = Self.digest(count, last, entry)
      lines +=
        "{\"n\":\(count),\"before\":\"\(last)\",\"entry\":\(entry),\"sha256\":\"\(digest)\"}\n"
      last = digest
    }
    return Array(lines.utf8)
  }

  private static func digest(_ number: Int, _ before: String, _ entry: String) -> String {
    hexadecimal(SHA256.hash(data: Array("\(number)\n\(before)\n\(entry)".utf8)))
  }
}

/// What is said where reservations cannot be kept, or are not what was kept.
enum ReservationMessage {
  static func damaged(_ file: String, _ line: Int) -> Diagnostic {
    Diagnostic(
      .error, "the line is not what was written: the reservations were changed or damaged",
      at: .record(file: file, line: line, column: nil, shown: nil),
      help: "put the file back from a copy; nothing is decided on reservations that were changed")
  }

  static func impossible(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the event cannot follow what was reserved", at: .file(file),
      help: "this is a defect of the program: report it")
  }

  static func torn(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "the last line was cut off while it was written, and counts for nothing",
      at: .file(file), help: "the next reservation puts it aside")
  }

  static func putAside(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "the last line was cut off while it was written, and was put aside",
      at: .file(file + ".torn"), help: "reserve again whatever nobody was told of")
  }
}
