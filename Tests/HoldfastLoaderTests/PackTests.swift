import Exact
import HoldfastLoader
import HoldfastModel
import Testing

/// A pack that uses every key.
private let whole = """
  pack: cleveland
  title: Cleveland model
  version: 1.0.0
  effective: 2024-04-01
  until: 2030-03-31
  purpose: Turn purchasing power into local wealth.
  context: { spend: "£1bn" }
  sources:
    S1: { title: Role of anchors, locator: section 3 }
  needs:
    spend:
      amount: { type: decimal, basis: [net, gross] }
      supplier.postcode: { type: postcode, means: trading address }
      category: {}
  parameters:
    minimum: { type: percent, default: 25%, means: the least }
    floor: { type: decimal, default: "1,500.50" }
    limit: { type: integer, default: 20 }
    kind: { type: text, default: 007 }
    start: { type: date, default: 2024-04-01 }
    strict: { type: bool, default: true }
    home: { type: area, default: home }
    open: { type: percent }
  definitions:
    local: supplier.postcode in area(params.home)
    large: amount > 100
  commitments:
    - id: CLE-1
      title: A quarter is local
      source: { ref: S1, says: "25%", number_from: source, reading: both at once }
      tags: { strategy: act_local_first, asset: procurement }
      owner: Chief Financial Officer
      check: share
      of: spend
      measure: amount
      where: "local && \\"x\\" != category"
      among: category != "payroll"
      leave_out:
        - { id: financing, when: 'category in ["Loans"]', because: not purchasing }
      period: fiscal_year
      per: department
      groups: [Estates, "10"]
      schedule:
        - { from: 2024-04-01, target: ">= params.minimum" }
        - { from: 2025-04-01, target: ">= 30%" }
      stretch: ">= 50%"
      due: 2026-04-01
      missing: worst
      may_be_empty: true
      legal_basis: the Act
      enforcement: { check: warn, gate: block }
    - { id: CLE-2, title: B, check: count, of: spend, target: "> 0" }
    - { id: c.2-x_3, title: B, check: count, of: spend, target: "> 0", enforcement: report }
  """

@Suite struct PackTests {
  @Test func readsTheHead() throws {
    let pack = try pack(whole)
    #expect(pack.id == "cleveland" && pack.title == "Cleveland model" && pack.version == "1.0.0")
    #expect(pack.effective == day("2024-04-01") && pack.until == day("2030-03-31"))
    #expect(pack.purpose == "Turn purchasing power into local wealth.")
    #expect(pack.sources["S1"]?.title == "Role of anchors")
    #expect(pack.sources["S1"]?.locator == "section 3")
    #expect(slice(pack.span) == "cleveland")
  }

  @Test func readsNeeds() throws {
    let needs = try pack(whole).needs
    #expect(needs.map(\.dataset) == ["spend", "spend", "spend"])
    #expect(needs.map(\.column) == ["amount", "supplier.postcode", "category"])
    #expect(needs.map(\.type) == [.decimal, .postcode, .text])
    #expect(needs.map(\.bases) == [["net", "gross"], [], []])
    #expect(needs.map(\.means) == [nil, "trading address", nil])
  }

