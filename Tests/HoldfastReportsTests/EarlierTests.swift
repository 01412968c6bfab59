import Diagnostics
import Exact
import HoldfastModel
import HoldfastReports
import Testing

/// How a miss stands to an earlier report, and what that makes of a run.
@Suite struct EarlierTests {
  private static func report(
    _ verdict: Verdict, _ lower: Int, _ upper: Int, target: Int = 25, terms: String = "t",
    _ comparison: Target.Comparison = .atLeast, _ change: (inout Finding) -> Void = { _ in }
  ) -> Report {
    var report = Sample.report
    report.isPartial = false
    report.findings = [
      finding("A", "A", verdict) { finding in
        finding.measurement = share(Self.part(lower), Self.part(upper))
        finding.target = TargetLine(
          comparison, [Self.part(target)], text: "\(comparison.rawValue) \(target)%")
        finding.termsDigest = terms
        change(&finding)
      }
    ]
    return report
  }

  private static func part(_ percent: Int) -> Rational {
    Rational(Decimal(coefficient: Int128(percent), scale: 2))
  }

  private static func earlier(_ report: Report) throws -> EarlierReport {
    try EarlierReport(
      parsing: Array(rendered(report, JSONReporter()).utf8), file: "old.json", digest: "00")
  }

  private static func compared(_ old: Report, _ new: Report) throws -> Report {
    try earlier(old).compared(with: new)
  }

  /// Every pair of verdicts over numbers that did not move.
  @Test(arguments: Verdict.allCases, Verdict.allCases)
  func verdictsDecide(_ then: Verdict, _ now: Verdict) throws {
    let result = try Self.compared(Self.report(then, 20, 30), Self.report(now, 20, 30))
    let isMiss = now == .fail || now == .indeterminate
    let isExcused =
      (then == .fail && isMiss) || (then == .indeterminate && now == .indeterminate)
    #expect(result.findings[0].standing == (isMiss ? isExcused ? .noWorse : .worse : nil))
    let usual: Int32 =
      switch now {
      case .error: 3
      case .fail: 1
      case .indeterminate, .notApplicable: 2
      case .pass, .waived: 0
      }
    #expect(result.exitCode == (isExcused ? 0 : usual))
  }

  /// A failing floor: the lower bound is on the failing side.
  @Test(arguments: [
    (20, 22, 25, Standing.noWorse), (21, 22, 25, .noWorse), (20, 20, 25, .noWorse),
    (19, 24, 25, .worse), (20, 22, 26, .worse),
    // A target that was loosened, by as much as the number fell or by less, makes nothing better.
    (16, 17, 21, .worse), (19, 19, 20, .worse), (20, 22, 23, .noWorse),
  ])
  func numbersDecide(_ lower: Int, _ upper: Int, _ target: Int, _ expected: Standing) throws {
    let result = try Self.compared(
      Self.report(.fail, 20, 22), Self.report(.fail, lower, upper, target: target))
    #expect(result.findings[0].standing == expected)
    #expect(result.exitCode == (expected == .noWorse ? 0 : 1))
  }

  /// Of a ceiling the upper bound is on the failing side, of a point either.
  @Test(arguments: [
    (Target.Comparison.atMost, 35, 40, Standing.noWorse), (.atMost, 30, 40, .noWorse),
    (.atMost, 38, 41, .worse), (.equal, 35, 40, .noWorse), (.equal, 34, 39, .noWorse),
    (.equal, 36, 41, .worse), (.equal, 5, 10, .worse),
  ])
  func ceilingsAndPoints(
    _ comparison: Target.Comparison, _ lower: Int, _ upper: Int, _ expected: Standing
  ) throws {
    let result = try Self.compared(
      Self.report(.fail, 35, 40, comparison), Self.report(.fail, lower, upper, comparison))
    #expect(result.findings[0].standing == expected)
  }

