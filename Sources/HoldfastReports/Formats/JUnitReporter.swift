import Diagnostics
import Exact
public import HoldfastModel

/// JUnit XML for pipelines: a suite a pack, a case a commitment and group.
///
/// `failure` is a block breach, `error` an error or an indeterminate block commitment, `skipped`
/// a waiver or what does not apply; a breached or indeterminate warning passes with a word in
/// `system-out`.
public struct JUnitReporter: Reporter {
  /// The format's name.
  public let name = "junit"

  /// A reporter.
  public init() {}

  private struct Suite {
    let name: String
    var findings: [Finding]
  }

  /// Writes one XML document.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    write([(report, report.findings, "")], to: &sink)
  }

  /// Writes one document of the findings of several runs, each under its prefix.
  func write(
    _ runs: [(report: Report, findings: [Finding], prefix: String)],
    to sink: inout some TextOutputStream
  ) {
    let counts = Counts(runs.flatMap(\.findings))
    let time = runs.reduce(0) { $0 + $1.report.run.milliseconds }
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.write("<testsuites name=\"holdfast\" \(counts.total) time=\"\(seconds(time))\">\n")
    var index = 0
    for run in runs {
      for suite in suites(run.findings, run.prefix) {
        write(suite, index, run.report, to: &sink)
        index += 1
      }
    }
    sink.write("</testsuites>\n")
  }

  /// A suite a pack.
  private func suites(_ findings: [Finding], _ prefix: String) -> [Suite] {
    var suites: [Suite] = []
    for finding in findings {
      if suites.last?.findings.first?.pack == finding.pack {
        suites[suites.count - 1].findings.append(finding)
      } else {
        suites.append(Suite(name: prefix + finding.pack, findings: [finding]))
      }
    }
    return suites
  }

  private func write(
    _ suite: Suite, _ index: Int, _ report: Report, to sink: inout some TextOutputStream
  ) {
    let counts = Counts(suite.findings)
    sink.write(
      "  <testsuite name=\"\(XML.escaped(suite.name))\" \(counts.all) time=\"\(seconds(report.run.milliseconds))\" "
        + "timestamp=\"\(report.run.started.prefix(19))\" hostname=\"localhost\" id=\"\(index)\" "
        + "package=\"holdfast\">\n")
    let version = suite.findings.first?.packVersion ?? ""
    properties(
      [
        ("as_of", report.asOf.description), ("institution", report.institution),
        ("pack_version", version), ("partial", String(report.isPartial)),
      ] + CorrectionLines(report: report).facts + WaiverWords(report: report).facts
        + ResponseWords(report: report).facts, indent: 4, to: &sink)
    for finding in suite.findings { write(finding, to: &sink) }
    sink.write("    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n")
  }

  private func write(_ finding: Finding, to sink: inout some TextOutputStream) {
    // Readers take a line end in an attribute for a blank.
    let name = PlainText.line(finding.id + (finding.group.map { "[\($0)]" } ?? ""))
    sink.write(
      "    <testcase name=\"\(XML.escaped(name))\" classname=\"\(XML.escaped(finding.pack))\" "
        + "file=\"\(XML.escaped(finding.place.file))\" line=\"\(finding.place.line)\" "
        + "time=\"0.000\">\n")
    properties(facts(finding), indent: 6, to: &sink)
    let explanation = Explanation(finding: finding)
    let errors = DiagnosticList(finding.errors).rendered()
    let text =
      "\(finding.title)\n\(explanation.paragraph)\n" + errors
      + "\(finding.place.file):\(finding.place.line)"
    switch Outcome(finding) {
    case .passed: break
    case .told: sink.write("      <system-out>\(XML.escaped(text))</system-out>\n")
    case .element(let element):
      sink.write(
        "      <\(element) message=\"\(XML.escaped(explanation.summary))\""
          + (element == "skipped" ? "" : " type=\"holdfast.\(finding.verdict.rawValue)\"")
          + ">\(XML.escaped(text))</\(element)>\n")
    }
    sink.write("    </testcase>\n")
  }

  private func facts(_ finding: Finding) -> [(String, String)] {
    var facts: [(String, String)] = [("verdict", finding.verdict.rawValue)]
    if let measurement = finding.measurement, let bounds = measurement.bounds {
      let text = { (value: Rational, end: Figures.End) in
        Figures.text(value, measurement.unit, end, against: finding.target)
      }
      if bounds.isExact { facts.append(("measured", text(bounds.lower, .value))) }
      facts.append(("lower_bound", text(bounds.lower, .lower)))
      facts.append(("upper_bound", text(bounds.upper, .upper)))
    }
    if let target = finding.target { facts.append(("target", target.text)) }
    if let period = finding.period {
      facts.append(("period", "\(period.from.map(\.description) ?? "start") to \(period.to)"))
    }
    if let owner = finding.owner { facts.append(("owner", owner)) }
    facts.append(("enforcement", finding.enforcement.check.rawValue))
    return facts + Explanation(finding: finding).waiverFacts
  }

  private func properties(
    _ facts: [(String, String)], indent: Int, to sink: inout some TextOutputStream
  ) {
    let margin = String(repeating: " ", count: indent)
    sink.write("\(margin)<properties>\n")
    for (name, value) in facts {
      sink.write("\(margin)  <property name=\"\(name)\" value=\"\(XML.escaped(value))\"/>\n")
    }
    sink.write("\(margin)</properties>\n")
  }

  private func seconds(_ milliseconds: Int) -> String {
    Decimal(coefficient: Int128(milliseconds), scale: 3).description
  }

  private enum Outcome {
    case passed
    case told
    case element(String)

    init(_ finding: Finding) {
      switch (finding.verdict, finding.enforcement.check) {
      case (.pass, _): self = .passed
      case (.error, _), (.indeterminate, .block): self = .element("error")
      case (.fail, .block): self = .element("failure")
      case (.waived, _), (.notApplicable, _): self = .element("skipped")
      case (.fail, _), (.indeterminate, _): self = .told
      }
    }
  }

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    init(_ findings: [Finding]) {
      tests = findings.count
      for finding in findings {
        switch Outcome(finding) {
        case .element("failure"): failures += 1
        case .element("error"): errors += 1
        case .element: skipped += 1
        case .passed, .told: break
        }
      }
    }

    var total: String { "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\"" }
    var all: String { total + " skipped=\"\(skipped)\"" }
  }
}

/// Text inside XML 1.0.
enum XML {
  /// The text with markup escaped, and characters that XML 1.0 does not know replaced.
  static func escaped(_ text: String) -> String {
    Markup.escaped(text) { scalar in
      if ["\n", "\t", "\r"].contains(scalar) { return "&#\(scalar.value);" }
      let isKnown =
        scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
        && scalar.value & 0xFFFE != 0xFFFE
      return isKnown ? String(scalar) : "\u{FFFD}"
    }
  }
}