  @Test func readsParameters() throws {
    let parameters = try pack(whole).parameters
    #expect(
      parameters.map(\.kind.rawValue).joined(separator: " ")
        == "percent decimal integer text date bool area percent")
    let expected: [Parameter.Value?] = [
      .decimal(Decimal(coefficient: 25, scale: 2)),
      .decimal(Decimal(coefficient: 150_050, scale: 2)), .integer(20), .text("007"),
      day("2024-04-01").map(Parameter.Value.date), .bool(true), .text("home"), nil,
    ]
    #expect(parameters.map(\.value) == expected)
  }

  @Test func readsDefinitionsInOrder() throws {
    let definitions = try pack(whole).definitions
    #expect(definitions.map(\.name) == ["local", "large"])
    #expect(
      definitions.map(\.expression.text)
        == ["supplier.postcode in area(params.home)", "amount > 100"])
  }

  @Test func readsACommitment() throws {
    let promise = try #require(try pack(whole).commitments.first)
    #expect(promise.id == "CLE-1" && promise.title == "A quarter is local")
    #expect(promise.citation?.reference == "S1" && promise.citation?.says == "25%")
    #expect(promise.citation?.numberFrom == .source)
    #expect(promise.citation?.reading == "both at once")
    #expect(promise.tags == ["strategy": "act_local_first", "asset": "procurement"])
    #expect(promise.owner == "Chief Financial Officer")
    #expect(promise.check.value == "share" && promise.dataset.value == "spend")
    #expect(promise.measure?.text == "amount")
    #expect(promise.condition?.text == "local && \"x\" != category")
    #expect(promise.among?.text == "category != \"payroll\"")
    #expect(promise.leaveOut.map(\.id) == ["financing"])
    #expect(promise.leaveOut.map(\.when.text) == ["category in [\"Loans\"]"])
    #expect(promise.leaveOut.map(\.because) == ["not purchasing"])
    #expect(promise.period == .fiscalYear && promise.per?.value == "department")
    #expect(promise.groups == ["Estates", "10"])
    #expect(promise.schedule.map(\.from) == [day("2024-04-01"), day("2025-04-01")])
    #expect(promise.schedule.map(\.target.text) == [">= params.minimum", ">= 30%"])
    #expect(promise.stretch?.text == ">= 50%" && promise.due == day("2026-04-01"))
    #expect(promise.missing == .worst && promise.mayBeEmpty && !promise.isTemplate)
    #expect(promise.enforcement == Enforcement(check: .warn, gate: .block))
    #expect(slice(promise.span) == "CLE-1")
  }

  /// A place in an expression is the place in the file, whatever quotes and escapes lie between.
  @Test func knowsWhereExpressionsStand() throws {
    let condition = try #require(try pack(whole).commitments.first?.condition)
    let range = condition.text.utf8.count - 8..<condition.text.utf8.count
    #expect(slice(condition.span(of: range)) == "category")
    #expect(slice(condition.span(of: 9..<12)) == "\\\"x\\\"")
  }

  @Test func takesWhatIsNotSaid() throws {
    let promise = try #require(try pack(whole).commitments.dropFirst().first)
    #expect(promise.measure == nil && promise.condition == nil && promise.among == nil)
    #expect(promise.leaveOut.isEmpty && promise.period == nil && promise.per == nil)
    #expect(promise.missing == .unknown && !promise.mayBeEmpty && promise.due == nil)
    #expect(promise.enforcement == Enforcement(check: .block, gate: .warn))
    #expect(promise.schedule.map(\.from) == [nil])
  }

  @Test func aReportOnlyReportsAtTheGateToo() throws {
    let promise = try #require(try pack(whole).commitments.last)
    #expect(promise.id == "c.2-x_3")
    #expect(promise.enforcement == Enforcement(check: .report, gate: .report))
  }

  @Test(
    arguments: [
      ("fiscal_year", .fiscalYear), ("fiscal_year_to_date", .fiscalYearToDate),
      ("calendar_year", .calendarYear), ("last_12_months", .last12Months),
    ] as [(String, PeriodRule)])
  func readsPeriods(_ word: String, _ rule: PeriodRule) throws {
    let text = whole.replacing("period: fiscal_year", with: "period: \(word)")
    #expect(try pack(text).commitments.first?.period == rule)
  }

  @Test func readsPeriodsByDays() throws {
    let text = whole.replacing(
      "period: fiscal_year", with: "period: { from: 2024-04-01, to: 2024-04-30 }")
    let from = try #require(day("2024-04-01"))
    let to = try #require(day("2024-04-30"))
    #expect(try pack(text).commitments.first?.period == .dates(from: from, to: to))
  }
}
