import Testing

/// A file that cannot be used stops the run, or the commitments that need it; it never passes.
@Suite struct BadFileTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let damage: Damage
    let says: [String]

    var testDescription: String { "\(file): \(damage)" }

    /// Whether the run can start without the file, so that there is a report on the rest.
    var leavesReport: Bool { ["data/spend.csv", "data/suppliers.csv"].contains(file) }
  }

  static let rows = written + tables

  /// Files that a person writes.
  private static let written = ["pack.yaml", "data/institution.yaml"].flatMap { file in
    // UTF-16 is a way to write YAML.
    Damage.ofAll.filter { $0 != .utf16 }.map { damage in
      let says =
        switch damage {
        case .missing, .danglingLink: ["\(file): error:", "there is no such file"]
        case .folder: [file, file == "pack.yaml" ? "there is no such file" : "this is a folder"]
        case .linkCircle: ["\(file): error:", "its links lead in a circle"]
        case .empty: ["\(file): error: the file is empty", "help: write at least one"]
        case .binary, .spreadsheet, .zeroByte: ["\(file)", "invisible character"]
        default: ["\(file):", "the byte 0xE9 is no UTF-8", "save the file as UTF-8"]
        }
      return Row(file: file, damage: damage, says: says)
    }
  }

  /// Files that a system exports: the ledger, a table that it refers to, a lookup of places.
  private static let tables = [
    ("data/spend.csv", "spend.csv", 5), ("data/suppliers.csv", "suppliers.csv", 4),
    ("data/places.csv", "places.csv", 4),
  ].flatMap { file, name, line in
    (Damage.ofAll + Damage.ofTables).map { damage in
      Row(file: file, damage: damage, says: says(damage, name, line))
    }
  }

  private static func says(_ damage: Damage, _ name: String, _ line: Int) -> [String] {
    switch damage {
    case .missing: ["data/institution.yaml:", "'\(name)' matches no file", "'institution.yaml'"]
    case .folder: ["data/institution.yaml:", "'\(name)', which is a folder"]
    case .danglingLink, .linkCircle: ["data/institution.yaml:", name, "link"]
    case .empty: ["\(name): error: the file is empty", "export it again, with its headers"]
    case .binary, .zeroByte: ["\(name):", "looks like a binary file", "export the table as CSV"]
    case .badUTF8: ["\(name):1: error:", "byte 0xE9 at column 13", "windows-1252"]
    case .utf16: ["\(name): error: the file is in UTF-16", "save it as CSV UTF-8"]
    case .spreadsheet: ["\(name): error: this is a spreadsheet", "damaged", "help:"]
    case .headerOnly: ["no rows"]
    case .blankLine: ["\(name):1: error:", "no header", "help:"]
    case .openQuote: ["\(name):\(line): error: the quote opened on line \(line)", "never closed"]
    case .quoteInText: ["\(name):\(line): error: a quote stands inside a cell", "column 4"]
    case .tooFewCells: ["\(name):\(line): error: the record has 1 cell and", "headers"]
    case .tooManyCells: ["\(name):\(line): error: the record has 9 cells", "not blank"]
    case .wrongHeader: ["\(name):1: error: the column", "has no header", "found 'x", "is meant"]
    }
  }

  @Test(arguments: rows)
  func stopsWhatNeedsIt(_ row: Row) throws {
    let workdir = try Sample().workdir()
    try row.damage.apply(to: row.file, in: workdir)
    let before = try workdir.names()
    let outcome = try workdir.run(Sample.check)
    // A lookup has no columns: to point there is no help.
    let never = row.file == "data/places.csv" ? ["columns."] : []
    outcome.expect(
      exit: 3, row.says, never: never + ["did you mean '\(row.file.dropFirst(5))'"])
    #expect(outcome.err.isEmpty == row.leavesReport, "a run that cannot start says so on error")

    let second = try workdir.run(Sample.check + ["--report", "json=out.json"])
    #expect(second.exit == 3)
    #expect(try workdir.names() == (before + (row.leavesReport ? ["out.json"] : [])).sorted())
    guard row.leavesReport else { return }
    let report = try JSONValue(workdir.read("out.json"))
    #expect(report["result/verdict"] == "error")
    #expect(report["result/exit"] == "3")
    #expect(report["result/findings/1/verdict"] == "error")
  }

  /// The commitment that does not need the table of suppliers is evaluated all the same.
  @Test func theRestIsStillEvaluated() throws {
    let workdir = try Sample().workdir()
    try workdir.remove("data/suppliers.csv")
    let json = try workdir.run(Sample.check + ["--report", "json"]).json()
    #expect(json["result/findings/0/verdict"] == "pass")
    #expect(json["result/findings/0/measurement/value"] == "0.5000")
    #expect(json["result/findings/1/verdict"] == "error")
  }
}
