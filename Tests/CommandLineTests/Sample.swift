import Testing

/// A small institution with a pack, a ledger, a table of suppliers and a lookup of places: half of
/// its spending is at home and all its commitments pass. Tests change one thing in it.
struct Sample {
  /// The files by path below the folder of a test.
  var files: [String: String] = [
    "pack.yaml": pack, "data/institution.yaml": institution, "data/spend.csv": spend,
    "data/suppliers.csv": suppliers, "data/places.csv": places,
  ]

  static let names = [
    "pack.yaml", "data/institution.yaml", "data/spend.csv", "data/suppliers.csv",
    "data/places.csv",
  ]

  static let pack = """
    pack: fair
    title: Fair spending
    version: 1.0.0
    commitments:
      - id: LOC
        title: A quarter is spent at home
        check: share
        of: spend
        measure: amount
        where: postcode in area("home")
        period: fiscal_year
        target: ">= 25%"
        enforcement: block
      - id: SME
        title: A tenth is spent with small firms
        tags: { strategy: buy_small }
        check: share
        of: spend
        measure: amount
        where: supplier.sme
        period: fiscal_year
        target: ">= 10%"
        enforcement: block

    """

  static let institution = """
    institution: Northgate Council
    currency: GBP
    fiscal_year_starts: 04-01
    areas:
      home: { lookup: places, codes: [E1], absent: not_local }
    lookups:
      places: { files: places.csv, key: postcode, code: district, covers: [M] }
    datasets:
      spend:
        files: spend.csv
        period_by: date
        key: id
        columns:
          id: {}
          date: { type: date }
          department: {}
          supplier_id: {}
          amount: { type: decimal }
          postcode: { type: postcode }
          category: {}
        references: { supplier: { to: suppliers, by: supplier_id } }
      suppliers:
        files: suppliers.csv
        key: supplier_id
        columns:
          supplier_id: {}
          sme: { type: bool }

    """

  static let header = "id,date,department,supplier_id,amount,postcode,category\n"

  static let spend =
    header + """
      r1,2024-04-10,Housing,s1,300.00,M5 4WT,works
      r2,2024-06-01,Parks,s2,500.00,M3 1AA,goods
      r3,2024-12-24,Parks,s1,200.00,M5 4WT,works

      """

  static let suppliers = """
    supplier_id,sme
    s1,yes
    s2,no

    """

  static let places = """
    postcode,district
    M5 4WT,E1
    M3 1AA,E2

    """

  /// The arguments of a check a month after the end of the fiscal year.
  static let check = ["check", "pack.yaml", "--data", "data", "--as-of", "2025-04-30"]

  /// Replaces a text that must be there, so that no test runs on a file it did not change.
  mutating func change(_ file: String, _ old: String, to new: String) throws {
    let text = try #require(files[file], "there is no \(file)")
    try #require(text.contains(old), "\(file) does not hold \(old)")
    files[file] = text.replacing(old, with: new)
  }

  /// A fresh folder with the files.
  func workdir() throws -> Workdir {
    let workdir = try Workdir()
    for (name, text) in files { try workdir.write(name, text) }
    return workdir
  }
}
