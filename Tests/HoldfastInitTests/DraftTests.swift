import Diagnostics
import HoldfastInit
import Testing
import YAMLSource

/// Small folders, and lines that their descriptions have or do not have.
struct DraftCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]
  var says: [String]
  var never: [String] = []
  var blockers = 0

  static let ledger = "Payment Date,Supplier,Net Amount\n"

  static let all: [DraftCase] = [
    DraftCase(
      testDescription: "a ledger",
      files: ["2024-04.csv": ledger + "13/04/2024,A,1.50\n14/04/2024,B,2\n"],
      says: [
        "  spend:", "    files: \"2024-04.csv\"", "    period_by: payment_date",
        "payment_date: { from: Payment Date, type: date, format: d/M/yyyy }",
        "net_amount: { from: Net Amount, type: decimal, basis: net }",
      ], never: ["header_row", "encoding", "include VAT"]),
    DraftCase(
      testDescription: "both day/month and month/day fit",
      files: ["a.csv": ledger + "03/04/2024,A,1\n05/05/2024,B,2\n06/07/2024,C,3\n"],
      says: [
        "is 'Payment Date' day/month or month/day? a.csv: all 3 rows fit both, 2 as different days; "
          + "as d/M/yyyy they run from 2024-04-03 to 2024-07-06, as M/d/yyyy they run from "
          + "2024-03-04 to 2024-06-07. Write format: d/M/yyyy or M/d/yyyy in place of ANSWER_ME.",
        "payment_date: { from: Payment Date, type: date, format: ANSWER_ME }",
      ], blockers: 1),
    DraftCase(
      testDescription: "the same day either way is no question",
      files: ["a.csv": ledger + "04/04/2024,A,1\n05/05/2024,B,2\n"],
      says: ["type: date, format: d/M/yyyy"], never: ["ANSWER_ME}", "month/day?"]),
    DraftCase(
      testDescription: "one file of three has another order, one both",
      files: [
        "s/1.csv": ledger + "13/04/2024,A,1\n", "s/2.csv": ledger + "4/13/2024,A,1\n",
        "s/3.csv": ledger + "13/05/2024,A,1\n", "s/4.csv": ledger + "03/06/2024,A,1\n",
      ],
      says: [
        "- path: s/2.csv\n        columns: { payment_date: { format: M/d/yyyy } }",
        "- path: s/4.csv\n        columns: { payment_date: { format: ANSWER_ME } }",
        "- \"s/*.csv\"", "The dates of other files are d/M/yyyy.",
      ], blockers: 1),
    DraftCase(
      testDescription: "months, days of spreadsheets and a gap in the year",
      files: [
        "x 1.csv": "Month,Supplier,Amount\nApr-24,A,1\n",
        "x 2.csv": "Month,Supplier,Amount\nMay-24,A,1\n",
        "x 4.csv": "Month,Supplier,Amount\n45474,A,1\n",
      ],
      says: [
        "columns: { month: { format: serial } }",
        "month: { from: Month, type: date, format: MMM-yy }",
        "there is no file for 2024-06",
        "expect: { a_file_each: month, from: 2024-04, to: 2024-07 }",
      ]),
    DraftCase(
      testDescription: "the month stands in the file's name only",
      files: ["2024-04.csv": "Supplier,Net Amount\nA,1\nB,2\n"],
      says: [
        "month: { from_file: '(\\d{4}-\\d\\d)', type: date, format: yyyy-MM }", "period_by: month",
      ]),
    DraftCase(
      testDescription: "headers that drift, and one that is missing",
      files: [
        "p 1.csv": "Date,Supplier,Department,Amount\n13/04/2024,A,x,1\n",
        "p 2.csv": "Date,Vendor,Department,Amount\n14/05/2024,B,y,2\n",
        "p 3.csv": "Date,Supplier,Amount\n15/06/2024,B,2\n",
      ],
      says: [
        "supplier: { from: [Supplier, Vendor] }", "supplier ('Supplier' and 'Vendor')",
        "- path: p 3.csv\n        columns: { department: { set: \"\" } }",
        "not every file has 'department' (in 2 of 3 files)",
      ]),
    DraftCase(
      testDescription: "repeated headers",
      files: ["a.csv": "Supplier Name,Supplier Name,Amount\n1001,A,1\n1002,B,2\n"],
      says: [
        "supplier_name: { from: { header: Supplier Name, nth: 1 } }",
        "supplier_name_2: { from: { header: Supplier Name, nth: 2 } }",
      ]),
    DraftCase(
      testDescription: "words that say nothing",
      files: [
        "a.csv":
          "Name,Amount,Rate\nA,-,1\nB,N/A,2\nC,-,Nil\nD,-,Nil\nE,5,Nil\nF,6,7\nG,7,8\nH,8,9\n"
          + "I,1,2\nJ,2,3\nK,3,4\n"
      ],
      says: [
        "unknown_tokens: [\"-\"]", "rate: { from: Rate, type: integer, unknown_tokens: [Nil] }",
        "1 cell under 'Amount' with a word", "If they mean nothing was spent",
      ], never: ["[\"-\", N/A]"]),
    DraftCase(
      testDescription: "redactions, and a firm that is none",
      files: ["a.csv": "Supplier,Amount\nREDACTED PERSONAL DATA,1\nREDACTA LIMITED,2\nX,3\n"],
      says: ["redacted: [{ matches: '(?i)redacted( .*)?' }]"]),
    DraftCase(
      testDescription: "a total row, and a sum without a word",
      files: ["a.csv": "Date,Supplier,Amount\n13/04/2024,A,1\n14/04/2024,B,2\n,Total,3\n,,3\n"],
      says: [
        "total_rows: { column: supplier, cells: [Total,", "a.csv line 4",
        "a.csv has rows with one filled cell, a number (line 5)",
      ]),
    DraftCase(
      testDescription: "ids that look like numbers",
      files: ["a.csv": "Invoice Number,FIPS,Heads\n100,02134,3\n101,02135,4\n"],
      says: [
        "invoice_number: { from: Invoice Number }", "fips: { from: FIPS }",
        "heads: { from: Heads, type: integer }",
      ]),
    DraftCase(
      testDescription: "codes in names, postcodes in addresses, company numbers",
      files: [
        "a.csv":
          "Supplier,Address,Company Number\nUK01 : A,\"1 High St, Leeds, LS15 7HX\",1234567\n"
          + "UK02 : B,\"2 Low St, M5 4WT\",SC012345\n"
      ],
      says: [
        "supplier_code: { from: Supplier, extract: '^(\\S+) : ' }",
        "address_postcode: { from: Address, type: postcode, extract: postcode }",
        "company_number: { from: Company Number, type: company_number }",
      ]),
    DraftCase(
      testDescription: "a register of contracts",
      files: [
        "c.csv": "Title,Supplier,Annual Value,Start Date,End Date\nx,A,1,2024-04-13,2025-04-01\n"
          + "y,B,2,2024-04-14,\n"
      ],
      says: [
        "  contracts:", "1 row without 'end_date'",
        "period_by: { from: start_date, to: end_date, blank_to: unknown }",
      ]),
    DraftCase(
      testDescription: "a table that rows point to",
      files: [
        "spend.csv": "Supplier ID,Net Amount\ns1,1\ns2,2\ns3,3\ns1,4\n",
        "suppliers.csv": "Supplier ID,Postcode\ns1,M5 4WT\ns2,M3 1AA\ns3,LS1 1AA\ns4,LS1 1AB\n",
      ],
      says: [
        "    key: supplier_id",
        "    references:\n      supplier: { to: suppliers, by: supplier_id }",
        "postcode: { from: Postcode, type: postcode }",
      ]),
    DraftCase(
      testDescription: "persons", files: ["a.csv": "First Name,Surname,Band\nAda,L,5\nBo,M,6\n"],
      says: [
        "first_name: { from: First Name, personal: true }",
        "are 'first_name' and 'surname' about persons",
      ]),
    DraftCase(
      testDescription: "rows of another shape",
      files: ["a.csv": "A,B\n1,2\n3,4,x\n5,6,#N/A\n7\n"],
      says: ["a cell beyond the headers (first line 3)", "fewer cells than headers (line 5)"],
      blockers: 2),
    DraftCase(
      testDescription: "signs that patterns give a meaning to",
      files: ["a[1].csv": "A,B\n1,2\n", "b*.csv": "C,D,E\n1,2,3\n"],
      says: ["files: \"a[[]1].csv\"", "files: \"b[*].csv\""]),
    DraftCase(
      testDescription: "a header that tries to be more than a header",
      files: ["a.csv": "\"x\ny: {\",Amount # 1,'q'\n1,2,3\n"],
      says: ["\"x\\ny: {\"", "\"Amount # 1\""]),
  ]
}

