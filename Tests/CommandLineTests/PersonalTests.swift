import Testing

/// What is said of data about persons: counts and shares of many, never a cell.
@Suite struct PersonalTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let commitment: String
    /// The row that must not be seen; every cell of it begins with ZZ or is 77777.77.
    let record: String
    var institution: [String: String] = [:]
    var isDatasetPersonal = true
    let exit: Int32

    var testDescription: String { name }

    static let record = "ZZID,2024-07-01,ZZDEP,ZZSUP,77777.77,M9 9ZZ,ZZCAT\n"

    static let all = [
      Row(
        name: "a number", commitment: share("where: category == \"works\""),
        record: record.replacing("77777.77", with: "ZZ5"), exit: 3),
      Row(
        name: "a date", commitment: every, record: record.replacing("2024-07", with: "ZZ24"),
        exit: 3),
      Row(
        name: "a choice", commitment: every, record: record,
        institution: ["category: {}": "category: { type: choice, values: [works, goods, ZZCAB] }"],
        exit: 3),
      Row(name: "an open quote", commitment: every, record: record + "\"ZZOPEN", exit: 3),
      Row(name: "text after a quote", commitment: every, record: record + "\"ZZ\"ZZ,1\n", exit: 3),
      Row(name: "too few cells", commitment: every, record: record + "ZZ,ZZ\n", exit: 3),
      Row(name: "too many cells", commitment: every, record: record + "ZZ,,,,,,,ZZ,ZZ\n", exit: 3),
      Row(
        name: "a conversion", commitment: share("where: int(category) > 3"), record: record, exit: 3
      ),
      Row(name: "a breach", commitment: every, record: record, exit: 1),
      Row(
        name: "a literal that is never held", commitment: share("where: category == \"ZyCAT\""),
        record: record, exit: 2),
      Row(
        name: "an unknown row", commitment: share("where: supplier.sme"), record: record, exit: 2),
      Row(
        name: "a group that is not listed",
        commitment: share(
          "where: category == \"works\"\nper: department\ngroups: [Housing, Parks]"),
        record: record, exit: 3),
      Row(
        name: "a column alone", commitment: share("where: supplier.sme"), record: record,
        institution: ["amount: { type: decimal }": "amount: { type: decimal, personal: true }"],
        isDatasetPersonal: false, exit: 2),
    ]

    private static let every = "check: every\nwhere: category in [\"works\", \"goods\"]"

    private static func share(_ condition: String) -> String {
      "check: share\nmeasure: amount\ntarget: \">= 40%\"\n" + condition
    }
  }

  @Test(arguments: Row.all, ["terminal", "json", "junit"])
  func noCellIsShown(_ row: Row, _ format: String) throws {
    var institution = row.institution
    if row.isDatasetPersonal {
      institution["key: id\n"] = "key: id\n    show: [department, category]\n    personal: true\n"
    }
    let sample = try VerdictRow(
      name: row.name, commitment: row.commitment, institution: institution, rows: row.record,
      exit: row.exit, verdict: ""
    ).sample()
    let outcome = try sample.workdir().run(Sample.check + ["--report", format])
    let never = row.isDatasetPersonal ? ["ZZ", "77777", "77,777"] : ["77777", "77,777"]
    outcome.expect(exit: row.exit, never: never)
  }

  /// A file without headers begins with somebody's data.
  @Test func noCellIsTakenForAHeader() throws {
    var sample = try VerdictRow(
      name: "", commitment: VerdictRow.share(">= 40%"),
      institution: ["key: id\n": "key: id\n    personal: true\n"], exit: 3, verdict: ""
    ).sample()
    sample.files["data/spend.csv"] = Row.record
    try sample.workdir().run(Sample.check).expect(
      exit: 3, ["no header"], never: ["ZZ", "77777.77"])
  }

  @Test func noKeyIsShown() throws {
    var sample = Sample()
    sample.files["data/suppliers.csv"] = Sample.suppliers + "ZZKEY,yes\nZZKEY,no\n"
    try sample.change(
      "data/institution.yaml", "key: supplier_id", to: "personal: true\n    key: supplier_id")
    try sample.workdir().run(Sample.check).expect(
      exit: 3, ["suppliers.csv:5:", "stands twice, first at suppliers.csv:4"], never: ["ZZKEY"])
  }
}
