import Testing

/// `holdfast unknowns`: which cells are asked for, and what is said where none can be.
@Suite struct UnknownsTests {
  private static let ask = ["unknowns"] + Sample.check.dropFirst()

  private static let institution = [
    "key: id\n": "key: id\n    show: [department, category]\n"
  ]

  private static func workdir(
    _ rows: String, _ change: (inout Sample) throws -> Void = { _ in }
  ) throws -> Workdir {
    var sample = Sample()
    for (old, new) in institution { try sample.change("data/institution.yaml", old, to: new) }
    sample.files["data/spend.csv"] = Sample.header + rows
    try change(&sample)
    return try sample.workdir()
  }

  /// What a row lacks, and the line that asks for it.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: String
    var only = "LOC"
    var pack: [String: String] = [:]
    let lines: [String]

    var testDescription: String { name }

    private static let known = "k,2024-04-10,Housing,s1,300.00,M5 4WT,works\n"

    static let all = [
      Row(name: "nothing", rows: known, lines: []),
      Row(
        name: "a blank cell", rows: known + "r,2024-06-01,Parks,s2,-500.00,,goods\n",
        lines: ["spend,r,postcode,,,,,1,500.00,100.00%,100.00%,\"Parks, goods\",fair/LOC"]),
      Row(
        name: "no postcode", rows: known + "r,2024-06-01,Parks,s2,5.00,nowhere,goods\n",
        lines: ["spend,r,postcode,,,,,1,5.00,100.00%,100.00%,\"Parks, goods\",fair/LOC"]),
      Row(
        name: "outside the period", rows: known + "r,2023-06-01,Parks,s2,500.00,,goods\n", lines: []
      ),
      Row(
        name: "a blank date", rows: known + "r,,Parks,s2,500.00,M5 4WT,goods\n",
        lines: ["spend,r,date,,,,,1,500.00,100.00%,100.00%,\"Parks, goods\",fair/LOC"]),
      Row(
        name: "a blank group", rows: known + "r,2024-06-01,,s2,500.00,M5 4WT,goods\n",
        pack: [
          "period: fiscal_year\n    target: \">= 25%\"":
            "period: fiscal_year\n    per: department\n    target: \">= 25%\""
        ],
        lines: ["spend,r,department,,,,,1,500.00,100.00%,100.00%,goods,fair/LOC"]),
      Row(
        name: "a blank amount", rows: known + "r,2024-06-01,Parks,s2,,M5 4WT,goods\n",
        lines: ["spend,r,amount,,,,,1,0,100.00%,100.00%,\"Parks, goods\",fair/LOC"]),
      Row(
        name: "a reference that leads nowhere",
        rows: known + "r,2024-06-01,Parks,s9,5.00,M5 4WT,g\n",
        only: "SME",
        lines: ["suppliers,s9,sme,,,,,1,5.00,100.00%,100.00%,\"Parks, g\",fair/SME"]),
      Row(
        name: "a blank key of a reference", rows: known + "r,2024-06-01,Parks,,5.00,M5 4WT,goods\n",
        only: "SME",
        lines: ["spend,r,supplier_id,,,,,1,5.00,100.00%,100.00%,\"Parks, goods\",fair/SME"]),
      Row(
        name: "several rows on one cell",
        rows: known + "r,2024-06-01,Parks,s9,5.00,M5 4WT,b\nq,2024-06-02,Roads,s9,-7.00,M5 4WT,a\n",
        only: "SME",
        lines: ["suppliers,s9,sme,,,,,2,12.00,100.00%,100.00%,\"Roads, a\",fair/SME"]),
    ]
  }

  @Test(arguments: Row.all)
  func asksForTheCell(_ row: Row) throws {
    let workdir = try Self.workdir(row.rows) { sample in
      for (old, new) in row.pack {
        let first = try #require(sample.files["pack.yaml"]?.firstRange(of: old), "no \(old)")
        sample.files["pack.yaml"]?.replaceSubrange(first, with: new)
      }
    }
    let outcome = try workdir.run(Self.ask + ["--only", row.only, "--csv"])
    outcome.expect(exit: 0)
    #expect(outcome.err.isEmpty, "\(outcome.err)")
    let lines = outcome.out.split(separator: "\r\n").map(String.init)
    #expect(
      lines.first
        == "\u{FEFF}dataset,key,column,value,by,on,because,rows,amount,share,cumulative_share,"
        + "what,commitments")
    #expect(Array(lines.dropFirst()) == row.lines)
  }

  /// The commitment in which a cell weighs most gives its weight, and all that ask are named.
  @Test func namesEveryCommitment() throws {
    let rows = "k,2024-04-10,Housing,s1,300.00,M5 4WT,works\nr,2024-06-01,Parks,s9,5.00,,goods\n"
    let workdir = try Self.workdir(rows) {
      try $0.change(
        "pack.yaml", "where: supplier.sme", to: "where: supplier.sme && postcode != \"\"")
    }
    let outcome = try workdir.run(Self.ask + ["--csv"])
    #expect(
      Array(outcome.out.split(separator: "\r\n").dropFirst()) == [
        "spend,r,postcode,,,,,1,5.00,50.00%,50.00%,\"Parks, goods\",fair/LOC fair/SME",
        "suppliers,s9,sme,,,,,1,5.00,50.00%,100.00%,\"Parks, goods\",fair/SME",
      ])
    try workdir.run(Self.ask).expect(
      exit: 0, ["2 cells keep rows from being judged", "1. spend.postcode of r (Parks, goods)"])
  }

  /// Rows that share a key are named by their digests; rows that are equal in every cell cannot be.
  @Test func namesRowsWithoutKey() throws {
    let twin = "r,2024-06-01,Parks,s1,9.00,,goods\n"
    let rows =
      "k,2024-04-10,Housing,s1,300.00,M5 4WT,works\nr,2024-06-01,Parks,s1,5.00,,goods\n" + twin
      + twin
    let workdir = try Self.workdir(rows)
    let outcome = try workdir.run(Self.ask + ["--only", "LOC", "--csv=u.csv"])
    outcome.expect(
      exit: 0, ["2 row(s) lack cells that are not listed, since no key names them alone"])
    var table = SavedTable(try workdir.read("u.csv"))
    let keys = try table.column("key")
    #expect(keys.count == 1)
    #expect(keys.first?.hasPrefix("row ") == true)
    try table.answer(["M3 1AA"], on: "2025-04-02")
    let style = try #require(SavedTable.Style.all.first)
    try workdir.write("data/corrections.csv", table.text(style))
    let json = try workdir.run(Sample.check + ["--only", "LOC", "--report", "json"]).json()
    #expect(json["result/findings/0/measurement/unknown_rows"] == "2")
    #expect(json["result/corrections/cells"] == "1")
  }

  @Test func tellsNothingOfPersons() throws {
    let rows = "ZZ1,2024-06-01,ZZDEP,ZZS,77777.77,,ZZCAT\n"
    let outcome = try Self.workdir(rows) {
      try $0.change("data/institution.yaml", "key: id\n", to: "key: id\n    personal: true\n")
    }.run(Self.ask + ["--csv"])
    outcome.expect(
      exit: 0, ["1 row(s) lack cells about persons, which are not listed"],
      never: ["ZZ", "77777", "77,777"])
  }

  /// A list made from data that cannot be read would ask for the wrong cells.
  @Test func needsDataWithoutErrors() throws {
    let outcome = try Self.workdir("r,2024-06-01,Parks,s2,nonsense,,goods\n").run(Self.ask)
    outcome.expect(exit: 3, ["spend.csv:2", "amount"])
    #expect(outcome.out.isEmpty)
  }

  /// Neither answers nor inputs are written over.
  @Test func writesOverNothing() throws {
    let workdir = try Self.workdir("r,2024-06-01,Parks,s2,5.00,,goods\n")
    try workdir.write("answers.csv", "mine")
    try workdir.run(Self.ask + ["--csv=answers.csv"]).expect(
      exit: 3, ["may hold somebody's answers"])
    #expect(try workdir.read("answers.csv") == "mine")
    try workdir.run(Self.ask + ["--csv=data/spend.csv"]).expect(exit: 3, ["written over a file"])
    let bare = ["unknowns", "--csv", "pack.yaml", "--data", "data", "--as-of", "2025-04-30"]
    try workdir.run(bare).expect(exit: 0, ["spend,r,postcode"])
    #expect(try workdir.read("pack.yaml") == Sample.pack)
  }
}