@Suite struct DraftTests {
  @Test(arguments: DraftCase.all)
  func describes(_ test: DraftCase) throws {
    let draft = try Folder(test.files).draft()
    let text = draft.text.unwrapped
    for line in test.says {
      #expect(text.contains(line), "\(line) is not in\n\(draft.text)")
    }
    for line in test.never {
      #expect(!text.contains(line), "\(line) is in\n\(draft.text)")
    }
    #expect(draft.blockers == test.blockers, "\(draft.text)")
    _ = try YAML.parse(SourceText(name: "institution.yaml", text: draft.text))
  }

  /// Every question is numbered, in order, and counted.
  @Test(arguments: DraftCase.all)
  func countsItsQuestions(_ test: DraftCase) throws {
    let draft = try Folder(test.files).draft()
    let numbers = draft.text.split(separator: "\n").compactMap { line in
      line.contains("# QUESTION ")
        ? line.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.first : nil
    }
    #expect(numbers == Array(1..<(draft.questions + 1)))
    #expect(draft.summary.contains("Questions to answer: \(draft.questions)"))
  }

  /// No cell of a file is in its description, whatever it looks like.
  @Test(arguments: 0..<12)
  func showsNoCell(_ seed: UInt64) throws {
    var dice = Dice(seed)
    var secrets: [String] = []
    var text = "Name,Amount,When,Code,Note\n"
    for row in 0..<40 {
      let word = "Zq\(row)x\(UInt32.random(in: 1000..<9999, using: &dice))"
      let amount = "\(Int.random(in: 40_000..<99_999, using: &dice)).\(row + 10)"
      let code =
        row % 7 == 0 ? "?\(word)" : "\(Int.random(in: 4_000_000..<9_000_000, using: &dice))"
      secrets += [word, amount, code]
      text += "\(word),\(amount),\(row % 28 + 1)/4/2024,\(code),\(word) LS1 1AA\n"
    }
    text += "Total,\(secrets[1]),,,\n"
    let draft = try Folder(["a.csv": text]).draft()
    for secret in secrets {
      #expect(!draft.text.contains(secret) && !draft.summary.contains(secret), "\(secret) is shown")
    }
  }

