/// A small ledger with a blank of each kind, over two years, and a population beside it. All numbers
/// that tests expect of it were worked out by hand.
enum CheckerSample {
  static let institution = """
    institution: Northgate
    currency: GBP
    fiscal_year_starts: 04-01
    datasets:
      spend:
        files: spend.csv
        period_by: date
        columns:
          date: { type: date, format: yyyy-MM-dd }
          supplier: { type: text }
          amount: { type: decimal, scale: 2 }
          local: { type: bool, values: { "Y": true, "N": false } }
          team: { type: text }
      people:
        files: people.csv
        columns:
          team: { type: text }
          number: { type: integer }

    """

  /// This year: local £165.00, or £215.00 with the blank; £415.00 in all. The year before: £100.00 of
  /// £400.00.
  static let spend = """
    date,supplier,amount,local,team
    2023-05-01,A,100.00,Y,x
    2023-06-01,B,300.00,N,y
    2024-05-01,A,150.00,Y,x
    2024-06-01,B,200.00,N,y
    2024-07-01,C,50.00,,x
    2024-08-01,,25.00,Y,y
    2024-09-01,D,-10.00,Y,x

    """

  static let people = "team,number\nx,60\ny,40\n"

  /// A folder with a pack of some commitments, each in YAML's short form without braces.
  static func workdir(_ commitments: [String]) throws -> Workdir {
    let workdir = try Workdir()
    try workdir.write("institution.yaml", institution)
    try workdir.write("spend.csv", spend)
    try workdir.write("people.csv", people)
    try workdir.write("pack.yaml", pack(commitments))
    return workdir
  }

  static func pack(_ commitments: [String]) -> String {
    "pack: p\ntitle: P\nversion: 1.0.0\ncommitments:\n"
      + commitments.map { "  - { title: T, \($0) }\n" }.joined()
  }

  static let check = ["check", "pack.yaml", "--data", ".", "--as-of", "2025-04-30"]
}
