import JSONText

/// What a report comes to, in the words of in-toto's test-result predicate.
struct TestResult {
  let predicate: JSON

  /// The result of a JSON report; nil where it is none, or says other than its findings come to.
  /// `configuration` is what the run was told.
  init?(report bytes: [UInt8], configuration: [Statement.Resource]) {
    guard let json = try? JSONValue(parsing: bytes), let result = json["result"],
      let exit = result["exit"]?.integer, let findings = result["findings"]?.items
    else { return nil }
    let told = findings.compactMap(Told.init)
    guard told.count == findings.count, Set(told.map(\.name)).count == told.count,
      Self.exit(of: told) == exit, result["verdict"]?.text == Self.verdicts[exit]
    else { return nil }
    var tests: [String: [JSON]] = ["passed": [], "warned": [], "failed": []]
    for finding in told {
      guard let kind = Self.kind(finding) else { continue }
      tests[kind, default: []].append(.text(finding.name))
    }
    let isWarned = tests["warned"]?.isEmpty == false || tests["failed"]?.isEmpty == false
    predicate = .object([
      ("result", .text(exit != 0 ? "FAILED" : isWarned ? "WARNED" : "PASSED")),
      ("configuration", .array(configuration.map(\.json))),
      ("passedTests", .array(tests["passed"] ?? [])),
      ("warnedTests", .array(tests["warned"] ?? [])),
      ("failedTests", .array(tests["failed"] ?? [])),
    ])
  }

  /// Nothing that is not known to hold has passed; what does not apply is no test.
  private static func kind(_ finding: Told) -> String? {
    switch finding.verdict {
    case "pass": "passed"
    case "not_applicable": nil
    case "error": "failed"
    case "waived": "warned"
    default: finding.blocks ? "failed" : "warned"
    }
  }

  /// The verdict of a run by its exit code.
  private static let verdicts = [0: "pass", 1: "fail", 2: "indeterminate", 3: "error"]

  /// The exit code that findings come to, so that nobody can sign another above them.
  private static func exit(of findings: [Told]) -> Int {
    if findings.contains(where: { $0.verdict == "error" }) { return 3 }
    if findings.contains(where: { $0.blocks && $0.verdict == "fail" }) { return 1 }
    if findings.contains(where: { $0.blocks && $0.verdict == "indeterminate" }) { return 2 }
    return findings.contains { $0.verdict != "not_applicable" } ? 0 : 2
  }

  /// What a report says of a finding, as far as it decides what the run comes to.
  private struct Told {
    let name: String
    let verdict: String
    let blocks: Bool

    private static let verdicts: Set = [
      "pass", "fail", "indeterminate", "waived", "not_applicable", "error",
    ]

    init?(_ finding: JSONValue) {
      guard let name = finding["finding_id"]?.text, let verdict = finding["verdict"]?.text,
        Self.verdicts.contains(verdict), let level = finding["enforcement"]?["check"]?.text
      else { return nil }
      (self.name, self.verdict, blocks) = (name, verdict, level == "block")
    }
  }
}
