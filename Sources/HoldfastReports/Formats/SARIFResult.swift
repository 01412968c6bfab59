import HoldfastModel
import JSONText

/// A finding as SARIF's result.
struct SARIFResult {
  let finding: Finding
  /// The place of its commitment among the rules.
  let rule: Int

  var value: JSON {
    let explanation = Explanation(finding: finding)
    let group = finding.group.map { " (\($0))" } ?? ""
    let text = "\(finding.title)\(group): \(explanation.paragraph)"
    return .object(
      [
        ("ruleId", .text(finding.rule)), ("ruleIndex", .integer(rule)),
        ("kind", .text("fail")), ("level", .text(finding.sarifLevel)),
        ("message", .object([("text", .text(SARIFText.message(text)))])),
        ("locations", .array([location])),
        (
          "partialFingerprints",
          .object([
            ("primaryLocationLineHash", .text("\(Self.hash(finding.findingID)):1")),
            ("findingId/v1", .text(finding.findingID)),
          ])
        ),
      ] + baselineState + suppressions + [("properties", properties)])
  }

  /// What is known of an earlier run, where there is one.
  private var baselineState: [(String, JSON)] {
    switch finding.standing {
    case .noWorse: [("baselineState", .text("unchanged"))]
    case .worse: [("baselineState", .text("updated"))]
    case .new, .changed: [("baselineState", .text("new"))]
    case nil: []
    }
  }

  /// The commitment in its pack: the beginning of its line.
  private var location: JSON {
    .object([
      (
        "physicalLocation",
        .object([
          (
            "artifactLocation",
            .object([("uri", .text(SARIFText.uri(finding.place.file)))])
          ),
          (
            "region",
            .object([
              ("startLine", .integer(finding.place.line)), ("startColumn", .integer(1)),
              ("endLine", .integer(finding.place.line)), ("endColumn", .integer(2)),
            ])
          ),
        ])
      )
    ])
  }

  private var suppressions: [(String, JSON)] {
    guard finding.verdict == .waived else { return [] }
    let why = Explanation(finding: finding).outcome
    return [
      (
        "suppressions",
        .array([
          .object([
            ("kind", .text("external")), ("status", .text("accepted")),
            ("justification", .text(PlainText.block("Waived: \(why)", limit: 1_000))),
          ])
        ])
      )
    ]
  }

  private var properties: JSON {
    .object([
      ("verdict", .text(finding.verdict.rawValue)), ("basis", .text(finding.basis)),
      ("enforcement", .text(finding.enforcement.check.rawValue)),
      ("group", JSON(finding.group)), ("target", JSON(finding.target?.text)),
    ])
  }

  /// A number that stays the same from run to run, by FNV-1a: what was measured is no part of it,
  /// so a finding stays the same one as its number moves.
  private static func hash(_ text: String) -> String {
    let number = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
