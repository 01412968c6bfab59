import Foundation
import Testing

/// cel-spec's own cases are the referee of the language of expressions.
@Suite(.enabled(if: SharedSuite.areHere, "../shared/conformance/cases is not here"))
struct CELSuiteTests {
  /// How many cases the file holds, and how many of them need messages that nobody has here.
  private static let (total, skipped) = (1436, 371)

  @Test func whatFailsIsPending() throws {
    let run = try Tool.run(["cel", SharedSuite.folder.appendingPathComponent("cel.jsonl").path()])
    let pending = Set(pendingCELCases.flatMap(\.value))
    let failed = Set(run.lines.compactMap(failedID))
    #expect(!run.isSignal && run.exit == (pending.isEmpty ? 0 : 1), "\(run.err)")
    let passed = Self.total - Self.skipped - pending.count
    #expect(
      run.lines.first
        == "cel: \(passed) passed, \(pending.count) failed, \(Self.skipped) skipped")
    #expect(
      run.lines.filter { $0.hasPrefix("skipped ") }
        == ["skipped \(Self.skipped): it needs protocol buffer test messages"])
    #expect(failed.subtracting(pending).sorted() == [], "they fail, and must not")
    #expect(pending.subtracting(failed).sorted() == [], "they pass now: take them off the list")
  }

  @Test func theListOnlyShrinks() {
    let ids = pendingCELCases.flatMap(\.value)
    #expect(ids.count == mostPendingCELCases, "lower the number with the list; never raise it")
    #expect(Set(ids).count == ids.count)
  }

  /// The id in a line `failed ID: reason`; nil for another.
  private func failedID(_ line: String) -> String? {
    guard line.hasPrefix("failed "), let end = line.range(of: ": ") else { return nil }
    return String(line[..<end.lowerBound].dropFirst(7))
  }
}