  @Test func saysWhatItLeftOut() throws {
    let folder = try Folder([
      "a.csv": "A,B\n1,2\n", "readme.md": "x", "_map.csv": "A,B\n1,2\n",
      ".hidden.csv": "A,B\n1,2\n",
      "broken.csv": "A,B\n1,\"2\n", "corrections.csv": "A,B\n1,2\n", "a/b/c/d/e.csv": "A,B\n1,2\n",
    ])
    let draft = try folder.draft()
    #expect(draft.summary.contains("readme.md: no table, by its name"))
    #expect(draft.summary.contains("_map.csv: a helper file, by its name"))
    #expect(draft.summary.contains("a/b/c/d: a folder too deep"))
    #expect(draft.summary.contains("broken.csv:"))
    #expect(
      draft.text.unwrapped.contains("broken.csv cannot be read, so that its columns are not known"))
    for name in ["hidden", "corrections.csv"] { #expect(!draft.summary.contains(name)) }
  }

  /// A pattern takes in no file of another dataset; a file that cannot be read stays in it, so that
  /// reading it fails rather than leaving its month out.
  @Test func patternsTakeInWhatBelongsToThem() throws {
    let two = [
      "d/1.csv": "Date,Supplier,Amount\n13/04/2024,A,1\n",
      "d/2.csv": "Date,Supplier,Amount\n13/05/2024,A,1\n",
    ]
    let alone = try Folder(two).draft()
    #expect(alone.text.contains("files: \"d/*.csv\""))
    let beside = try Folder(two.merging(["d/x.csv": "Colour,Shape\nred,round\n"]) { $1 }).draft()
    #expect(beside.text.contains("- d/1.csv"))
    #expect(!beside.text.contains("*.csv"))
    for broken in ["Date,Supplier,Amount\n1,\"2\n", "Date,Supplier,Amount\n"] {
      let damaged = try Folder(two.merging(["d/3.csv": broken]) { $1 }).draft()
      #expect(damaged.text.contains("files: \"d/*.csv\""))
      #expect(damaged.text.contains("d/3.csv cannot be read"))
    }
  }

  @Test func mixedKindsKeepTheirOwnSettings() throws {
    let folder = try Folder([
      "d/1.csv": "Date;Supplier;Amount\n13/04/2024;A;1\n",
      "d/2.csv": "Date;Supplier;Amount\n14/05/2024;A;1\n",
      "d/3.tsv": "Date\tSupplier\tAmount\n13/06/2024\tA\t1\n",
    ])
    try folder.write(
      "d/4.csv",
      Array("Date;Supplier;Amount\n13/07/2024;A;1\n15/07/2024;Caf".utf8) + [0xE9]
        + Array(";2\n".utf8))
    let text = try folder.draft().text
    #expect(text.contains("format: { delimiter: \";\", encoding: auto }"))
    #expect(text.contains("- path: d/3.tsv\n        format: { delimiter: tab"))
  }

  @Test func asksForTheCurrencyThatNothingTells() throws {
    let folder = try Folder(["a.csv": "Supplier,Net Amount\nA,1\nB,2\n"])
    let draft = try folder.draft(.init())
    #expect(draft.text.contains("currency: ANSWER_ME"))
    #expect(draft.blockers == 1)
    let pounds = try Folder(["a.csv": "Supplier,Net Amount\nA,£1\nB,£2\n"]).draft(.init())
    #expect(pounds.text.contains("currency: GBP"))
  }

  @Test func refusesAFolderWithoutTables() throws {
    let folder = try Folder(["readme.md": "x"])
    #expect(throws: Diagnostic.self) { try folder.draft() }
  }
}
