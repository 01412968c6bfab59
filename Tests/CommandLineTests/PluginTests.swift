import Foundation
import Testing

/// Checkers outside the program, asked in a run.
@Suite("Plugins in a run")
struct PluginTests {
  /// Tells the cells that it is sent, and names its first row.
  private static let echo = """
    from hashlib import sha256

    from holdfast_plugin import Column, Measurement, RowsChecker, main

    class Echo(RowsChecker):
        name = "cells"
        summary = "counts cells"
        unit = "number"
        where = "optional"
        mergeable = True
        columns = [Column("cell", "text", means="a cell", nullable=True),
                   Column("sum", "decimal", means="a number")]

        def start(self):
            self.cells = []

        def update(self, batch):
            cells = batch["cell"]
            for row in range(batch.rows):
                where = batch.where[row] if batch.where else True
                self.cells.append([batch.first_row + row, str(cells[row]), str(batch["sum"][row]), str(where)])

        def state(self):
            return sorted(self.cells)

        def merge(self, states):
            self.cells = [cell for state in states for cell in state]

        def finish(self):
            self.cells.sort()
            said = "; ".join(":".join(cell[1:]) for cell in self.cells)
            if len(said) > 400:
                said = sha256(said.encode()).hexdigest()
            return Measurement(len(self.cells), len(self.cells), rows=len(self.cells), unknown_rows=0,
                               remarks=[said or "nothing"],
                               witnesses=[0] if self.cells else [])

    main("echo", [Echo])

    """

  private func echo(
    _ keys: String = "", target: String = "<= 3", columns: String = "cell: category, sum: amount"
  ) throws -> PluginSample {
    try PluginSample(
      Self.echo, keys: "check: echo/cells, columns: { \(columns) }, \(keys) target: \"\(target)\"")
  }

  @Test func rowsAreSentAsTheyAreJudged() throws {
    let sample = try echo("where: supplier.sme,")
    try sample.check("--jobs", "1").expect(
      exit: 0,
      [
        "PASS: 3, target <= 3. The number is what the plugin 'echo' claims.",
        "works:300.00:True; goods:500.00:False; works:200.00:True",
        "plugin echo 1.0.0: confined by",
      ])
  }