  @Test func otherTermsAreNotHeldAgainstEachOther() throws {
    let old = Self.report(.fail, 20, 22)
    let other = try Self.compared(old, Self.report(.fail, 20, 22, terms: "u"))
    #expect(other.findings[0].standing == .changed && other.exitCode == 1)
    // Nor where nobody knows the terms.
    let none = try Self.compared(
      Self.report(.fail, 20, 22, terms: ""), Self.report(.fail, 20, 22, terms: ""))
    #expect(none.findings[0].standing == .changed && none.exitCode == 1)
  }

  @Test func withoutBoundsNobodyCanSay() throws {
    let bare = Self.report(.fail, 20, 22) { $0.measurement?.bounds = nil }
    let full = Self.report(.fail, 20, 22)
    for (old, new) in [(bare, full), (full, bare), (bare, bare)] {
      #expect(try Self.compared(old, new).findings[0].standing == .worse)
    }
  }

  @Test func whatIsGoneIsTold() throws {
    var old = Self.report(.pass, 30, 30)
    old.findings += [finding("B", "B", .pass), finding("C", "C", .notApplicable)]
    let result = try Self.compared(old, Self.report(.pass, 30, 30))
    #expect(result.earlier?.gone == ["cleveland/B"])
    #expect(result.exitCode == 2 && result.verdict == .indeterminate)
    for reporter in Reporters.all where !["csv", "json"].contains(reporter.name) {
      #expect(rendered(result, reporter).contains("cleveland/B"), "\(reporter.name)")
    }
    // Of a run of some commitments the others are not asked for.
    var part = Self.report(.pass, 30, 30)
    part.isPartial = true
    #expect(try Self.compared(old, part).exitCode == 0)
  }

  @Test func whatIsNewFails() throws {
    var old = Self.report(.fail, 20, 22)
    old.findings = []
    let result = try Self.compared(old, Self.report(.fail, 20, 22))
    #expect(result.findings[0].standing == .new && result.exitCode == 1)
  }

  /// Whatever stopped a run stops the next too, though somebody wrote it down.
  @Test func noChainOfReportsMakesAMissUsual() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let first = Int.random(in: 5...20, using: &random)
      var known = Self.report(.fail, first, first)
      var least = first
      for _ in 0..<5 {
        let next = Int.random(in: max(0, least - 2)...least + 2, using: &random)
        known = try Self.compared(known, Self.report(.fail, next, next))
        #expect((known.exitCode == 0) == (next >= least), "\(first), \(least), \(next)")
        guard next >= least else {
          let again = try Self.compared(known, Self.report(.fail, next, next))
          #expect(again.exitCode == 1)
          break
        }
        least = next
      }
    }
  }

  @Test func everyFormatSaysSo() throws {
    let result = try Self.compared(Self.report(.fail, 20, 22), Self.report(.fail, 20, 22))
    for reporter in Reporters.all {
      let text = rendered(result, reporter)
      #expect(text.contains("no worse") || text.contains("no_worse"), "\(reporter.name)")
      #expect(!text.contains("PASS ("), "\(reporter.name)")
    }
    let cases = try #require(TestCases(rendered(result, JUnitReporter())))
    #expect(cases.outcomes == ["skipped"])
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"holdfast\":\"2\"}", "nonsense", "{\"holdfast\":\"1\",\"result\":{}}",
    "{\"holdfast\":\"1\",\"result\":{\"institution\":\"x\",\"as_of\":\"2025-01-01\","
      + "\"findings\":[{}]}}",
  ])
  func whatIsNoReportIsRefused(_ text: String) {
    let error = #expect(throws: Diagnostic.self) {
      try EarlierReport(parsing: Array(text.utf8), file: "old.json", digest: "00")
    }
    #expect(error?.message.contains("no JSON report") == true)
  }

  @Test func anotherInstitutionAndALaterDayAreRefused() throws {
    let now = Self.report(.fail, 20, 22)
    var other = now
    other.institution = "Elsewhere"
    #expect(throws: Diagnostic.self) { try Self.compared(other, now) }
    var later = now
    later.asOf = day("2031-01-01")
    #expect(throws: Diagnostic.self) { try Self.compared(later, now) }
  }
}
