import Testing

/// A run that nobody can have meant ends with 64, apart from every verdict, and says how to write it.
@Suite struct UsageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let exit: Int32
    let says: [String]

    init(_ arguments: [String], exit: Int32 = 64, _ says: String...) {
      self.arguments = arguments
      self.exit = exit
      self.says = says
    }

    var testDescription: String { arguments.joined(separator: " ") }

    static let all = [
      Row(["check", "--data", "data"], "pack"),
      Row(["check", "pack.yaml"], "--data"),
      Row(Sample.check + ["--frobnicate"], "Unknown option '--frobnicate'"),
      Row(
        Sample.check + ["--report", "pdf"], "no report format 'pdf'",
        "json, junit, junit-strict, markdown, sarif, terminal"),
      Row(Sample.check + ["--report", "json="], "json="),
      Row(Sample.check + ["--report", ""], "no report format ''"),
      Row(
        Sample.check + ["--report", "json", "--report", "junit"],
        "Only one report can go to standard output", "--report junit=out.xml"),
      Row(
        Sample.check + ["--report", "json=a", "--report", "junit=a"],
        "Two reports cannot go to the same file"),
      Row(
        ["check", "pack.yaml", "--data", "data", "--as-of", "2025-02-30"],
        "'2025-02-30' is no date", "--as-of 2025-03-31"),
      Row(["check", "pack.yaml", "--data", "data", "--as-of", "30/04/2025"], "is no date"),
      Row(["check", "pack.yaml", "--data", "data", "--as-of", ""], "is no date"),
      Row(["check", "pack.yaml", "--data"], "--data"),
      Row(["lint"], "Name a pack"),
      Row(["chekc"], "chekc"),
      Row(["--help"], exit: 0, "check", "lint", "checkers", "Exit codes", "holdfast check"),
      Row(["check", "--help"], exit: 0, "--report junit=out.xml", "--as-of", "--only"),
      Row(["lint", "--help"], exit: 0, "holdfast lint pack.yaml"),
      Row(["--version"], exit: 0, "0.1.0"),
      Row(["checkers"], exit: 0, "share:", "total:", "count:", "mean:", "every:"),
    ]
  }

  @Test(arguments: Row.all)
  func exitCode(_ row: Row) throws {
    let outcome = try Sample().workdir().run(row.arguments)
    outcome.expect(exit: row.exit, row.says)
    if row.exit == 64 { #expect(outcome.out.isEmpty, "a mistake is told on standard error") }
  }

  @Test func theSamplePasses() throws {
    let outcome = try Sample().workdir().run(Sample.check)
    outcome.expect(exit: 0, ["PASS: 50.00%, target >= 25%.", "Result: PASS (2 pass; exit 0)"])
    #expect(outcome.err.isEmpty)
  }
}
