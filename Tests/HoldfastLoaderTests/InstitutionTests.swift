import Exact
import HoldfastLoader
import HoldfastModel
import Testing

/// An institution that uses every key.
private let whole = """
  institution: Northgate Hospitals
  currency: GBP
  fiscal_year_starts: 04-06
  time_zone: Europe/London
  areas:
    home: { lookup: postcodes, codes: [E08000006], edition: 2021-12, absent: not_local, decided_by: Board, decided_on: 2024-05-01 }
    near: { postcodes: [M, M5, "M5 4", M5 4WT], absent: local }
    wards: { codes: ["007"] }
  lookups:
    postcodes:
      files: [geo/M.csv, geo/SK.csv]
      format: { delimiter: tab, quote: "'", encoding: auto, header_row: auto }
      key: postcode
      key_type: code
      code: lad
      covers: [M, SK]
      edition: 2021-12
  datasets:
    spend:
      files:
        - { path: "spend/2024-*.csv" }
        - spend/2025.csv
      format: { kind: csv, delimiter: ";", encoding: windows-1252, header_row: 3 }
      unknown_tokens: ["-", "N/A", ""]
      keep: body == "Northgate"
      period_by: paid
      key: [invoice, line]
      show: title
      may_be_empty: true
      personal: true
      columns:
        body: {}
        paid: { from: [Date, Payment Date], type: date, format: d/M/yyyy }
        amount: { from: Amount, type: decimal, scale: 4, basis: gross, blank: exclude }
        fee: { type: decimal, currency: EUR }
        hours: { type: decimal, currency: none, blank: 0 }
        quota: { type: percent, written_as: fraction }
        sme: { type: bool, values: { "Yes": true, "No": false, "Various": unknown } }
        kind: { type: choice, values: [Works, Goods], blank: Works, personal: true }
        coded: { type: choice, values: { W: Works, "?": unknown }, unknown_tokens: [x] }
        invoice: {}
        line: { type: integer }
        title: { blank: unknown }
        supplier_id: {}
      references: { supplier: { to: suppliers, by: supplier_id } }
    suppliers: { files: suppliers.csv, key: supplier_id, snapshot: 2024-06-30, columns: { supplier_id: { type: company_number } } }
  """

@Suite struct InstitutionTests {
  private func institution() throws -> Institution {
    let loaded = loadInstitution(whole)
    #expect(loaded.diagnostics.isEmpty, "\(messages(loaded.diagnostics))")
    return try #require(loaded.value)
  }

  @Test func readsTheHead() throws {
    let institution = try institution()
    #expect(institution.name == "Northgate Hospitals" && institution.currency == "GBP")
    #expect(institution.calendar == FiscalCalendar(month: 4, day: 6))
    #expect(institution.timeZone == "Europe/London")
    #expect(institution.datasets.map(\.name) == ["spend", "suppliers"])
  }

  @Test func readsAreas() throws {
    let areas = try institution().areas
    #expect(areas.map(\.name) == ["home", "near", "wards"])
    #expect(
      areas.map(\.extent) == [
        .lookup(name: "postcodes", codes: ["E08000006"]),
        .postcodes([.area("M"), .outward("M5"), .sector("M5", "4"), .full("M5", "4WT")]),
        .codes(["007"]),
      ])
    #expect(areas.map(\.absent) == [.notLocal, .local, .unknown])
    #expect(areas[0].edition == "2021-12" && areas[0].decidedBy == "Board")
    #expect(areas[0].decidedOn == day("2024-05-01"))
  }

  @Test func readsLookups() throws {
    let lookup = try #require(try institution().lookups.first)
    #expect(lookup.name == "postcodes" && lookup.key == "postcode" && lookup.code == "lad")
    #expect(lookup.files.map(\.value) == ["geo/M.csv", "geo/SK.csv"])
    #expect(lookup.keyKind == .code && lookup.edition == "2021-12")
    #expect(lookup.covers == [.area("M"), .area("SK")])
    #expect(
      lookup.format
        == FileFormat(
          delimiter: UInt8(ascii: "\t"), quote: UInt8(ascii: "'"), encoding: .auto,
          header: .auto))
  }

  @Test func readsDatasets() throws {
    let institution = try institution()
    let spend = try #require(institution.dataset("spend"))
    #expect(spend.files.map(\.pattern.value) == ["spend/2024-*.csv", "spend/2025.csv"])
    #expect(
      spend.format
        == FileFormat(delimiter: UInt8(ascii: ";"), encoding: .windows1252, header: .line(3)))
    #expect(Set(spend.unknownTokens) == ["", "-", "N/A"])
    #expect(spend.keep?.text == "body == \"Northgate\"" && spend.periodBy?.value == "paid")
    #expect(spend.key.map(\.value) == ["invoice", "line"])
    #expect(spend.show.map(\.value) == ["title"])
    #expect(spend.mayBeEmpty && spend.isPersonal && spend.snapshot == nil)
    #expect(spend.references.map(\.name) == ["supplier"])
    #expect(spend.references.map(\.dataset.value) == ["suppliers"])
    #expect(spend.references.map(\.by.value) == ["supplier_id"])
    let suppliers = try #require(institution.dataset("suppliers"))
    #expect(suppliers.snapshot == day("2024-06-30") && !suppliers.mayBeEmpty)
    #expect(!suppliers.isPersonal && suppliers.format == FileFormat())
  }

  @Test func readsColumns() throws {
    let spend = try #require(try institution().dataset("spend"))
    func column(_ name: String) throws -> Column { try #require(spend.column(name)) }
    #expect(try column("body").origin == .headers([.init("body")]) && column("body").type == .text)
    #expect(try column("paid").origin == .headers([.init("Date"), .init("Payment Date")]))
    #expect(try column("paid").dateFormat == DateFormat("d/M/yyyy"))
    #expect(try column("amount").scale == 4 && column("amount").basis == "gross")
    #expect(try column("amount").blank == .exclude && column("amount").currency == "GBP")
    #expect(try column("fee").scale == 2 && column("fee").currency == "EUR")
    #expect(try column("hours").currency == nil && column("hours").blank == .value(TextKey("0")))
    #expect(try !column("quota").percentInPoints && column("quota").currency == nil)
    #expect(
      try column("sme").values == [
        TextKey("Yes"): .bool(true), TextKey("No"): .bool(false), TextKey("Various"): .unknown,
      ])
    #expect(
      try column("kind").values == [
        TextKey("Works"): .text("Works"), TextKey("Goods"): .text("Goods"),
      ])
    #expect(try column("kind").blank == .value(TextKey("Works")) && column("kind").isPersonal)
    #expect(try column("coded").values == [TextKey("W"): .text("Works"), TextKey("?"): .unknown])
    #expect(try column("coded").unknownTokens == ["x"] && column("title").blank == .unknown)
  }

  @Test func whatIsNotSaidIsPlain() throws {
    let loaded = loadInstitution(
      "institution: N\ncurrency: GBP\ndatasets: { s: { files: a.csv, columns: { a: } } }\n")
    #expect(loaded.diagnostics.isEmpty)
    let institution = try #require(loaded.value)
    #expect(institution.calendar == FiscalCalendar(month: 1, day: 1))
    #expect(institution.timeZone == "UTC")
    #expect(institution.dataset("s")?.unknownTokens == [""])
    #expect(institution.dataset("s")?.columns.map(\.type) == [.text])
  }
}
