import HoldfastModel
import HoldfastReports
import Testing

@Suite struct JUnitTests {
  /// What a verdict is at each level: `block`, `warn`, `report`.
  @Test(
    arguments: [
      (.pass, [nil, nil, nil]), (.fail, ["failure", nil, nil]),
      (.indeterminate, ["error", nil, nil]), (.error, ["error", "error", "error"]),
      (.waived, ["skipped", "skipped", "skipped"]),
      (.notApplicable, ["skipped", "skipped", "skipped"]),
    ] as [(Verdict, [String?])])
  func saysHowACaseWent(_ verdict: Verdict, _ expected: [String?]) throws {
    var report = Sample.report
    report.findings = Enforcement.Level.allCases.map {
      finding("A-\($0.rawValue)", "A", verdict, level: $0)
    }
    #expect(try #require(TestCases(rendered(report, JUnitReporter()))).outcomes == expected)
  }

  @Test func countsAddUp() throws {
    let cases = try #require(TestCases(rendered(Sample.report, JUnitReporter())))
    for (attribute, outcome) in [
      ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
    ] {
      let suites = cases.numbers(attribute, of: "testsuite").compactMap { $0 }
      #expect(suites.reduce(0, +) == cases.outcomes.count { $0 == outcome })
      #expect(suites.count == 2)
      guard attribute != "skipped" else { continue }
      #expect(cases.numbers(attribute, of: "testsuites") == [suites.reduce(0, +)])
    }
    #expect(cases.numbers("tests", of: "testsuites") == [Sample.report.findings.count])
    #expect(
      cases.numbers("tests", of: "testsuite").compactMap { $0 }.reduce(0, +)
        == Sample.report.findings.count)
  }

  @Test func namesAreTellingAndEachIsOnce() throws {
    var report = Sample.report
    // XML does not know all letters of a hostile text.
    report.findings.removeAll { $0.group == Sample.hostile }
    let cases = try #require(TestCases(rendered(report, JUnitReporter())))
    let names = cases.elements.filter { $0.name == "testcase" }.map {
      "\($0.attributes["classname"] ?? "")/\($0.attributes["name"] ?? "")"
    }
    #expect(names == report.findings.map(\.findingID))
    #expect(Set(names).count == names.count)
  }

  @Test func anEmptyReportIsADocument() throws {
    var report = Sample.report
    report.findings = []
    let cases = try #require(TestCases(rendered(report, JUnitReporter())))
    #expect(cases.count == 0 && cases.numbers("tests", of: "testsuites") == [0])
  }
}
