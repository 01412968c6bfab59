import Exact
import HoldfastLoader
import HoldfastModel
import Testing

/// An institution that says of its files what real files need.
private let whole = """
  institution: Northgate
  currency: GBP
  corrections: { file: fixes/all.csv, date_format: d/M/yyyy }
  datasets:
    spend:
      files:
        - path: "may.csv"
          format: { encoding: windows-1252, header_row: 3 }
          columns: { day: { format: dd/MM/yyyy }, body: { set: Northgate }, name: { from: Vendor } }
        - "*.csv"
      format: { encoding: auto, header_row: 2, header_rows: 2 }
      unknown_tokens: ["-", { matches: "not yet.*" }]
      redacted: [REDACTED, { matches: "REDACT.*" }]
      value: { per: id }
      period_by: day
      total_rows: { column: name, cells: [Total, Sum], amount: amount }
      duplicates: { key: [id, name], then: drop }
      expect: { a_file_each: quarter, from: 2024-04, to: 2025-01, rows: 12 }
      control_total:
        - { amount: "312.4m", tolerance: 0.5%, source: note 7 }
        - { column: amount, amount: 5, tolerance: 1.5, from: 2024-04-01, to: 2025-03-31 }
      columns:
        id: { from: { position: 3 } }
        name: { from: [Supplier, { header: Supplier Name, nth: 2 }], extract: "^(\\\\S+)", no_match: whole }
        day: { type: date, format: d/M/yyyy }
        body: { from_file: "^(.+)\\\\.csv$" }
        address: { type: postcode, extract: postcode, edition: pcd-2021 }
        ccy: { unknown_tokens: { matches: "n.a." }, redacted: x }
        amount: { type: decimal, currency: { column: ccy, rates: fx, rate: rate }, between: [0, 1.5], negate_when: 'id == "C"' }
        share: { type: percent, between: [0, 50] }
    fx:
      files: fx.csv
      key: code
      valid: { from: day, until: last }
      columns: { code: {}, day: { type: date }, last: { type: date }, rate: { type: decimal, currency: none } }
    register:
      source: { kind: command, run: [duckdb, -csv], count: [echo, 1] }
      period_by: { from: start, to: end, blank_to: open, reversed: unknown }
      columns: { start: { type: date }, end: { type: date, format: MMM-yy } }
    awards:
      files: a.json.gz
      format: { kind: ocds, compile: latest }
      rows: "awards[]"
      columns: { id: { from: awards.id } }
  """

@Suite struct MessyInstitutionTests {
  private func dataset(_ name: String) throws -> Dataset {
    let loaded = loadInstitution(whole)
    #expect(loaded.diagnostics.isEmpty, "\(messages(loaded.diagnostics))")
    return try #require(loaded.value?.dataset(name))
  }

  @Test func laysTheSettingsOfFilesOverThoseOfTheDataset() throws {
    let spend = try dataset("spend")
    #expect(spend.files.map(\.pattern.value) == ["may.csv", "*.csv"])
    #expect(spend.files.map(\.isPlain) == [false, true])
    let (may, others) = (spend.files[0], spend.files[1])
    #expect(may.format.encoding == .windows1252 && others.format.encoding == .auto)
    #expect(may.format.headerRows == 2 && others.format.headerRows == 2)
    #expect(may.columns.map(\.name) == spend.columns.map(\.name))
    #expect(may.columns[2].dateFormat == DateFormat("dd/MM/yyyy") && may.columns[2].type == .date)
    #expect(may.columns[3].origin == .constant("Northgate"))
    #expect(may.columns[1].origin == .headers([.init("Vendor")]))
    #expect(may.columns[1].extract == .pattern("^(\\S+)", noMatch: .whole))
    #expect(others.columns[2].dateFormat == DateFormat("d/M/yyyy"))
    #expect(others.columns[3].origin == .fileName("^(.+)\\.csv$"))
  }

  @Test func readsWhereCellsComeFrom() throws {
    let spend = try dataset("spend")
    #expect(spend.columns[0].origin == .position(3))
    #expect(
      spend.columns[1].origin == .headers([.init("Supplier"), .init("Supplier Name", nth: 2)]))
    #expect(spend.columns[4].extract == .postcode && spend.columns[4].edition == "pcd-2021")
    #expect(Set(spend.unknownTokens) == ["", "-"] && spend.unknownPatterns == ["not yet.*"])
    #expect(spend.redacted == CellTokens(texts: ["REDACTED"], patterns: ["REDACT.*"]))
    #expect(spend.columns[5].unknownPatterns == ["n.a."])
    #expect(spend.columns[5].redacted == CellTokens(texts: ["x"]))
  }

  @Test func readsWhatRowsAre() throws {
    let spend = try dataset("spend")
    #expect(spend.sharedBy.map(\.value) == ["id"])
    #expect(
      spend.totalRows?.cells == ["Total", "Sum"] && spend.totalRows?.amount.value == "amount")
    #expect(
      spend.duplicates?.key.map(\.value) == ["id", "name"] && spend.duplicates?.then == .drop)
    let series = try #require(spend.expectation?.series)
    #expect(series.cadence == .quarter && series.by.value == "day")
    #expect(series.from == day("2024-04-01") && series.to == day("2025-01-01"))
    #expect(spend.expectation?.rows?.value == 12)
    #expect(spend.controlTotals.map(\.amount) == [Decimal("312400000"), Decimal("5")])
    #expect(spend.controlTotals.map(\.tolerance) == [Decimal("1562000"), Decimal("1.5")])
    #expect(spend.controlTotals.map(\.source) == ["note 7", nil])
    #expect(spend.controlTotals[1].period?.to == day("2025-03-31"))
    #expect(spend.controlTotals[0].period == nil)
  }

  @Test func readsWhatAmountsAre() throws {
    let spend = try dataset("spend")
    let amount = spend.columns[6]
    #expect(amount.currency == "GBP" && amount.exchange?.column.value == "ccy")
    #expect(amount.exchange?.rates?.value == "fx" && amount.exchange?.rate?.value == "rate")
    #expect(amount.negateWhen?.text == "id == \"C\"")
    #expect(amount.between == Decimal(0)...(try #require(Decimal("1.5"))))
    #expect(spend.columns[7].between == Decimal(0)...(try #require(Decimal("0.50"))))
  }

  @Test func readsWhenRowsHold() throws {
    let rates = try dataset("fx")
    #expect(rates.valid?.from.value == "day" && rates.valid?.until?.value == "last")
    let register = try dataset("register")
    #expect(register.interval?.from.value == "start" && register.interval?.to.value == "end")
    #expect(register.interval?.blankTo == .open && register.interval?.reversed == .unknown)
    #expect(
      register.command?.run == ["duckdb", "-csv"] && register.command?.count == ["echo", "1"])
    #expect(register.files.isEmpty && register.periodBy == nil && register.isDated)
    #expect(register.columns[1].dateFormat.isMonth)
  }

  @Test func readsWhereTheRowsOfJSONAre() throws {
    let awards = try dataset("awards")
    #expect(awards.format.kind == .ocds && awards.format.rows == "awards[]")
    #expect(awards.files.first?.format.rows == "awards[]")
    let corrections = try #require(loadInstitution(whole).value?.corrections)
    #expect(corrections.file.value == "fixes/all.csv")
    #expect(corrections.dateFormat == DateFormat("d/M/yyyy"))
  }
}
