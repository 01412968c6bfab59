import Foundation
import Testing

/// Rows that a command prints, in place of files.
@Suite struct CommandSourceTests {
  /// The ledger of the sample, printed by a command.
  private static func sample(_ run: String, more: String = "") throws -> Sample {
    var sample = Sample()
    try sample.change(
      "data/institution.yaml", "files: spend.csv",
      to: "source: { kind: command, run: [\(run)]\(more) }")
    return sample
  }

  private static let check = Sample.check + ["--allow-commands"]

  @Test func givesTheVerdictThatTheFileGives() throws {
    let fromFile = try Sample().workdir().run(Sample.check + ["--report", "json"]).json()
    let outcome = try Self.sample("cat, spend.csv").workdir().run(
      Self.check + ["--report", "json"])
    outcome.expect(exit: 0)
    let fromCommand = try outcome.json()
    for path in [
      "result/verdict", "result/findings/0/measurement/value",
      "result/findings/1/measurement/value",
      "result/findings/0/measurement/rows",
    ] {
      #expect(fromFile[path] != nil)
      #expect(fromCommand[path] == fromFile[path], "\(path)")
    }
  }

  /// A description of data from elsewhere must not start programs.
  @Test func runsNothingUnlessToldTo() throws {
    let workdir = try Self.sample("touch, mark").workdir()
    try workdir.run(Sample.check).expect(exit: 3, ["--allow-commands"], never: ["Result: PASS"])
    try workdir.run(["lint", "pack.yaml", "--data", "data"]).expect(exit: 0)
    #expect(!workdir.exists("data/mark"))
    try workdir.run(Self.check).expect(exit: 3, ["the command printed nothing"])
    #expect(workdir.exists("data/mark"))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let run: String
    let says: [String]
    var testDescription: String { run }
  }

  static let rows = [
    Row(run: "'false'", says: ["exit code 1 and gave no reason", "help:"]),
    Row(run: "no-such-program", says: ["'no-such-program' is in no folder on PATH", "install it"]),
    Row(run: "./spend.csv", says: ["'./spend.csv' may not be run as a program"]),
    Row(run: "cat, nope.csv", says: ["exit code 1: cat: nope.csv:"]),
    Row(run: "sh, -c, \"cat spend.csv; exit 2\"", says: ["exit code 2"]),
    Row(run: "sh, -c, \"cat spend.csv; kill -9 $$\"", says: ["killed (signal 9)"]),
    Row(run: "cat", says: ["the command printed nothing"]),
    Row(run: "echo", says: ["command of spend"]),
    Row(run: "echo, \"$HOME;*\"", says: ["command of spend"]),
    Row(run: "sh, -c, \"sed 3s/500/5x0/ spend.csv\"", says: ["command of spend:3", "5x0.00"]),
  ]

  @Test(arguments: rows)
  func stopsTheRunWhereTheCommandFails(_ row: Row) throws {
    let workdir = try Self.sample(row.run).workdir()
    let before = try workdir.names()
    try workdir.run(Self.check).expect(exit: 3, row.says, never: ["Result: PASS"])
    #expect(try workdir.names() == before)
  }

  @Test func isCountedByAnother() throws {
    func run(_ count: String) throws -> Outcome {
      try Self.sample("cat, spend.csv", more: ", count: [\(count)]").workdir().run(Self.check)
    }
    try run("echo, 3").expect(exit: 0)
    try run("echo, 4").expect(exit: 3, ["3 rows", "4"], never: ["Result: PASS"])
    try run("echo, three").expect(exit: 3, ["one whole number", "'three'"])
    try run("'false'").expect(exit: 3, ["exit code 1"])
  }

  @Test func tellsWhatItWroteToStandardError() throws {
    let run = "sh, -c, \"echo two rows were locked >&2; cat spend.csv\""
    try Self.sample(run).workdir().run(Self.check)
      .expect(exit: 0, ["wrote to standard error: two rows were locked"])
  }

  @Test func tellsNothingOfPersonalData() throws {
    var sample = try Self.sample("sh, -c, \"echo Jane Doe >&2; exit 3\"")
    try sample.change(
      "data/institution.yaml", "period_by: date", to: "personal: true\n    period_by: date")
    try sample.workdir().run(Self.check).expect(exit: 3, ["exit code 3"], never: ["Jane"])
  }
}