  @Test(arguments: [
    ["--jobs", "2"], ["--engine", "scalar"], ["--block-size", "64"], ["--cache", "c"],
  ])
  func theResultIsTheSame(_ options: [String]) throws {
    let sample = try echo("where: supplier.sme,")
    let one = try result(of: sample, [])
    #expect(one.contains("works:300.00:True"))
    for _ in 0..<2 { #expect(try result(of: sample, options) == one) }
  }

  /// What a report says but for how it came about.
  private func result(of sample: PluginSample, _ options: [String]) throws -> String {
    let text = try sample.check(["--report", "json", "--reproducible"] + options).out
    return String(text.prefix(upTo: try #require(text.range(of: "\"run\":")).lowerBound))
  }

  /// What may be sent: a cell, the cell of another row, and what is worked out from one or from
  /// several.
  private static let cells = [
    "cell: supplier_id, sum: amount", "cell: category, sum: amount + amount",
    "cell: 'supplier.sme ? \"small\" : department', sum: amount",
    "cell: 'category + department', sum: amount", "cell: 'supplier_id + id', sum: amount",
  ]

  @Test(arguments: cells)
  func columnsAreSentAsRowsAre(_ columns: String) throws {
    for among in ["", "among: category != \"goods\",", "among: amount > 1000.0,"] {
      let sample = try echo("where: supplier.sme, \(among)", target: "<= 1m", columns: columns)
      try sample.workdir.write("data/suppliers.csv", "supplier_id,sme\ns1,yes\ns2,no\ns3,\n")
      try sample.workdir.write("data/spend.csv", Ledger.text(rows: 400))
      let rows = try result(of: sample, ["--engine", "scalar"])
      #expect(rows.contains("PASS") || rows.contains("\"pass\""), "\(rows)")
      for options in [[], ["--block-size", "333"], ["--block-size", "64", "--jobs", "3"]] {
        #expect(try result(of: sample, options) == rows)
      }
    }
  }

  @Test func whatCannotBeWorkedOutIsToldByItsRow() throws {
    let sample = try echo(columns: "cell: category.substring(4), sum: amount")
    try sample.workdir.write("data/spend.csv", Sample.spend.replacing("goods", with: "fee"))
    try sample.check("--only", "M").expect(
      exit: 3, ["spend.csv:3: error: the column 'cell' cannot be evaluated"])
  }

  @Test func rowsOfOtherDaysAreNotSent() throws {
    let sample = try echo("among: department == \"Parks\",")
    try sample.workdir.write(
      "data/spend.csv",
      Sample.spend + "r4,2025-04-10,Parks,s1,7.00,M5 4WT,later\n"
        + "r5,,Parks,s1,9.00,M5 4WT,undated\n")
    try sample.check("--only", "M").expect(
      exit: 0, ["goods:500.00:True; works:200.00:True; undated:9.00:True"],
      never: ["later", "7.00"])
  }

  @Test(arguments: [
    ("exclude", "works:300.00:True; goods:500.00:False"), ("worst", "works:200.00:True"),
  ])
  func missingHasHadItsSay(_ rule: String, _ says: String) throws {
    let sample = try echo("where: supplier.sme, missing: \(rule),")
    try sample.workdir.write("data/suppliers.csv", "supplier_id,sme\ns1,yes\ns2,no\ns3,\n")
    try sample.workdir.write(
      "data/spend.csv", Sample.spend.replacing("Parks,s1", with: "Parks,s3"))
    try sample.check("--only", "M").expect(exit: 0, [says])
  }

  @Test func aCellThatIsWantedAndUnknownCannotTell() throws {
    let sample = try echo()
    try sample.workdir.write("data/spend.csv", Sample.spend.replacing("500.00", with: ""))
    try sample.check("--only", "M").expect(
      exit: 2, ["CANNOT TELL: 1 row lacks what the plugin wants as 'sum'.", "- r2 (spend.csv:3)"])
  }

  @Test func wordsOfPluginsAreNotShownWhereRowsAreAboutPersons() throws {
    let sample = try echo()
    let text = Sample.institution.replacing("category: {}", with: "category: { personal: true }")
    try sample.workdir.write("data/institution.yaml", text)
    let json = try sample.check("--report", "json").out
    #expect(!json.contains("works") && !json.contains("500.00"))
    #expect(!json.contains("spend.csv:2"))
  }

  @Test func rowsThatItNamesAreShown() throws {
    let sample = try echo(target: "<= 2")
    try sample.check("--only", "M").expect(
      exit: 1, ["FAIL: 3, target <= 2.", "- r1 (spend.csv:2)"])
  }

  @Test func aTallyHasNoRowsToRead() throws {
    let sample = try echo()
    let more = ["pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--plugins", "plugin"]
    try sample.workdir.run(["tally"] + more + ["--out", "t.tally"]).expect(exit: 0)
    try sample.check("--tallies", "t.tally").expect(
      exit: 3,
      [
        "'echo/cells' reads rows, and a tally has none of 'spend'",
        "OK It is counted here (block) PASS",
      ])
  }

  @Test func aChangedFileIsRefused() throws {
    let sample = try echo()
    try sample.workdir.write("plugin/plugin.py", Self.echo + "\n# changed\n")
    try sample.check().expect(exit: 3, ["plugin.py", "plugin.yaml:"], never: ["PASS"])
  }

  @Test func dataBringsNoPlugin() throws {
    let sample = try echo()
    try FileManager.default.moveItem(
      atPath: sample.workdir.path("plugin"), toPath: sample.workdir.path("data/plugin"))
    try sample.workdir.run(Sample.check + ["--plugins", "data/plugin"]).expect(
      exit: 3, ["the plugin in 'data/plugin' lies in the data folder"], never: ["PASS"])
  }

  @Test func aPluginThatNobodyNamedIsToldOf() throws {
    let sample = try echo()
    try sample.workdir.run(Sample.check).expect(
      exit: 3,
      ["there is no checker 'echo/cells'", "name the folder of the plugin 'echo' with --plugins"])
  }

  @Test func aProjectNamesThem() throws {
    let sample = try echo()
    try sample.workdir.write(
      "holdfast.yaml",
      "packs: [pack.yaml]\ndata: data\nplugins: [plugin]\nreports: [terminal, junit=out.xml]\n")
    try sample.workdir.run("check", "--as-of", "2025-04-30").expect(
      exit: 0, ["PASS: 3, target <= 3."])
    #expect(try sample.workdir.read("out.xml").contains("asked"))
    try sample.workdir.run("lint").expect(
      exit: 0, ["No mistakes found: 1 pack(s), 2 commitment(s)"])
    try sample.workdir.write("holdfast.yaml", "pack: [pack.yaml]\ndata: data\n")
    try sample.workdir.run("check").expect(
      exit: 3, ["holdfast.yaml:1:1: error:", "did you mean 'packs'?"])
  }

  /// Mistakes that a pack makes about a plugin, and what is said of each.
  private static let mistakes: [(keys: String, says: [String])] = [
    (
      "check: echo/cell, target: \"<= 3\"",
      ["the plugin 'echo' has no checker 'cell'", "did you mean 'echo/cells'?"]
    ),
    ("check: echo/cells, target: \"<= 3\"", ["'echo/cells' needs the column 'sum': a number"]),
    (
      "check: echo/cells, columns: { sum: amount, cel: id }, target: \"<= 3\"",
      ["'echo/cells' has no column 'cel'", "did you mean 'cell'?"]
    ),
    (
      "check: echo/cells, columns: { sum: category }, target: \"<= 3\"",
      ["pack.yaml:5", "decimal"]
    ),
    (
      "check: echo/cells, columns: { sum: amount }, with: { depth: 3 }, target: \"<= 3\"",
      ["pack.yaml:5", "depth"]
    ),
    (
      "check: echo/cells, columns: { sum: amount }, measure: amount, target: \"<= 3\"",
      ["takes no 'measure'"]
    ),
    (
      "check: echo/cells, columns: { sum: amount }, per: department, target: \"<= 3\"",
      ["takes no 'per'"]
    ),
    ("check: echo/cells, columns: { sum: amount }, joint: \"<= 3\"", ["cannot be held jointly"]),
    ("check: echo/cells, columns: { sum: amount }, target: \"<= 3%\"", ["plain number"]),
  ]

  @Test(arguments: mistakes.indices)
  func mistakesAreFoundWithoutRows(_ index: Int) throws {
    let (keys, says) = Self.mistakes[index]
    let sample = try PluginSample(Self.echo, keys: keys)
    try sample.workdir.run("lint", "pack.yaml", "--data", "data", "--plugins", "plugin").expect(
      exit: 3, says)
  }
}
