import Testing

/// Corrections that are refused, each with the place and what to do.
@Suite struct CorrectionsRefusalTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: String
    let said: [String]

    var testDescription: String { name }

    private static let signed = CorrectionsTests.signed

    static let all = [
      Refusal(
        name: "dataset", lines: "spendings,r1,amount,5.00" + signed,
        said: ["corrections.csv:2: column 'dataset'", "no dataset 'spendings'", "spend"]),
      Refusal(
        name: "column", lines: "spend,r1,amout,5.00" + signed,
        said: ["corrections.csv:2: column 'column'", "no column 'amout'", "amount"]),
      Refusal(
        name: "key column", lines: "spend,r1,id,r9" + signed, said: ["part of the key of 'spend'"]),
      Refusal(
        name: "no such row", lines: "spend,r9,amount,5.00" + signed,
        said: ["corrections.csv:2: column 'key'", "no row of 'spend' has the key", "r9"]),
      Refusal(
        name: "value", lines: "spend,r1,amount,5.001" + signed,
        said: ["corrections.csv:2: column 'value'", "3 digits behind the point", "5.001"]),
      Refusal(
        name: "bool", lines: "suppliers,s1,sme,perhaps" + signed, said: ["column 'value'", "'yes'"]),
      Refusal(
        name: "date", lines: "spend,r1,date,2024-02-30" + signed,
        said: ["column 'value'", "2024-02-30", "correct the cell"]),
      Refusal(
        name: "postcode", lines: "spend,r1,postcode,M5 4W" + signed,
        said: ["not a British postcode", "M5 4W"]),
      Refusal(
        name: "two values",
        lines: "spend,r1,amount,5.00" + signed + "spend,r1,amount,6.00" + signed,
        said: ["corrections.csv:3", "corrected on line 2 already, to another value"]),
      Refusal(
        name: "nobody", lines: "spend,r1,amount,5.00,,2025-04-01,invoice\n",
        said: ["has a value and no 'by'", "write who says so"]),
      Refusal(
        name: "no day", lines: "spend,r1,amount,5.00,J. Shah,,invoice\n", said: ["no 'on'"]),
      Refusal(
        name: "no reason", lines: "spend,r1,amount,5.00,J. Shah,2025-04-01,\n",
        said: ["no 'because'"]),
      Refusal(
        name: "no key", lines: "spend,,amount,5.00" + signed, said: ["no 'key'"]),
      Refusal(
        name: "day in words", lines: "spend,r1,amount,5.00,J. Shah,1/4/2025,invoice\n",
        said: ["'on' is no date", "date_format: d/M/yyyy"]),
      Refusal(
        name: "future", lines: "spend,r1,amount,5.00,J. Shah,9025-05-01,invoice\n",
        said: ["9025-05-01, which is yet to come"]),
      Refusal(
        name: "ragged", lines: "spend,r1\n", said: ["corrections.csv:2", "2 cells"]),
    ]
  }

  @Test(arguments: Refusal.all)
  func areRefused(_ row: Refusal) throws {
    let outcome = try CorrectionsTests.workdir(row.lines).run(Sample.check)
    outcome.expect(exit: 3, row.said)
    #expect(outcome.out.isEmpty)
  }

  /// An answer that says nothing is none.
  @Test func mustSaySomething() throws {
    try CorrectionsTests.workdir("spend,r1,category,N/A" + CorrectionsTests.signed) {
      try $0.change(
        "data/institution.yaml", "category: {}", to: "category: { unknown_tokens: [N/A] }")
    }.run(Sample.check).expect(
      exit: 3,
      ["corrections.csv:2: column 'value'", "says nothing in 'category'", "leave it blank"])
  }

  /// A file that is no table of corrections says what it is.
  @Test(arguments: [
    (Array("dataset,key,value\nspend,r1,5.00\n".utf8), "no line of the file has the headers"),
    (Array("dataset,key,value\nspend,r1\n".utf8), "dataset,key,column,value,by,on,because"),
    ([0xFF, 0xFE, 0x64, 0x00], "UTF-16"), ([0x50, 0x4B, 3, 4, 0, 0], "not CSV"), ([], "is empty"),
  ])
  func needTheirHeaders(_ bytes: [UInt8], _ said: String) throws {
    let workdir = try Sample().workdir()
    try workdir.write("data/corrections.csv", bytes: bytes)
    try workdir.run(Sample.check).expect(exit: 3, ["corrections.csv", said])
  }

  @Test func mustBeThereWhenDeclared() throws {
    var sample = Sample()
    try sample.change(
      "data/institution.yaml", "currency: GBP\n",
      to: "currency: GBP\ncorrections: { file: fixes.csv, date_format: d/M/yyyy }\n")
    try sample.workdir().run(Sample.check).expect(
      exit: 3, ["institution.yaml:3", "fixes.csv", "matches no file"])
    sample.files["data/fixes.csv"] =
      CorrectionsTests.headers + "spend,r2,postcode,M5 4WT,J. Shah,1/4/2025,invoice\n"
    sample.files["data/corrections.csv"] = "not read"
    try sample.workdir().run(Sample.check).expect(
      exit: 0, ["Corrections from fixes.csv: 1 cell", "by J. Shah, 2025-04-01"])
  }

  /// A row that several have: no one can tell which is meant.
  @Test func mustNameOneRow() throws {
    let lines = "spend,r1,amount,5.00" + CorrectionsTests.signed
    try CorrectionsTests.workdir(lines) {
      $0.files["data/spend.csv"] = Sample.spend + "r1,2024-07-01,Parks,s1,1.00,M5 4WT,works\n"
    }.run(Sample.check).expect(
      exit: 3, ["corrections.csv:2", "2 rows of 'spend' have the key", "add a column to key:"])
  }
}
