import Exact
public import HoldfastModel

/// JUnit XML for pipelines: a suite a pack, a case a commitment and group.
///
/// `failure` is a block breach, `error` an error or an indeterminate block commitment, `skipped`
/// a waiver or what does not apply; a breached or indeterminate warning passes with a word in
/// `system-out`.
public struct JUnitReporter: Reporter {
  /// Which readers it is for.
  public enum Form: String, Sendable {
    /// What pipelines show best: cases have their place, their numbers and their output.
    case pipelines = "junit"
    /// What Ant's schema allows and no more: numbers and output of cases stand with their suite.
    case strict = "junit-strict"
  }

  private let form: Form

  /// The format's name.
  public var name: String { form.rawValue }

  /// A reporter of a form.
  public init(_ form: Form = .pipelines) { self.form = form }

  /// Writes one XML document.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    write([(report, report.findings, "")], to: &sink)
  }

  /// Writes one document of the findings of several runs, each under its prefix.
  func write(
    _ runs: [(report: Report, findings: [Finding], prefix: String)],
    to sink: inout some TextOutputStream
  ) {
    let time = runs.reduce(0) { $0 + $1.report.run.milliseconds }
    let gone = runs.compactMap(\.report.earlier).reduce(0) { $0 + $1.gone.count }
    let counts = JUnitCounts(runs.flatMap(\.findings), gone: gone)
    let total =
      " name=\"holdfast\" \(counts.total) time=\"\(seconds(time))\""
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.write("<testsuites\(form == .strict ? "" : total)>\n")
    var index = 0
    for run in runs {
      for suite in JUnitSuite.all(run.findings, run.prefix) {
        write(suite, index, run.report, to: &sink)
        index += 1
      }
      writeGone(run.report, index, to: &sink)
    }
    sink.write("</testsuites>\n")
  }

  private func write(
    _ suite: JUnitSuite, _ index: Int, _ report: Report, to sink: inout some TextOutputStream
  ) {
    open(suite.name, JUnitCounts(suite.findings), index, report, to: &sink)
    let cases = suite.findings.map(JUnitCase.init)
    let own = form == .strict ? cases.flatMap(Self.namedFacts) : []
    properties(facts(of: suite, report) + own, indent: 4, to: &sink)
    for item in cases { write(item, to: &sink) }
    let output = form == .strict ? cases.compactMap(Self.output).joined(separator: "\n\n") : ""
    sink.write(
      "    <system-out>\(XML.escaped(output))</system-out>\n"
        + "    <system-err></system-err>\n  </testsuite>\n")
  }

  private func open(
    _ name: String, _ counts: JUnitCounts, _ index: Int, _ report: Report,
    to sink: inout some TextOutputStream
  ) {
    sink.write(
      "  <testsuite name=\"\(XML.escaped(name))\" \(counts.all) "
        + "time=\"\(seconds(report.run.milliseconds))\" "
        + "timestamp=\"\(report.run.started.prefix(19))\" "
        + "hostname=\"localhost\" id=\"\(index)\" package=\"holdfast\">\n")
  }

  /// What an earlier report has and the run has not, as a suite of its own: a list of tests in which
  /// something is missing must not look like one in which all is well.
  private func writeGone(
    _ report: Report, _ index: Int, to sink: inout some TextOutputStream
  ) {
    guard let earlier = report.earlier, !earlier.gone.isEmpty else { return }
    open(
      "gone since \(earlier.asOf)", JUnitCounts([], gone: earlier.gone.count), index, report,
      to: &sink)
    properties([], indent: 4, to: &sink)
    for name in earlier.gone {
      sink.write(
        "    <testcase name=\"\(XML.escaped(PlainText.line(name)))\" classname=\"gone\" "
          + "time=\"0.000\">\n      <error message=\"not in this run\" type=\"holdfast.gone\">"
          + "\(XML.escaped(EarlierWords.gone(name)))</error>\n    </testcase>\n")
    }
    sink.write("    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n")
  }

  private func facts(of suite: JUnitSuite, _ report: Report) -> [(String, String)] {
    [
      ("as_of", report.asOf.description), ("institution", report.institution),
      ("pack_version", suite.findings.first?.packVersion ?? ""),
      ("partial", String(report.isPartial)),
    ] + EarlierWords(report: report).facts + CorrectionLines(report: report).facts
      + WaiverWords(report: report).facts
      + ResponseWords(report: report).facts
  }

  /// The facts of a case under its name, for where cases have none of their own.
  private static func namedFacts(_ item: JUnitCase) -> [(String, String)] {
    item.facts.map { ("\(item.name).\($0)", $1) }
  }

  /// What a case says that passes as far as a pipeline is concerned, likewise.
  private static func output(_ item: JUnitCase) -> String? {
    guard case .output = item.content else { return nil }
    return "\(item.name): \(item.text)"
  }

  private func write(_ item: JUnitCase, to sink: inout some TextOutputStream) {
    let (finding, isStrict) = (item.finding, form == .strict)
    let place = "file=\"\(XML.escaped(finding.place.file))\" line=\"\(finding.place.line)\" "
    sink.write(
      "    <testcase name=\"\(XML.escaped(item.name))\" "
        + "classname=\"\(XML.escaped(finding.pack))\" \(isStrict ? "" : place)time=\"0.000\">\n")
    if !isStrict { properties(item.facts, indent: 6, to: &sink) }
    if !isStrict, case .output = item.content {
      sink.write("      <system-out>\(XML.escaped(item.text))</system-out>\n")
    }
    item.write(indent: 6, to: &sink)
    sink.write("    </testcase>\n")
  }

  private func properties(
    _ facts: [(String, String)], indent: Int, to sink: inout some TextOutputStream
  ) {
    let margin = String(repeating: " ", count: indent)
    sink.write("\(margin)<properties>\n")
    for (name, value) in facts {
      sink.write(
        "\(margin)  <property name=\"\(XML.escaped(name))\" value=\"\(XML.escaped(value))\"/>\n")
    }
    sink.write("\(margin)</properties>\n")
  }

  private func seconds(_ milliseconds: Int) -> String {
    Decimal(coefficient: Int128(milliseconds), scale: 3).description
  }
}
