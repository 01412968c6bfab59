import Foundation
import Testing

/// The log of runs, written by the real program: many at once, and killed.
@Suite("Log")
struct LogTests {
  private static func check(_ more: String...) -> [String] {
    WaiverSample.check() + ["--log", "runs.log"] + more
  }

  private static let verify = ["verify", "--log", "runs.log"]

  /// Starts the program without waiting for it.
  private func start(_ words: [String], in workdir: Workdir) throws -> Process {
    let process = Process()
    process.executableURL = try Binary.url()
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: workdir.path(""))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test func aRunIsWrittenDown() throws {
    let workdir = try WaiverSample.workdir()
    try workdir.run(Self.check("--reproducible")).expect(exit: 0)
    let lines = try workdir.read("runs.log").split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    let run = try JSONValue(lines[0])
    #expect(run["kind"] == "run" && run["body/institution"] == "Northgate Council")
    #expect(run["body/findings/0/verdict"] == "waived")
    #expect(run["body/findings/0/without_waiver"] == "fail")
    #expect(run["body/findings/0/lower"] == "0.5")
    #expect(run["at"] == "1970-01-01T00:00:00Z")
    let waiver = try JSONValue(lines[1])
    #expect(waiver["kind"] == "waiver_used" && waiver["body/finding"] == "fair/LOC")
    #expect(waiver["previous"] == run["hash"])
    try workdir.run(Self.verify).expect(exit: 0, ["Whole: 2 records, head \(waiver["hash"] ?? "")"])
    // The same runs make the same bytes.
    let again = try WaiverSample.workdir()
    try again.run(Self.check("--reproducible")).expect(exit: 0)
    #expect(try again.read("runs.log") == workdir.read("runs.log"))
  }

  @Test func theTrendIsShown() throws {
    let workdir = try WaiverSample.workdir()
    for day in ["2026-01-01", "2025-04-30", "2025-03-31"] {
      _ = try workdir.run(WaiverSample.check(day) + ["--log", "runs.log"])
    }
    let shown = ["log", "--log", "runs.log", "--only", "LOC"]
    try workdir.run(shown).expect(
      exit: 0,
      [
        "fair/LOC 2025-03-31 FAIL 50.00%, target >= 60% 2025-04-30 WAIVED (else FAIL) 50.00%, "
          + "target >= 60% 2026-01-01 FAIL 50.00%, target >= 60%"
      ], never: ["fair/SME"])
    try workdir.run(shown + ["--format", "markdown", "--last", "2"]).expect(
      exit: 0,
      [
        "| commitment | 2025-04-30 | 2026-01-01 |",
        "| fair/LOC | WAIVED (else FAIL) 50.00% | FAIL 50.00% |",
      ], never: ["2025-03-31"])
    try workdir.run(shown + ["--format", "html"])
      .expect(exit: 0, ["<td class=\"waived\">WAIVED (else FAIL) 50.00%</td>", "</html>"])
    try workdir.run("log", "--log", "runs.log", "--only", "NONE")
      .expect(exit: 0, ["No run of these commitments stands in the log."])
  }

  @Test func changesAreFound() throws {
    let workdir = try WaiverSample.workdir()
    for _ in 0..<3 { try workdir.run(Self.check()).expect(exit: 0) }
    let whole = try workdir.read("runs.log")
    let head = try #require(try JSONValue(String(whole.split(separator: "\n")[5]))["hash"])
    try workdir.run(Self.verify + ["--head", head]).expect(exit: 0)
    try workdir.write(
      "runs.log", whole.replacing("\"waived\"", with: "\"pass\"", maxReplacements: 1))
    try workdir.run(Self.verify).expect(exit: 1, ["runs.log:1:", "is not as it was written"])
    try workdir.run("log", "--log", "runs.log").expect(exit: 3, ["not whole"])
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try workdir.write("runs.log", lines.prefix(4).joined(separator: "\n") + "\n")
    try workdir.run(Self.verify).expect(exit: 0)
    try workdir.run(Self.verify + ["--head", head]).expect(exit: 1, ["that was pinned"])
    try workdir.run(Self.verify + ["--head", "abc"]).expect(exit: 64)
    try workdir.run("verify", "--log", "none.log").expect(exit: 3, ["there is no such file"])
  }

  @Test func noResultIsGivenThatCannotBeWrittenDown() throws {
    let workdir = try WaiverSample.workdir()
    let before = try workdir.read("pack.yaml")
    for log in ["pack.yaml", "data", "none/runs.log"] {
      let outcome = try workdir.run(
        WaiverSample.check() + ["--log", log, "--report", "json=out.json"])
      outcome.expect(exit: 3, [log])
      #expect(outcome.out.isEmpty && !workdir.exists("out.json"))
    }
    #expect(try workdir.read("pack.yaml") == before)
    try workdir.run(Self.check("--report", "json=runs.log"))
      .expect(exit: 3, ["would be written over a file that it was made from"])
    try workdir.run(Self.verify).expect(exit: 0)
  }

  /// Every one of many runs at once is there, whole.
  @Test func manyWriteAtOnce() throws {
    let workdir = try WaiverSample.workdir()
    for _ in 0..<4 {
      let running = try (0..<10).map { _ in try start(Self.check(), in: workdir) }
      for process in running {
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
    }
    try workdir.run(Self.verify).expect(exit: 0, ["Whole: 80 records"])
  }

  /// Killed at any moment, a run leaves nothing that the next one does not put in order, and every
  /// run that ended well is there.
  @Test func killedRunsLoseNothing() throws {
    let workdir = try WaiverSample.workdir()
    var finished = 0
    for round in 0..<40 {
      let victims = try (0..<3).map { _ in try start(Self.check(), in: workdir) }
      usleep(UInt32(round * 700))
      for process in victims { kill(process.processIdentifier, SIGKILL) }
      for process in victims {
        process.waitUntilExit()
        let isDone = process.terminationReason == .exit && process.terminationStatus == 0
        finished += isDone ? 1 : 0
      }
    }
    try workdir.run(Self.check()).expect(exit: 0)
    let outcome = try workdir.run(Self.verify)
    outcome.expect(exit: 0)
    let runs = try workdir.read("runs.log").split(separator: "\n")
      .filter { $0.contains("\"kind\":\"run\"") }
    #expect(runs.count > finished, "\(runs.count) runs are there, and \(finished) ended well")
  }
}
