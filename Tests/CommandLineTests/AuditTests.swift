import Foundation
import Testing

/// Ways to make a run look better than it is, each found by trying: none may end with exit 0.
@Suite("No way around a commitment")
struct AuditTests {
  struct Trick: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var commitment: String
    var columns = "id: {}, date: {type: date}, cat: {}, amount: {type: decimal}"
    var rows = "1,2024-05-01,a,10\n2,2024-06-01,Loans,20\n3,2024-07-01,c,30\n"
    var head = ""
    var dataset = ""
    var exit: Int32
    var says: String

    static let all = [
      Trick(
        testDescription: "a schedule for every row",
        commitment:
          "check: every\nwhere: cat == 'a'\nschedule: [{from: 2020-01-01, target: '>= 0'}]",
        exit: 3, says: "'every' takes no target"),
      Trick(
        testDescription: "a further target for every row",
        commitment: "check: every\nwhere: cat == 'a'\nstretch: '>= 0'", exit: 3,
        says: "'every' takes no target"),
      Trick(
        testDescription: "a blank that stands for a declared cell",
        commitment: "check: share\nwhere: cat != 'none'\ntarget: '>= 60%'",
        columns:
          "id: {}, date: {type: date}, cat: {type: choice, values: {N: none, Y: cert}, blank: N}, "
          + "amount: {type: decimal}",
        rows: "1,2024-05-01,,1\n2,2024-05-01,Y,1\n3,2024-05-01,N,1\n", exit: 1, says: "33.33%"),
      Trick(
        testDescription: "a blank percentage",
        commitment: "check: mean\nmeasure: cat\ntarget: '= 0.125'",
        columns:
          "id: {}, date: {type: date}, cat: {type: percent, blank: '12.5'}, amount: {type: decimal}",
        rows: "1,2024-05-01,,1\n2,2024-05-01,12.5,1\n", exit: 0, says: "0.125"),
      Trick(
        testDescription: "a misspelt text where nothing may be selected",
        commitment:
          "check: every\namong: cat == 'Lons'\nwhere: amount < 0.00\nmay_be_empty: true",
        exit: 2, says: "never stands"),
      Trick(
        testDescription: "a text that only rows after as-of hold",
        commitment: "check: every\nwhere: cat != 'Lons'",
        rows: "1,2024-05-01,Loans,10\n2,2026-06-01,Lons,20\n", exit: 2, says: "never stands"),
      Trick(
        testDescription: "a division that drops digits in a target",
        commitment: "check: count\ntarget: '>= params.m / 9'",
        head: "parameters: {m: {type: integer, default: 5}}\n", exit: 3, says: "drops digits"),
      Trick(
        testDescription: "a division that drops digits in a measure",
        commitment: "check: total\nmeasure: int(id) / 2\ntarget: '= 0'", exit: 3,
        says: "drops digits"),
      Trick(
        testDescription: "a double in a measure",
        commitment: "check: total\nmeasure: int(double(id) * 0.1)\ntarget: '= 0'", exit: 3,
        says: "a double"),
      Trick(
        testDescription: "a percentage as the target of a total",
        commitment: "check: total\nmeasure: amount\ntarget: '>= params.m'",
        head: "parameters: {m: {type: percent, default: 25%}}\n", exit: 3,
        says: "a percentage is no target"),
      Trick(
        testDescription: "the worst of a row without a measure",
        commitment:
          "check: total\nmeasure: amount\nwhere: cat == 'a'\nmissing: worst\ntarget: '>= 5'",
        rows: "1,2024-05-01,a,10\n2,2024-05-01,,\n", exit: 2, says: "no amount"),
      Trick(
        testDescription: "every row left out as unknown",
        commitment: "check: every\nwhere: cat.size() > 0\nmissing: exclude",
        rows: "1,2024-05-01,,10\n", exit: 2, says: "nothing to judge"),
      Trick(
        testDescription: "only rows that may belong elsewhere",
        commitment: "check: every\nwhere: amount > 0.00\nperiod: fiscal_year",
        rows: "1,,a,10\n", exit: 2, says: "for certain"),
      Trick(
        testDescription: "a running year on a snapshot",
        commitment: "check: count\nperiod: fiscal_year_to_date\ntarget: '>= 1'",
        columns: "id: {}, cat: {}", dataset: "snapshot: 2025-04-10, ", exit: 2,
        says: "still running"),
      Trick(
        testDescription: "a template with a schedule",
        commitment:
          "check: count\ntarget: required\nschedule: [{from: 2024-01-01, target: '>= 900'}]",
        exit: 3, says: "not both"),
      Trick(
        testDescription: "values of a number",
        commitment: "check: total\nmeasure: amount\ntarget: '>= 1'",
        columns: "id: {}, amount: {type: decimal, values: {'-': '0'}}", exit: 3,
        says: "takes no 'values'"),
      Trick(
        testDescription: "a total that may still grow into its range",
        commitment:
          "check: total\nmeasure: amount\nperiod: {from: 2025-01-01, to: 2025-12-31}\n"
          + "target: between £1000 and £2000",
        rows: "1,2025-02-01,a,10\n", exit: 2, says: "still running"),
    ]
  }

  @Test(arguments: Trick.all)
  func isSeenThrough(_ trick: Trick) throws {
    let workdir = try Workdir()
    let period = trick.dataset.isEmpty ? "period_by: date, " : trick.dataset
    try workdir.write(
      "data/institution.yaml",
      """
      institution: Council
      currency: GBP
      fiscal_year_starts: 04-01
      datasets:
        spend: { files: spend.csv, \(trick.columns.contains("date") ? period : trick.dataset)key: id, columns: { \(trick.columns) } }

      """)
    try workdir.write("data/spend.csv", "id,date,cat,amount\n" + trick.rows)
    let keys = trick.commitment.split(separator: "\n").map { "    \($0)\n" }.joined()
    try workdir.write(
      "pack.yaml",
      "pack: p\nversion: 1.0.0\n\(trick.head)commitments:\n  - id: A\n    title: t\n    of: spend\n"
        + keys)
    try workdir.run("check", "pack.yaml", "--data", "data", "--as-of", "2025-04-30")
      .expect(exit: trick.exit, [trick.says])
  }

  /// A digest over a personal cell could be found out by trying every value.
  @Test func digestsTellNothingOfPersonalCells() throws {
    let digests = try ["31000", "42000"].map { pay in
      let workdir = try Workdir()
      try workdir.write(
        "data/institution.yaml",
        "institution: C\ncurrency: GBP\ndatasets: { staff: { files: s.csv, columns: "
          + "{ site: {}, pay: { type: decimal, personal: true } } } }\n")
      try workdir.write("data/s.csv", "site,pay\nA,\(pay)\nB,1\n")
      try workdir.write(
        "pack.yaml",
        "pack: p\nversion: 1.0.0\ncommitments: [{ id: A, title: t, of: staff, check: every, "
          + "where: \"site == 'B'\" }]\n")
      return try workdir.run(
        "check", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--report", "json"
      ).json()["result/findings/0/rows_shown/0/digest"]
    }
    #expect(digests[0] != nil && digests[0] == digests[1], "\(digests)")
  }

  @Test(arguments: ["data/spend.csv", "./pack.yaml", "data/institution.yaml"])
  func reportsNeverReplaceWhatTheyWereMadeFrom(_ path: String) throws {
    let workdir = try Sample().workdir()
    let before = try workdir.read(path)
    try workdir.run(Sample.check + ["--report", "json=\(path)"])
      .expect(exit: 3, ["made from"])
    #expect(try workdir.read(path) == before)
  }
}
