import Crypto
public import Diagnostics
import JSONText

/// An append-only file of records, each chained to the one before it by its digest.
///
/// Many processes may append at once: each holds the file's lock from the moment it reads the last
/// record until its own are on the disk.
public struct EvidenceLog: Sendable {
  /// The file.
  public let path: String

  /// The log of a file, which is made with the first record.
  public init(path: String) { self.path = path }

  /// What came of appending.
  public struct Appended: Sendable {
    /// The digest of the last record, to be pinned elsewhere.
    public var head: String
    /// How many records the log has.
    public var count: Int
    /// Where an incomplete record was put that an earlier writer left; nil where none did.
    public var setAside: String?
  }

  /// Appends records together.
  ///
  /// - Throws: where the file cannot be written, or its last record is not as it was written.
  @discardableResult
  public func append(_ entries: [LogEntry]) throws(Diagnostic) -> Appended {
    let file = try LogFile.locked(path)
    let (last, torn) = try tail(of: file)
    return try write(entries, after: last, torn: torn, to: file)
  }

  /// Appends what is decided on all records before, under one lock: nobody else can append between
  /// what was read and what is written.
  ///
  /// - Throws: what `decide` throws, where the file cannot be written, or a record is not as it was
  ///   written.
  @discardableResult
  public func append(
    at moment: String, deciding decide: ([LogRecord]) throws(Diagnostic) -> [LogEntry]
  ) throws(Diagnostic) -> Appended {
    let file = try LogFile.locked(path)
    let (last, torn) = try tail(of: file)
    let check = LogCheck(try file.bytes(from: 0), path)
    if let problem = check.problems.first { throw problem }
    return try write(try decide(check.records), after: last, torn: torn, to: file, at: moment)
  }

  /// The last record, once what is incomplete behind it is set aside.
  private func tail(
    of file: LogFile
  ) throws(Diagnostic) -> (last: LogRecord?, torn: (file: String, bytes: Int)?) {
    let size = try file.size()
    // Further back, twice as far each time, until a whole line is found.
    var reach = 64 * 1024
    while true {
      let start = max(0, size - reach)
      let bytes = try file.bytes(from: start)
      guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
        if start > 0 {
          reach *= 2
          continue
        }
        guard !bytes.isEmpty else { return (nil, nil) }
        try refuseUnlessBegun(bytes)
        return (nil, (try file.setAside(from: 0), bytes.count))
      }
      let before = bytes[..<end].lastIndex(of: UInt8(ascii: "\n"))
      if before == nil, start > 0 {
        reach *= 2
        continue
      }
      let last = try record(Array(bytes[(before.map { $0 + 1 } ?? 0)..<end]))
      let behind = bytes.count - end - 1
      guard behind > 0 else { return (last, nil) }
      return (last, (try file.setAside(from: size - behind), behind))
    }
  }

  /// Refuses a file that is another than a log of which not even the first record is complete.
  private func refuseUnlessBegun(_ bytes: [UInt8]) throws(Diagnostic) {
    let start = LogRecord.start
    guard bytes.starts(with: start) || start.starts(with: bytes) else {
      throw Diagnostic(
        .error, "this file is no log, so nothing is appended to it", at: .file(path),
        help: "name another file; it is made where there is none")
    }
  }

  private func record(_ line: [UInt8]) throws(Diagnostic) -> LogRecord {
    do throws(LogFault) { return try LogRecord(line: line) } catch {
      throw Diagnostic(
        .error,
        "this file is no log, or its last record is not as it was written; nothing is appended",
        at: .file(path),
        help: "name another file, or find out what changed: holdfast verify --log \(path)")
    }
  }

  private func write(
    _ entries: [LogEntry], after last: LogRecord?, torn: (file: String, bytes: Int)?,
    to file: LogFile, at moment: String? = nil
  ) throws(Diagnostic) -> Appended {
    var entries = entries
    if let torn, let at = moment ?? entries.first?.at {
      let name = torn.file.split(separator: "/").last.map(String.init) ?? torn.file
      entries.insert(
        LogEntry(
          kind: LogKind.torn, at: at,
          body: .object([("file", .text(name)), ("bytes", .integer(torn.bytes))])), at: 0)
    }
    var (number, head) = (last?.number ?? 0, last?.hash ?? LogRecord.root)
    var bytes: [UInt8] = []
    for entry in entries {
      let line = LogRecord.line(entry, number: number + 1, previous: head)
      bytes += line.bytes + [UInt8(ascii: "\n")]
      (number, head) = (number + 1, line.hash)
    }
    if !bytes.isEmpty { try file.append(bytes) }
    return Appended(head: head, count: number, setAside: torn?.file)
  }
}
