/// Institutions that promise something together, each in a folder of its own. All numbers that tests
/// expect of them were worked out by hand.
enum JointSample {
  /// An institution: its folder, its name, what its description says beside the usual, its rows.
  struct Member {
    var folder: String
    var name: String
    var rows: [String]
    var home = "M"
    var currency = "GBP"
    var year = "04-01"
    var basis = "net"
    var day = "2024-05-01"
    var more = ""

    var institution: String {
      """
      institution: \(name)
      currency: \(currency)
      fiscal_year_starts: \(year)
      areas: { home: { postcodes: [\(home)] } }
      datasets:
        spend:
          files: spend.csv
          period_by: date
      \(more.isEmpty ? "" : "    \(more)\n")    columns:
            date: { type: date }
            supplier: {}
            amount: { type: decimal, basis: \(basis) }
            local: { type: bool, values: { "Y": true, "N": false } }
            postcode: { type: postcode }
            team: {}

      """
    }
  }

  /// Local: £60 of £100. £40 of £200, or £90 with the blank. £10 of £50.
  static let members = [
    Member(folder: "a", name: "Aldwick", rows: ["A,60.00,Y,M1 1AA,x", "B,40.00,N,L1 1AA,y"]),
    Member(
      folder: "b", name: "Bramley",
      rows: ["A,40.00,Y,M1 1AA,x", "C,50.00,,M1 1AA,x", "D,110.00,N,L1 1AA,y"]),
    Member(folder: "c", name: "Corve", rows: ["A,10.00,Y,M1 1AA,x", "E,40.00,N,L1 1AA,x"]),
  ]

  static func workdir(_ commitments: [String]) throws -> Workdir {
    try workdir(members, commitments)
  }

  static func workdir(_ members: [Member], _ commitments: [String]) throws -> Workdir {
    let workdir = try Workdir()
    try workdir.write("pack.yaml", CheckerSample.pack(commitments))
    for member in members {
      try workdir.write("\(member.folder)/institution.yaml", member.institution)
      let rows = member.rows.map { "\(member.day),\($0)\n" }.joined()
      try workdir.write(
        "\(member.folder)/spend.csv", "date,supplier,amount,local,postcode,team\n" + rows)
    }
    return workdir
  }

  static func check(_ folders: [String] = ["a", "b", "c"]) -> [String] {
    ["check", "pack.yaml", "--as-of", "2025-04-30"] + folders.flatMap { ["--institution", $0] }
  }
}
