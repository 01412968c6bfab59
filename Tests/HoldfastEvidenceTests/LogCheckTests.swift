import Diagnostics
import Foundation
import HoldfastEvidence
import JSONText
import Testing

/// A log finds what was done to it.
@Suite struct LogCheckTests {
  private static let count = 6

  /// A log of some records in a fresh folder.
  private func log(_ count: Int = count) throws -> (log: EvidenceLog, path: String) {
    let path = NSTemporaryDirectory() + "holdfast-log-\(UUID().uuidString)"
    let log = EvidenceLog(path: path)
    for number in 0..<count {
      try log.append([
        LogEntry(
          kind: "test", at: "2025-01-01T00:00:00Z",
          body: .object([("number", .integer(number)), ("text", .text("é \"\\ \n"))]))
      ])
    }
    return (log, path)
  }

  private func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private func check(_ lines: [String], _ end: String = "\n") throws -> LogCheck {
    let path = NSTemporaryDirectory() + "holdfast-log-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try (lines.joined(separator: "\n") + end).write(
      toFile: path, atomically: true, encoding: .utf8)
    return try LogCheck(path)
  }

  @Test func aLogIsWhole() throws {
    let (_, path) = try log()
    let check = try LogCheck(path)
    #expect(check.problems.isEmpty)
    #expect(check.records.map(\.number) == Array(1...Self.count))
    #expect(check.records.first?.previous == LogRecord.root)
    #expect(check.records.last?.body["text"]?.text == "é \"\\ \n")
  }

  /// Every record taken away, doubled, or moved, wherever it stands; the end alone needs a pin.
  @Test func deletionsAndReorderingsAreFound() throws {
    let whole = try lines(log().path)
    let head = try check(whole).head
    for place in whole.indices {
      var less = whole
      less.remove(at: place)
      let found = try check(less)
      let isEnd = place == whole.count - 1
      #expect(found.problems.isEmpty == isEnd, "record \(place + 1) taken away")
      #expect(found.problem(pinned: head, "x") != nil, "record \(place + 1) taken away")
      var double = whole
      double.insert(whole[place], at: place)
      #expect(try !check(double).problems.isEmpty)
      for other in whole.indices where other > place {
        var swapped = whole
        swapped.swapAt(place, other)
        #expect(try !check(swapped).problems.isEmpty, "\(place) and \(other) swapped")
      }
    }
  }

  /// Every single byte of a record, changed.
  @Test func everyEditIsFound() throws {
    let whole = try lines(log(3).path)
    for place in Array(whole[1].utf8).indices {
      var bytes = Array(whole[1].utf8)
      bytes[place] = bytes[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      let edited = [whole[0], String(decoding: bytes, as: UTF8.self), whole[2]]
      #expect(try !check(edited).problems.isEmpty, "byte \(place)")
    }
  }

  /// Logs of equal length made apart do not fit together.
  @Test func recordsOfAnotherLogAreFound() throws {
    let (first, second) = (try lines(log().path), try lines(log(5).path))
    #expect(first[4] == second[4], "the same records have the same digests")
    var mixed = first
    mixed[2] = second[3]
    #expect(try !check(mixed).problems.isEmpty)
  }

  /// Wherever a write is cut off: what is whole stays, the rest is set aside and said.
  @Test func aTornRecordIsSetAside() throws {
    let (log, path) = try log(3)
    let bytes = try Data(contentsOf: URL(filePath: path))
    let last = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
    for cut in stride(from: last + 1, to: bytes.count - 1, by: 7) {
      try bytes.prefix(cut).write(to: URL(filePath: path))
      #expect(try LogCheck(path).tornBytes == cut - last)
      let appended = try log.append([LogEntry(kind: "next", at: "x", body: .null)])
      let aside = try #require(appended.setAside)
      #expect(try Data(contentsOf: URL(filePath: aside)) == bytes[last..<cut])
      let check = try LogCheck(path)
      #expect(check.problems.isEmpty)
      #expect(check.records.map(\.kind) == ["test", "test", "torn", "next"])
      #expect(check.head == appended.head)
    }
  }

  @Test func aFileThatIsNoLogIsLeftAlone() throws {
    for text in ["pack: fair", "pack: fair\n", "{}\n", "{\"holdfast_log\":\"2\"}"] {
      let path = NSTemporaryDirectory() + "holdfast-log-\(UUID().uuidString)"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: Diagnostic.self) {
        try EvidenceLog(path: path).append([LogEntry(kind: "x", at: "x", body: .null)])
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  /// What is decided on all records before is appended under the same lock.
  @Test func decidingSeesEveryRecord() throws {
    let (log, path) = try log(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<25 {
        _ = try? log.append(at: "x") { records in
          [LogEntry(kind: "count", at: "x", body: .integer(records.count))]
        }
      }
    }
    let check = try LogCheck(path)
    #expect(check.problems.isEmpty && check.records.count == 200)
    #expect(check.records.map(\.body.compactText) == (0..<200).map(String.init))
  }
}
