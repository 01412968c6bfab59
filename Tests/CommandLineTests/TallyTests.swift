import Foundation
import Testing

/// Parts that are tallied apart and put together say what the whole says.
@Suite struct TallyTests {
  static let tally = ["tally", "pack.yaml", "--data", "data", "--as-of", "2025-04-30"]

  /// The sample with its ledger in several files.
  private static func split(_ rows: Int, _ parts: Int, seed: UInt64) throws -> Sample {
    var steps = Steps(state: seed)
    var files = Array(repeating: [String](), count: parts)
    for line in Ledger.lines(rows).shuffled(seed: seed) { files[steps.next(parts)].append(line) }
    var sample = Sample()
    sample.files["pack.yaml"] = SplitTests.pack
    sample.files["data/spend.csv"] = nil
    for (index, lines) in files.enumerated() {
      sample.files["data/spend/\(index).csv"] = Sample.header + lines.joined()
    }
    try sample.change("data/institution.yaml", "files: spend.csv", to: "files: \"spend/*.csv\"")
    return sample
  }

  /// Two of the tallies at random become one, until one is left.
  private static func mergeAtRandom(
    _ tallies: [String], in workdir: Workdir, _ steps: inout Steps
  ) throws -> String {
    var left = tallies
    while left.count > 1 {
      let first = left.remove(at: steps.next(left.count))
      let second = left.remove(at: steps.next(left.count))
      let name = "merged-\(left.count).tally"
      try workdir.run(["merge", first, second, "--out", name]).expect(exit: 0)
      left.append(name)
    }
    return left[0]
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func partsInAnyOrderAreTheWhole(_ seed: UInt64) throws {
    var steps = Steps(state: seed)
    let parts = 2 + steps.next(5)
    let workdir = try Self.split(400, parts, seed: seed).workdir()
    try workdir.run(Self.tally + ["--out", "whole.tally"]).expect(exit: 0)
    let names = (0..<parts).map { "\($0).tally" }
    for (index, name) in names.enumerated() {
      try workdir.run(Self.tally + ["--files", "spend/\(index).csv", "--out", name])
        .expect(exit: 0, ["spend: 1 of \(parts) file(s)"])
    }
    let merged = try Self.mergeAtRandom(names, in: workdir, &steps)
    #expect(try workdir.bytes(merged) == workdir.bytes("whole.tally"))
    let direct = try workdir.run(Sample.check + ["--report", "json"])
    let judged = try workdir.run(Sample.check + ["--report", "json", "--tallies", merged])
    #expect(judged.exit == direct.exit)
    #expect(try judged.result() == direct.result())
  }

  /// What a tally is for, it needs no rows for.
  @Test func noRowIsReadAgain() throws {
    let workdir = try Sample().workdir()
    try workdir.run(Self.tally + ["--out", "all.tally"]).expect(exit: 0)
    let direct = try workdir.run(Sample.check + ["--report", "json"])
    try workdir.remove("data/spend.csv")
    let judged = try workdir.run(Sample.check + ["--report", "json", "--tallies", "all.tally"])
    #expect(try judged.result() == direct.result())
    #expect(try judged.json()["run/files/0/read"] == "false")
    let digest = try judged.json()["run/files/0/sha256"]
    #expect(digest == "78bb0f27729123f102ab5740c359926044a72ecef01a0a7ab6959c6627326d47")
  }

  /// Later days, and other targets, need no other tally.
  @Test func aTallyServesOtherDaysAndTargets() throws {
    let workdir = try Sample().workdir()
    try workdir.run(Self.tally + ["--out", "all.tally"]).expect(exit: 0)
    try workdir.write(
      "pack.yaml", Sample.pack.replacing(">= 25%", with: ">= 60%").replacing("tenth", with: "lot"))
    for day in ["2025-03-31", "2025-04-01", "2026-01-15"] {
      let check = ["check", "pack.yaml", "--data", "data", "--as-of", day, "--report", "json"]
      let judged = try workdir.run(check + ["--tallies", "all.tally"])
      #expect(try judged.result() == workdir.run(check).result())
    }
  }

  /// The same sums are made once, whoever asks for them.
  @Test func commitmentsShareWhatTheyHaveInCommon() throws {
    var sample = Sample()
    try sample.change(
      "pack.yaml", "  - id: SME",
      to: """
          - { id: MORE, title: Half, check: share, of: spend, measure: amount, where: 'postcode in area("home")', period: fiscal_year_to_date, target: ">= 50%" }
          - id: SME
        """)
    let workdir = try sample.workdir()
    let plan = ["plan", "pack.yaml", "--data", "data", "--as-of", "2025-04-30"]
    try workdir.run(plan).expect(
      exit: 0,
      [
        "Northgate Council, as of 2025-04-30", "columns: date, supplier_id, amount, postcode",
        "supplier in suppliers: sme", "for: fair/LOC, fair/MORE", "for: fair/SME",
      ])
    let json = try workdir.run(plan + ["--format", "json"]).json()
    #expect(json.items("plan/datasets/0/aggregates").count == 2)
    #expect(json["plan/datasets/0/aggregates/0/buckets"] == "fiscal months")
    try TalliedRun(workdir: workdir).expectSame(
      as: workdir.run(Sample.check + ["--report", "json"]))
  }

  /// A ledger with all that a tally can say: rows of unknown suppliers, days and categories, cells
  /// that cannot be read, rows that repeat others, amounts in several currencies.
  private static func everything() throws -> Sample {
    var sample = try split(40, 2, seed: 3)
    try sample.change(
      "data/institution.yaml", "    key: id\n",
      to: """
            key: id
            show: [department]
            keep: department != "Roads"
            duplicates: { key: [department, category], then: report }
            expect: { a_file_each: month, from: 2024-04, to: 2024-05 }
            control_total: { amount: "1m", source: note 7, tolerance: 1% }

        """)
    try sample.change(
      "data/institution.yaml", "amount: { type: decimal }",
      to: "amount: { type: decimal, currency: { column: currency, rates: fx, rate: rate } }\n"
        + "      currency: { from: id, extract: '^(.)' }")
    try sample.change(
      "data/institution.yaml", "  suppliers:\n",
      to: """
          fx:
            files: fx.csv
            key: code
            valid: { from: day }
            columns: { code: {}, day: { type: date }, rate: { type: decimal, currency: none } }
          suppliers:

        """)
    sample.files["data/fx.csv"] = "code,day,rate\nr,2024-01-01,0.85\nr,2024-06-01,0.84\n"
    sample.files["data/spend/0.csv"]? += "r90,,Parks,s1,5.00,M5 4WT,works\nr91,x,,s1,x,,works\n"
    return sample
  }

  /// The bytes of a tally are those of this version of the format, on every machine.
  @Test func theFormatStandsStill() throws {
    let workdir = try Self.everything().workdir()
    try workdir.run(Self.tally + ["--out", "all.tally"]).expect(exit: 0)
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "HoldfastEngineTests/Golden/sample.tally")
    let bytes = try workdir.bytes("all.tally")
    #expect(
      try bytes == Array(Data(contentsOf: golden)),
      "where this is meant, raise the version and save \(Data(bytes).base64EncodedString())")
    try TalliedRun(workdir: workdir).expectSame(
      as: workdir.run(Sample.check + ["--report", "json"]))
  }
}

extension Workdir {
  /// The bytes of a file of the folder.
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }
}
