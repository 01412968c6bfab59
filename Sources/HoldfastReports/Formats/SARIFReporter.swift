import Diagnostics
import Exact
public import HoldfastModel
import JSONText

/// SARIF 2.1.0 for GitHub's code scanning and other viewers: a rule a commitment, a result for each
/// finding that is neither a pass nor out of scope.
///
/// What cannot be told is a result of the kind `fail`, since viewers take every other kind for
/// harmless; its words and the property `verdict` say what it is.
public struct SARIFReporter: Reporter {
  /// The format's name.
  public let name = "sarif"
  private let limit: Int

  /// A reporter of at most so many results: without another wish, as many as GitHub keeps.
  public init(limit: Int = 5_000) { self.limit = limit }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// Writes one JSON object and a line end.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    let rules = SARIFRules(report.findings)
    let told = report.findings.filter { $0.urgency < 8 }.byUrgency
    let results = told.prefix(limit).map {
      SARIFResult(finding: $0, rule: rules.index[$0.rule] ?? 0)
    }
    let document = JSON.object([
      ("$schema", .text(Self.schema)), ("version", .text("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver(report, rules))])),
            ("automationDetails", .object([("id", .text(Self.category(report)))])),
            ("columnKind", .text("unicodeCodePoints")),
            ("invocations", .array([invocation(report, left: told.count - results.count)])),
            ("results", .array(results.map(\.value))),
            ("properties", properties(report)),
          ])
        ])
      ),
    ])
    document.write(to: &sink)
    sink.write("\n")
  }

  /// What keeps the results of two institutions apart in one place.
  private static func category(_ report: Report) -> String {
    "holdfast/\(PlainText.line(report.institution).replacing("/", with: "-"))/"
  }

  private func driver(_ report: Report, _ rules: SARIFRules) -> JSON {
    .object([
      ("name", .text("Holdfast")), ("version", .text(report.run.version)),
      ("rules", .array(rules.all)),
    ])
  }

  private func invocation(_ report: Report, left: Int) -> JSON {
    var notes = report.findings.flatMap { finding in
      finding.errors.map { note("error", "\(finding.findingID): \($0.rendered())") }
    }
    notes += report.run.warnings.map { note("warning", $0.rendered()) }
    for section in BesideWords(report: report).sections {
      notes += section.sentences.map { note("note", "\(section.heading). \($0)") }
    }
    if left > 0 {
      notes.append(
        note("warning", "\(left) less urgent results are left out; the json report holds all."))
    }
    return .object([
      ("executionSuccessful", .bool(report.exitCode != 3)),
      ("exitCode", .integer(Int(report.exitCode))), ("toolExecutionNotifications", .array(notes)),
    ])
  }

  private func note(_ level: String, _ text: String) -> JSON {
    .object([
      ("level", .text(level)), ("message", .object([("text", .text(SARIFText.message(text)))])),
    ])
  }

  private func properties(_ report: Report) -> JSON {
    let summary = Summary(report: report)
    return .object([
      ("institution", .text(report.institution)), ("asOf", .text(report.asOf.description)),
      ("partial", .bool(report.isPartial)), ("verdict", .text(report.verdict.rawValue)),
      ("summary", .text(summary.result)), ("basis", .text(summary.basisSentences)),
    ])
  }
}

/// Texts as SARIF wants them.
enum SARIFText {
  /// A message that ends like a sentence, in which nothing is a placeholder or a link.
  static func message(_ text: String) -> String {
    var result = PlainText.block(text, limit: 8_000)
    while result.last == "\n" || result.last == " " { result.removeLast() }
    if result.contains("{") || result.contains("}") {
      result = result.replacing("{", with: "{{").replacing("}", with: "}}")
    }
    result = result.replacing("](", with: "] (")
    return [".", "!", "?"].contains(where: result.hasSuffix) ? result : result + "."
  }

  /// A path as a reference: what a URI cannot hold is written in hexadecimal digits.
  static func uri(_ path: String) -> String {
    let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    var result = plain.hasPrefix("/") ? "file://" : ""
    for byte in plain.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isKept =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || ["-", ".", "_", "~", "/"].contains(scalar)
      let digits = String(byte, radix: 16, uppercase: true)
      result += isKept ? String(scalar) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
    return result
  }
}
