import Diagnostics
import Exact
import Foundation
import HoldfastEvidence
import HoldfastModel
import JSONText
import Testing

/// Reservations are written to a log and read from it as they were made.
@Suite struct ReservationLogTests {
  private static func path() -> String {
    NSTemporaryDirectory() + "holdfast-reservations-\(UUID().uuidString)"
  }

  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private static func reservation(_ id: String) throws -> Reservation {
    Reservation(
      id: id, institution: "A \"B\" é", proposal: "p", alternative: "a",
      decided: try day("2025-01-02"),
      until: try day("2026-01-02"),
      shares: [TextKey("s,1"): try #require(Decimal("12.50")), TextKey(""): .zero],
      adds: [.init(dataset: "spend", year: 2, cells: ["amount": "12.50", "note": "line\nend"])],
      replaces: [], new: [.init(dataset: "suppliers", year: 1, cells: [:])])
  }

  @Test func whatIsWrittenIsRead() throws {
    let log = ReservationLog(path: Self.path(), at: "2025-01-02T00:00:00Z")
    #expect(try log.book().book.entries.isEmpty)
    for id in ["a", "b", "c"] {
      let wanted = try Self.reservation(id)
      _ = try log.transaction { (_) throws(DiagnosticList) in ([.reserved(wanted)], true) }
    }
    let last = try Self.day("2025-02-03")
    _ = try log.transaction { (_) throws(DiagnosticList) in
      ([.ended(id: "a", .release, on: last), .ended(id: "b", .settle, on: last)], true)
    }
    let (book, warnings) = try log.book()
    #expect(warnings.isEmpty)
    #expect(try book.entries.map(\.reservation) == ["a", "b", "c"].map(Self.reservation))
    #expect(book.entries.map(\.end) == [.release, .settle, nil])
    #expect(book.entries.map(\.ended) == [last, last, nil])
  }

  @Test func whatADecisionThrowsIsThrownAndNothingIsWritten() throws {
    let path = Self.path()
    let log = ReservationLog(path: path, at: "2025-01-02T00:00:00Z")
    let refusal = DiagnosticList([Diagnostic(.error, "no"), Diagnostic(.error, "nor this")])
    #expect(throws: DiagnosticList.self) {
      try log.transaction { (_) throws(DiagnosticList) -> ([ReservationEvent], Bool) in
        throw refusal
      }
    }
    #expect(try LogCheck(path).records.isEmpty)
  }

  /// Events that cannot follow are neither written nor believed where others wrote them.
  @Test func whatCannotHaveHappenedIsRefused() throws {
    let path = Self.path()
    let log = ReservationLog(path: path, at: "2025-01-02T00:00:00Z")
    let day = try Self.day("2025-02-03")
    #expect(throws: DiagnosticList.self) {
      try log.transaction { (_) throws(DiagnosticList) in
        ([.ended(id: "a", .release, on: day)], true)
      }
    }
    #expect(try log.book().book.entries.isEmpty)
    for body: JSON in [
      .object([("id", .text("a")), ("on", .text("2025-02-03"))]),
      .object([("id", .text("a"))]), .text("a"),
    ] {
      let path = Self.path()
      try EvidenceLog(path: path).append([
        LogEntry(kind: "release", at: "2025-01-02T00:00:00Z", body: body)
      ])
      let problem = #expect(throws: DiagnosticList.self) {
        try ReservationLog(path: path, at: "").book()
      }
      #expect(problem?.items.first?.message.contains("record 1 does not follow") == true)
    }
  }

  /// Records of other kinds are left alone.
  @Test func theLogHoldsOtherRecordsToo() throws {
    let path = Self.path()
    let log = ReservationLog(path: path, at: "2025-01-02T00:00:00Z")
    let run = LogEntry(kind: LogKind.run, at: "2025-01-02T00:00:00Z", body: .object([]))
    try EvidenceLog(path: path).append([run])
    let wanted = try Self.reservation("a")
    _ = try log.transaction { (_) throws(DiagnosticList) in ([.reserved(wanted)], true) }
    try EvidenceLog(path: path).append([run])
    #expect(try log.book().book.entries.count == 1)
    #expect(try LogCheck(path).records.map(\.kind) == ["run", "reserve", "run"])
  }
}
