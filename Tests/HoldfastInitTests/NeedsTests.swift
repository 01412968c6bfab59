import Diagnostics
import HoldfastInit
import HoldfastModel
import Testing

@Suite struct NeedsTests {
  private static let span = SourceSpan(
    source: SourceText(name: "pack.yaml", text: ""), range: 0..<0)

  private static func need(
    _ dataset: String, _ column: String, _ type: ColumnType = .text, bases: [String] = []
  ) -> Need {
    Need(dataset: dataset, column: column, type: type, bases: bases, means: nil, span: span)
  }

  private static func draft(_ files: [String: String], _ needs: [Need]) throws -> InstitutionDraft {
    var pack = Pack(id: "p", title: "p", version: "1.0.0", span: span)
    pack.needs = needs
    pack.parameters = [Parameter(name: "home", kind: .area, value: .text("home"), span: span)]
    return try Folder(files).draft(.init(name: "Test", currency: "GBP", packs: [pack]))
  }

  private static let files = [
    "ledger.csv": "Paid On,Vendor No.,Expense Category,Gross,Clerk\n13/04/2024,s1,x,1,q\n"
      + "14/04/2024,s2,y,2,q\n15/04/2024,s3,x,3,q\n16/04/2024,s1,x,4,q\n",
    "vendors.csv": "No.,Trading Postcode\ns1,M5 4WT\ns2,M3 1AA\ns3,LS1 1AA\n",
    "other.csv": "Colour,Shape\nred,round\n",
  ]

  @Test func mapsWhatThePackNeedsAndNothingElse() throws {
    let text = try Self.draft(
      Self.files,
      [
        Self.need("spend", "amount", .decimal, bases: ["gross"]), Self.need("spend", "category"),
        Self.need("spend", "supplier.postcode", .postcode),
      ]
    ).text.unwrapped
    for line in [
      "amount: { from: Gross, type: decimal, basis: gross }",
      "category: { from: Expense Category }",
      "supplier: { to: suppliers, by: vendor_no }",
      "postcode: { from: Trading Postcode, type: postcode }",
      "Not needed by the pack: 'Clerk'", "Not needed by the packs: other (1 file, 1 row)",
      "home: { postcodes: [ANSWER_ME] }",
    ] { #expect(text.contains(line), "\(line) is not in\n\(text)") }
    #expect(!text.contains("clerk:"))
  }

  @Test func asksForWhatItDoesNotFind() throws {
    let draft = try Self.draft(
      Self.files,
      [
        Self.need("spend", "amount", .decimal, bases: ["net"]), Self.need("spend", "green", .bool),
        Self.need("hires", "band"),
      ])
    let text = draft.text.unwrapped
    for line in [
      "basis: ANSWER_ME", "green: { from: ANSWER_ME, type: bool }",
      "which column is 'green' (bool)?",
      "the packs need a dataset 'hires' with 'band' (text), and no file looks like it",
    ] { #expect(text.contains(line), "\(line) is not in\n\(text)") }
    #expect(draft.blockers == 3)
  }

  @Test func asksWhichOfTwoColumnsIsMeant() throws {
    let text = try Self.draft(
      ["a.csv": "Date,Cost A,Cost B\n13/04/2024,1,2\n14/04/2024,3,4\n"],
      [Self.need("spend", "amount", .decimal)]
    ).text.unwrapped
    #expect(text.contains("which column is 'amount' (decimal)? 'Cost A' and 'Cost B' might be."))
    #expect(text.contains("amount: { from: ANSWER_ME, type: decimal }"))
  }
}
