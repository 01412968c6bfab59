import Foundation
import Testing

/// Where reports go, and that equal inputs give equal bytes.
@Suite struct ReportTests {
  @Test func severalInOneRun() throws {
    let workdir = try Sample().workdir()
    let outcome = try workdir.run(
      Sample.check + [
        "--report", "terminal", "--report", "json=out.json", "--report", "junit=out.xml",
      ])
    outcome.expect(exit: 0, ["Result: PASS"])
    #expect(try JSONValue(workdir.read("out.json"))["result/verdict"] == "pass")
    let junit = try workdir.read("out.xml")
    #expect(junit.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "))
    #expect(junit.contains("<testcase name=\"LOC\" classname=\"fair\""))
    #expect(junit.hasSuffix("</testsuites>\n"))
    let expected = Sample.names.filter { !$0.contains("/") } + ["data", "out.json", "out.xml"]
    #expect(try workdir.names().filter { !$0.contains("/") } == expected.sorted())
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let target: String
    let enforcement: String
    let rows: String
    let says: [String]

    var testDescription: String { "\(target) \(enforcement)" }

    static let all = [
      Case(
        target: ">= 40%", enforcement: "block", rows: "",
        says: ["tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\""]),
      Case(
        target: ">= 60%", enforcement: "block", rows: "",
        says: [
          "tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\"",
          "<failure message=\"FAIL: 50.00%",
        ]),
      Case(
        target: ">= 60%", enforcement: "warn", rows: "",
        says: [
          "tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\"", "<system-out>First&#10;FAIL",
        ]),
      Case(
        target: ">= 40%", enforcement: "block", rows: VerdictRow.unknown,
        says: [
          "tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\"", "<error message=\"CANNOT TELL",
        ]),
      Case(
        target: ">= 40%", enforcement: "warn", rows: "r4,2024-07-01,Parks,s1,x,M5 4WT,works\n",
        says: ["tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\"", "<error message=\"ERROR"]),
    ]
  }

  @Test(arguments: Case.all)
  func junitOutcomes(_ row: Case) throws {
    let sample = try VerdictRow(
      name: "", commitment: VerdictRow.share(row.target, "enforcement: \(row.enforcement)"),
      rows: row.rows, exit: 0, verdict: ""
    ).sample()
    let outcome = try sample.workdir().run(Sample.check + ["--report", "junit"])
    for phrase in row.says { #expect(outcome.out.contains(phrase), "\(outcome.out)") }
  }

  @Test(arguments: [
    ("absent/out.json", "because there is no such file or folder"),
    ("data", "because it is a folder"),
    ("pack.yaml/out.json", "a part of the path is a file"), ("/dev/full", "the disk is full"),
  ])
  func aReportThatCannotBeWritten(_ path: String, _ says: String) throws {
    let workdir = try Sample().workdir()
    let before = try workdir.names()
    let outcome = try workdir.run(Sample.check + ["--report", "json=\(path)"])
    outcome.expect(exit: 3, ["\(path): error: the file cannot be written", says])
    #expect(outcome.out.isEmpty)
    #expect(try workdir.names() == before)
  }

  /// A report that did not come to be leaves no other that looks like a whole run.
  @Test func noReportIsLeftWhenOneCannotBeWritten() throws {
    let workdir = try Sample().workdir()
    let before = try workdir.names()
    let outcome = try workdir.run(
      Sample.check + [
        "--report", "terminal", "--report", "junit=out.xml", "--report", "json=absent/out",
      ])
    outcome.expect(exit: 3, ["absent/out: error: the file cannot be written"])
    #expect(outcome.out.isEmpty)
    #expect(try workdir.names() == before)
  }

  @Test func aReportReplacesTheLastOneWhole() throws {
    let workdir = try Sample().workdir()
    try workdir.write("out.json", String(repeating: "old ", count: 100_000))
    #expect(try workdir.run(Sample.check + ["--report", "json=out.json"]).exit == 0)
    #expect(try JSONValue(workdir.read("out.json"))["result/verdict"] == "pass")
  }

  @Test(arguments: ["terminal", "json", "junit"])
  func reproducibleRunsGiveEqualBytes(_ format: String) throws {
    var sample = Sample()
    sample.files["data/spend.csv"] = Ledger.text(rows: 300)
    let workdir = try sample.workdir()
    let arguments = Sample.check + ["--reproducible", "--report", format]
    let first = try workdir.run(arguments)
    #expect([0, 1, 2].contains(first.exit))
    #expect(!first.out.isEmpty)
    for _ in 0..<3 { #expect(try workdir.run(arguments).out == first.out) }
  }

  /// A file or a pipeline wants no escape sequences.
  @Test func colourIsOnlyForTerminals() throws {
    let outcome = try Sample().workdir().run(Sample.check)
    #expect(!outcome.out.contains("\u{1B}"))
  }
}
