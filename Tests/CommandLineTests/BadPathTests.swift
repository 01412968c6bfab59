import Glibc
import Testing

/// Paths that lead nowhere, twice to the same rows, or out of the data folder.
@Suite struct BadPathTests {
  struct Files: Sendable, CustomTestStringConvertible {
    let files: String
    let says: [String]

    init(_ files: String, _ says: String...) {
      self.files = files
      self.says = says
    }

    var testDescription: String { files }

    static let all = [
      Files("spend.csv/x.csv", "'spend.csv/x.csv' matches no file", "help:"),
      Files("\"spend/*.csv\"", "'spend/*.csv' matches no file", "the folder 'data' has"),
      Files("\"empty/*.csv\"", "'empty/*.csv' matches no file", "the folder 'data/empty' is empty"),
      Files("spnd.csv", "'spnd.csv' matches no file", "did you mean 'spend.csv'"),
      Files("../pack.yaml", "leads out of its folder", "use a path below the data folder"),
      Files("/etc/passwd", "is an absolute path", "use a path below the data folder"),
      Files("outside.csv", "'outside.csv' is a link that leads out of the data folder"),
      Files(
        "[spend.csv, \"sp*.csv\"]", "'spend.csv' is named twice, so its rows would count twice"),
      Files("[spend.csv, spend.csv]", "'spend.csv' is named twice"),
      Files("[spend.csv, again.csv]", "so they would count twice"),
      Files("[spend.csv, copy.csv]", "same rows as", "so they would count twice"),
      Files("[]", "files"), Files("\"\"", "files"),
    ]
  }

  @Test(arguments: Files.all)
  func filesOfADataset(_ row: Files) throws {
    var sample = Sample()
    try sample.change("data/institution.yaml", "files: spend.csv", to: "files: \(row.files)")
    let workdir = try sample.workdir()
    try workdir.makeFolder("data/empty")
    try workdir.write("data/copy.csv", Sample.spend)
    try workdir.link("data/again.csv", to: "spend.csv")
    try workdir.link("data/outside.csv", to: "../pack.yaml")
    try workdir.run(Sample.check).expect(exit: 3, row.says, never: ["Result: PASS"])
  }

  struct Line: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let says: [String]

    init(_ arguments: [String], _ says: String...) {
      self.arguments = arguments
      self.says = says
    }

    var testDescription: String { arguments.joined(separator: " ") }

    static let all = [
      Line(["check", "pack.yaml", "--data", "dta"], "'dta' is no folder", "institution.yaml"),
      Line(["check", "pack.yaml", "--data", "pack.yaml"], "'pack.yaml' is no folder"),
      Line(["check", "pack.yaml", "--data", ""], "the data folder", "help:"),
      Line(
        ["check", "pack.yaml/x", "--data", "data"], "pack.yaml/x", "a part of the path is a file"),
      Line(["check", "data", "--data", "data"], "data/pack.yaml", "no such file"),
      Line(["check", "pack.yaml", "./pack.yaml", "--data", "data"], "two packs are called 'fair'"),
      Line(["check", "pack.yaml", "absent.yaml", "--data", "data"], "absent.yaml", "no such file"),
      Line(Sample.check + ["--institution", "absent.yaml"], "absent.yaml", "no such file"),
      Line(Sample.check + ["--parameters", "absent.yaml"], "absent.yaml", "no such file"),
      Line(
        Sample.check + ["--only", "LCO"], "--only LCO names no commitment", "did you mean 'LOC'"),
      Line(Sample.check + ["--only", "LOC", "--only", "x"], "--only x names no commitment"),
      Line(Sample.check + ["--only", ""], "names no commitment"),
      Line(["lint", "absent.yaml"], "absent.yaml", "no such file"),
      Line(["lint", "--data", "dta"], "'dta' is no folder"),
    ]
  }

  @Test(arguments: Line.all)
  func argumentsThatLeadNowhere(_ row: Line) throws {
    let workdir = try Sample().workdir()
    let before = try workdir.names()
    let outcome = try workdir.run(row.arguments)
    outcome.expect(exit: 3, row.says)
    #expect(outcome.out.isEmpty)
    guard row.arguments[0] == "check" else { return }
    #expect(try workdir.run(row.arguments + ["--report", "json=out.json"]).exit == 3)
    #expect(try workdir.names() == before)
  }

  @Test func aPipeIsNoFile() throws {
    let workdir = try Sample().workdir()
    try workdir.remove("data/spend.csv")
    let status = unsafe mkfifo(workdir.path("data/spend.csv"), 0o600)
    try #require(status == 0)
    try workdir.run(Sample.check).expect(exit: 3, ["spend.csv: error: this is a pipe, not a file"])
  }

  @Test(.disabled(if: getuid() == 0, "the super-user reads every file"))
  func aFileWithoutPermission() throws {
    let workdir = try Sample().workdir()
    let status = unsafe chmod(workdir.path("data/spend.csv"), 0)
    try #require(status == 0)
    try workdir.run(Sample.check).expect(exit: 3, ["spend.csv", "you have no permission"])
  }
}
