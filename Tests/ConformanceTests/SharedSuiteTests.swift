import Foundation
import Testing

/// A file of cases that stands beside the repository, and what it comes to.
struct SharedSuite: Sendable, CustomTestStringConvertible {
  let suite: String
  let file: String
  let passed: Int
  /// How many cases are skipped for which reason. The numbers may only shrink.
  let skipped: [String: Int]
  var testDescription: String { file }

  static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/conformance/cases")

  static let areHere = FileManager.default.fileExists(atPath: folder.path())

  static let all = [
    SharedSuite(
      suite: "yaml", file: "yaml.jsonl", passed: 198,
      skipped: ["libyaml, which reads for us, refuses this valid text": 28]),
    SharedSuite(suite: "yaml-attacks", file: "yaml-attacks.jsonl", passed: 118, skipped: [:]),
    SharedSuite(
      suite: "cel", file: "cel.jsonl", passed: 1065,
      skipped: ["it needs protocol buffer test messages": 371]),
    SharedSuite(
      suite: "csv", file: "csv.jsonl", passed: 113,
      skipped: [
        "a carriage return without a line feed is refused": 13,
        "a quote inside a cell without quotes is refused": 2,
        "text after a closing quote is refused": 5,
        "bytes that are no UTF-8 are refused where no encoding is declared": 1,
        "a delimiter and a quote that are the same sign": 1,
        "a delimiter or quote that is not one ASCII sign": 1,
        "no option 'comment'": 11, "no option 'escape'": 11,
        "no option 'fields_per_record: 2'": 1, "no option 'lazy_quotes'": 2,
        "no option 'skip_empty_lines: greedy'": 2, "no option 'terminator'": 1,
        "no option 'trim_leading_space'": 5, "the suite's own readers disagree": 1,
      ]),
    SharedSuite(
      suite: "csv", file: "csv-corner.jsonl", passed: 28,
      skipped: ["a carriage return without a line feed is refused": 1]),
    SharedSuite(
      suite: "json", file: "json.jsonl", passed: 211,
      skipped: ["an object with two equal keys is refused on purpose, as it was": 3]),
    SharedSuite(suite: "ndjson", file: "ndjson.jsonl", passed: 11, skipped: [:]),
  ]
}

@Suite(.enabled(if: SharedSuite.areHere, "../shared/conformance/cases is not here"))
struct SharedSuiteTests {
  @Test(arguments: SharedSuite.all)
  func comesToWhatItCameTo(_ given: SharedSuite) throws {
    let run = try Tool.run([
      given.suite, SharedSuite.folder.appendingPathComponent(given.file).path(),
    ])
    #expect(!run.isSignal && run.exit == 0, "\(run.out)\(run.err)")
    let skips = given.skipped.values.reduce(0, +)
    #expect(
      run.lines.first == "\(given.suite): \(given.passed) passed, 0 failed, \(skips) skipped")
    #expect(reasons(run.lines) == given.skipped)
  }

  /// The lines `skipped 3: reason`.
  private func reasons(_ lines: [String]) -> [String: Int] {
    var reasons: [String: Int] = [:]
    for line in lines where line.hasPrefix("skipped ") {
      let parts = line.dropFirst(8).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let count = Int(parts[0]) else {
        Issue.record("no count in '\(line)'")
        continue
      }
      reasons[String(parts[1].dropFirst())] = count
    }
    return reasons
  }
}
