extension VerdictRow {
  private static let small =
    "check: share\nmeasure: amount\nwhere: supplier.sme\ntarget: \">= 10%\"" + year
  private static let local =
    "check: share\nmeasure: amount\nwhere: postcode in area(\"home\")\ntarget: \">= 50%\"" + year
  private static let towns = ["lookup: places, codes: [E1], absent: not_local": "postcodes: [M3]"]

  /// Tables that others refer to, areas, ways of writing a file.
  static let data = [
    VerdictRow(
      name: "a cell of a reference that cannot be read", commitment: small,
      files: ["data/suppliers.csv": Sample.suppliers + "s3,perhaps\n"], exit: 3, verdict: "error",
      says: ["suppliers.csv:4: column 'sme': error: the cell is not 'true', 'false', 'yes' or 'no'"]
    ),
    VerdictRow(
      name: "a reference that is not asked may be wrong", commitment: share(">= 40%"),
      files: ["data/suppliers.csv": Sample.suppliers + "s3,perhaps\n"], exit: 0, verdict: "pass"),
    VerdictRow(
      name: "a key that stands twice", commitment: small,
      files: ["data/suppliers.csv": Sample.suppliers + "s1,no\n"], exit: 3, verdict: "error",
      says: [
        "suppliers.csv:4:", "the key 's1' of 'suppliers' stands twice, first at suppliers.csv:2",
      ]),
    VerdictRow(
      name: "a blank of a reference is unknown", commitment: small,
      files: ["data/suppliers.csv": "supplier_id,sme\ns1,\ns2,no\n"], exit: 2,
      verdict: "indeterminate", says: ["between 0.00% and 50.00%", "no usable supplier.sme"]),
    VerdictRow(
      name: "a blank key leads nowhere", commitment: small,
      rows: "r4,2024-07-01,Parks,,1000.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: between 25.00% and 75.00%", "1 without known supplier"]),
    VerdictRow(
      name: "M3 is not M30", commitment: local.replacing("50%", with: "40%"), institution: towns,
      rows: "r4,2024-07-01,Parks,s1,9000.00,M30 1AA,works\n", exit: 1, verdict: "fail",
      says: ["FAIL: 5.00%", "areas.home: M3"]),
    VerdictRow(
      name: "outside the cover is not in the area", commitment: local,
      rows: "r4,2024-07-01,Parks,s1,1000.00,LS1 1AA,works\n", exit: 1, verdict: "fail",
      says: ["FAIL: 25.00%"]),
    VerdictRow(
      name: "absent inside the cover follows absent:", commitment: local,
      institution: ["absent: not_local": "absent: unknown"],
      rows: "r4,2024-07-01,Parks,s1,1000.00,M9 9ZZ,works\n", exit: 2, verdict: "indeterminate",
      says: ["between 25.00% and 75.00%"]),
    VerdictRow(
      name: "a malformed postcode is unknown", commitment: local,
      rows: "r4,2024-07-01,Parks,s1,1000.00,abroad,works\n", exit: 2, verdict: "indeterminate",
      says: ["between 25.00% and 75.00%", "no usable postcode"]),
    VerdictRow(
      name: "windows-1252 that is declared", commitment: share(">= 40%"),
      institution: ["period_by: date": "period_by: date\n    format: { encoding: windows-1252 }"],
      exit: 0, verdict: "pass"),
    VerdictRow(
      name: "semicolons that are declared", commitment: share(">= 40%"),
      institution: ["period_by: date": "period_by: date\n    format: { delimiter: \";\" }"],
      files: ["data/spend.csv": Sample.spend.replacing(",", with: ";")], exit: 0, verdict: "pass"),
    VerdictRow(
      name: "semicolons that are not", commitment: share(">= 40%"),
      files: ["data/spend.csv": Sample.spend.replacing(",", with: ";")], exit: 3, verdict: "error",
      says: ["spend.csv:1: error: 7 columns have no header", "delimiter"]),
    VerdictRow(
      name: "headers below a title", commitment: share(">= 40%"),
      institution: ["period_by: date": "period_by: date\n    format: { header_row: auto }"],
      files: ["data/spend.csv": "Northgate Council,,\n\n" + Sample.spend], exit: 0, verdict: "pass"),
    VerdictRow(
      name: "headers that match twice", commitment: share(">= 40%"),
      files: [
        "data/spend.csv": Sample.spend.replacing("category\n", with: "category,amount\n")
          .replacing("works\n", with: "works,1\n").replacing("goods\n", with: "goods,1\n")
      ],
      exit: 3, verdict: "error",
      says: ["2 headers match the column 'amount'", "columns.amount.from"]),
    VerdictRow(
      name: "a cell that is none of the choices", commitment: share(">= 40%"),
      institution: ["category: {}": "category: { type: choice, values: [works, goods] }"],
      rows: "r4,2024-07-01,Parks,s1,9.00,M5 4WT,wroks\n", exit: 3, verdict: "error",
      says: ["spend.csv:5: column 'category'", "5 | wroks", "did you mean 'works'"]),
    VerdictRow(
      name: "a number too large to add up", commitment: share(">= 40%"),
      rows: "r4,2024-07-01,Parks,s1,\(String(repeating: "9", count: 60)),M5 4WT,works\n", exit: 3,
      verdict: "error", says: ["the number is too large to be added up exactly"]),
    VerdictRow(
      name: "a product too large",
      commitment: "check: total\ntarget: \">= 1\"\nmeasure: amount"
        + String(repeating: " * 1000000000.000000000", count: 3) + year,
      exit: 3, verdict: "error",
      says: ["spend.csv:2: error: 'measure'", "too large to be added up exactly"]),
    VerdictRow(
      name: "nothing to divide by in a row",
      commitment: "check: total\ntarget: \">= 1\"\nmeasure: div(amount, amount - 300.00, 2)" + year,
      exit: 3, verdict: "error", says: ["spend.csv:2: error: 'measure'", "division by zero"]),
    VerdictRow(
      name: "another currency", commitment: share(">= 40%"),
      rows: "r4,2024-07-01,Parks,s1,€9.00,M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["the amount has the sign €, and the column is in GBP"]),
    VerdictRow(
      name: "amounts as people write them", commitment: share(">= 40%"),
      rows:
        "r4,2024-07-01,Parks,s1,\" £1,000.00 \",M5 4WT,works\nr5,2024-07-01,Parks,s1,(250.00),M5,works\n",
      exit: 0, verdict: "pass", says: ["PASS: 71.43%"]),
    VerdictRow(
      name: "a decimal comma", commitment: share(">= 40%"),
      rows: "r4,2024-07-01,Parks,s1,\"1000,5\",M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["it seems to have a decimal comma"]),
  ]
}
