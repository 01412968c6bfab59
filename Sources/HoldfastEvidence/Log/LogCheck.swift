public import Diagnostics

/// A log that was read and held against its own digests.
public struct LogCheck: Sendable {
  /// The records up to the first that is wrong.
  public private(set) var records: [LogRecord] = []
  /// What is wrong; empty where the chain is whole.
  public private(set) var problems: [Diagnostic] = []
  /// How many bytes stand behind the last whole line.
  public private(set) var tornBytes = 0

  /// The digest of the last record; that of an empty log where there is none.
  public var head: String { records.last?.hash ?? LogRecord.root }

  /// What is wrong with its whole lines; nil where each is as it was written.
  var damage: Diagnostic? { tornBytes > 0 ? nil : problems.first }

  /// Reads a log and checks every record.
  ///
  /// - Throws: where the file cannot be read at all.
  public init(_ path: String) throws(Diagnostic) {
    self.init(try LogFile.read(path), path)
  }

  init(_ bytes: [UInt8], _ path: String) {
    var line = 0
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      if let problem = add(Array(rest[..<end]), line) {
        problems = [
          Diagnostic(
            .error, problem, at: .record(file: path, line: line, column: nil, shown: nil),
            help: "the log was changed after it was written: compare it with a copy, and keep both")
        ]
        return
      }
      rest = rest[(end + 1)...]
    }
    tornBytes = rest.count
    guard tornBytes > 0 else { return }
    problems = [
      Diagnostic(
        .error, "the last record is incomplete: \(tornBytes) bytes without a line end",
        at: .record(file: path, line: line + 1, column: nil, shown: nil),
        help:
          "a run was cut off while it wrote; the next run sets it aside, and nothing else is lost"
      )
    ]
  }

  /// Takes a line up; gives what is wrong with it.
  private mutating func add(_ bytes: [UInt8], _ line: Int) -> String? {
    do throws(LogFault) {
      let record = try LogRecord(line: bytes)
      if record.number != line {
        return "here should be record \(line), and record \(record.number) stands here: "
          + (record.number > line ? "records are missing" : "records are repeated or out of order")
      }
      guard record.previous == head else {
        return "record \(line) does not follow from the one before it, which is another than when "
          + "it was written"
      }
      records.append(record)
      return nil
    } catch {
      switch error {
      case .noRecord: return "line \(line) is no record of a log"
      case .altered: return "record \(line) is not as it was written: its digest is another"
      }
    }
  }

  /// What is wrong if the log once ended with a record of this digest; nil where that record is
  /// still there.
  public func problem(pinned head: String, _ path: String) -> Diagnostic? {
    let wanted = head.lowercased()
    if wanted == LogRecord.root || records.contains(where: { $0.hash == wanted }) { return nil }
    return Diagnostic(
      .error, "no record has the digest \(head) that was pinned", at: .file(path),
      help: "records were taken away from its end or all of it was written anew, or the digest is "
        + "that of another log")
  }
}
