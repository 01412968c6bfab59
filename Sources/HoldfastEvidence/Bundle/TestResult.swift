import JSONText

/// What a report comes to, in the words of in-toto's test-result predicate.
struct TestResult {
  let predicate: JSON

  /// The result of a JSON report; nil where it is none. `configuration` is what the run was told.
  init?(report bytes: [UInt8], configuration: [Statement.Resource]) {
    guard let json = try? JSONValue(parsing: bytes), let result = json["result"],
      let exit = result["exit"]?.integer, let findings = result["findings"]?.items
    else { return nil }
    var tests: [String: [JSON]] = ["passed": [], "warned": [], "failed": []]
    for finding in findings {
      guard let name = finding["finding_id"]?.text, let verdict = finding["verdict"]?.text,
        let level = finding["enforcement"]?["check"]?.text
      else { return nil }
      guard let kind = Self.kind(verdict, level) else { continue }
      tests[kind, default: []].append(.text(name))
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
  private static func kind(_ verdict: String, _ level: String) -> String? {
    switch verdict {
    case "pass": "passed"
    case "not_applicable": nil
    case "error": "failed"
    case "waived": "warned"
    default: level == "block" ? "failed" : "warned"
    }
  }
}
