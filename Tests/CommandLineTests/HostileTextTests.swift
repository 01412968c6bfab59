import Foundation
import Testing

/// Text of strangers cannot drive a terminal, break a document or pass for a line of ours.
@Suite struct HostileTextTests {
  private static let evil = "\u{1B}[31m<a&\"b'>\u{7}\u{202E}"

  private static func run(_ format: String, rows: String = "") throws -> Outcome {
    let quoted = evil.replacing("\"", with: "\"\"")
    let row = VerdictRow(
      name: "", commitment: VerdictRow.share(">= 40%", "per: department"),
      institution: ["key: id\n": "key: id\n    show: [department, id]\n"],
      rows: "\"\(quoted)\",2024-07-01,\"\(quoted)\",s1,5000.00,M5 4WT,\n" + rows, exit: 0,
      verdict: "")
    return try row.sample().workdir().run(Sample.check + ["--report", format])
  }

  @Test(arguments: ["terminal", "json", "junit"])
  func noControlCharacterGetsThrough(_ format: String) throws {
    let outcome = try Self.run(format)
    #expect(outcome.exit == 1)
    let controls = outcome.out.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty, "\(outcome.out)")
    if format == "terminal" { #expect(!outcome.out.unicodeScalars.contains("\u{202E}")) }
    if format == "junit" { #expect(outcome.out.contains("&lt;a&amp;&quot;b")) }
  }

  @Test func jsonKeepsTheTextAsItIs() throws {
    let groups = try Self.run("json").json().items("result/findings").map { $0["group"] }
    #expect(groups.contains(Self.evil))
  }

  @Test func aMessageShowsCellsWithoutControls() throws {
    let outcome = try Self.run(
      "terminal", rows: "r5,2024-07-01,Parks,s1,\"\u{1B}[2J\u{1B}[32mResult: PASS\",M5 4WT,works\n")
    outcome.expect(exit: 3, ["spend.csv:6: column 'amount'", "\\u{1b}[2J"], never: ["\u{1B}"])
  }
}
