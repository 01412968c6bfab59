import Diagnostics
public import HoldfastModel

/// Annotations of GitHub Actions: workflow commands on standard output, which GitHub shows beside
/// the commitment in its pack.
///
/// `error` is what stops the run, `warning` a miss or a doubt that warns, `notice` the rest and the
/// result. GitHub shows ten of each a step: the most urgent are told, and the last sums up.
public struct GitHubReporter: Reporter {
  /// The format's name.
  public let name = "github"

  /// A reporter.
  public init() {}

  /// How many annotations of a level GitHub shows for a step.
  private static let limit = 10

  private enum Level: String { case error, warning, notice }

  /// Writes a line an annotation.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    let findings = report.findings.byUrgency
    for level in [Level.error, .warning] {
      write(findings.filter { self.level($0) == level }, level, room: Self.limit, to: &sink)
    }
    let notices = findings.filter { level($0) == .notice }
    write(notices, .notice, room: Self.limit - 1, to: &sink)
    let summary = Summary(report: report)
    let text =
      ([
        "\(report.institution): \(summary.result); exit \(report.exitCode).", summary.day,
        summary.basisSentences,
      ]
      + BesideWords(report: report).sections.map { section in
        ([section.heading + "."] + section.sentences).joined(separator: "\n")
      }).joined(separator: " ")
    sink.write("::notice title=Holdfast::\(Self.data(text))\n")
  }

  /// The annotation of a finding; nil where all is well.
  private func level(_ finding: Finding) -> Level? {
    switch finding.urgency {
    case 0...2: .error
    case 3...4: .warning
    case 5...7: .notice
    default: nil
    }
  }

  private func write(
    _ findings: [Finding], _ level: Level, room: Int, to sink: inout some TextOutputStream
  ) {
    let isCut = findings.count > room
    let told = findings.prefix(isCut ? room - 1 : room)
    for finding in told { sink.write(line(finding, level)) }
    guard isCut else { return }
    let rest = findings.dropFirst(told.count)
    let names = rest.prefix(50).map(\.findingID).joined(separator: ", ")
    let more = rest.count > 50 ? " and others" : ""
    let text =
      "\(rest.count) more, of which GitHub would show no annotation: \(names)\(more). The other "
      + "formats tell of all."
    sink.write("::\(level.rawValue) title=Holdfast::\(Self.data(text))\n")
  }

  private func line(_ finding: Finding, _ level: Level) -> String {
    let title = "\(finding.findingID) \(finding.verdict.words)"
    let properties = [
      ("file", finding.place.file), ("line", "\(finding.place.line)"), ("title", title),
    ].map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    let errors = finding.errors.prefix(5).map { "\n" + $0.rendered() }.joined()
    let text = "\(finding.title): \(Explanation(finding: finding).paragraph)\(errors)"
    return "::\(level.rawValue) \(properties)::\(Self.data(text))\n"
  }

  /// Text behind the second pair of colons. Line ends are told by their codes, so that nobody's
  /// text can begin a command of its own.
  private static func data(_ text: String) -> String {
    PlainText.block(text, limit: 4_000).replacing("%", with: "%25").replacing("\n", with: "%0A")
  }

  /// The value of a property, which neither comma nor colon ends.
  private static func property(_ text: String) -> String {
    PlainText.line(text).replacing("%", with: "%25").replacing(":", with: "%3A")
      .replacing(",", with: "%2C")
  }
}
