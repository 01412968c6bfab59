import Exact
import HoldfastModel
import Testing

/// What is written behind a comparator, and the number and unit it is; an expression where it is
/// no number.
private let quantities: [(text: String, number: String, unit: TargetUnit)] = [
  ("25%", "0.25", .percent),
  ("25 %", "0.25", .percent),
  ("12.5%", "0.125", .percent),
  ("0%", "0", .percent),
  ("100%", "1", .percent),
  ("-2%", "-0.02", .percent),
  ("25", "25", .plain),
  ("  25  ", "25", .plain),
  ("1,500", "1500", .plain),
  ("1,234,567.89", "1234567.89", .plain),
  ("1500.50", "1500.5", .plain),
  ("-7", "-7", .plain),
  ("12m", "12000000", .plain),
  ("12 m", "12000000", .plain),
  ("3k", "3000", .plain),
  ("2.5bn", "2500000000", .plain),
  ("£12m", "12000000", .currency("GBP")),
  ("£ 12.25m", "12250000", .currency("GBP")),
  ("£1,234.50", "1234.5", .currency("GBP")),
  ("-£7", "-7", .currency("GBP")),
  ("$3k", "3000", .currency("USD")),
  ("€1", "1", .currency("EUR")),
  ("GBP 2.5bn", "2500000000", .currency("GBP")),
  ("GBP2.5bn", "2500000000", .currency("GBP")),
  ("CHF 7", "7", .currency("CHF")),
]

@Suite struct QuantityTests {
  private func quantities(_ target: String) throws -> [Target.Quantity] {
    let pack = try pack(
      """
      pack: p
      version: 1.0.0
      commitments:
        - { id: A, title: A, check: any, of: spend, target: "\(target)" }
      """.replacing(
        "any", with: target.contains("%") ? "share, where: \"true\"" : "total, measure: a"))
    return try #require(pack.commitments.first?.schedule.first?.target).quantities
  }

  @Test(arguments: HoldfastLoaderTests.quantities)
  func reads(_ text: String, _ number: String, _ unit: TargetUnit) throws {
    guard case .number(let value, let found)? = try quantities(">= \(text)").first else {
      Issue.record("'\(text)' is no number")
      return
    }
    #expect(value == Decimal(number))
    #expect(found == unit)
  }

  /// What looks like a number and is none goes on to the expressions, which refuse it.
  @Test(arguments: [
    "1,50", "1,5000", ",500", "1,,500", "12,", ".5", "5.", "1.2.3", "1 500", "12mm", "12M", "1e3",
    "£", "%", "£25%", "25%%", "£-7", "--7", "+7", "gbp 7", "GBPX 7", "twelve", "١٢",
    "170141183460469231731687303715884105728", "99999999999999999999999999999999999999bn",
    "0.00000000000000000000000000000000000001%",
  ])
  func refuses(_ text: String) throws {
    guard case .expression(let expression)? = try quantities(">= \(text)").first else {
      Issue.record("'\(text)' is read as a number")
      return
    }
    #expect(expression.text == text)
    #expect(slice(expression.span) == text)
  }

  @Test func readsRanges() throws {
    guard case .number(let low, .percent)? = try quantities("between 10% and 20%").first,
      case .number(let high, .percent)? = try quantities("between 10% and 20%").last
    else {
      Issue.record("no range of percentages")
      return
    }
    #expect([low, high] == [Decimal("0.1"), Decimal("0.2")])
  }

  @Test func readsExpressionsInRanges() throws {
    let ends = try quantities("  between  params.low  and  params.high ").map { end in
      guard case .expression(let text) = end else { return "a number" }
      return "\(text.text)|\(slice(text.span))"
    }
    #expect(ends == ["params.low|params.low", "params.high|params.high"])
  }

  @Test(
    arguments: [
      (">= 1%", .atLeast), ("> 1%", .above), ("<= 1%", .atMost), ("< 1%", .below), ("= 1%", .equal),
      (">=1%", .atLeast), ("  <1%", .below), ("between 1% and 2%", .between),
    ] as [(String, Target.Comparison)])
  func readsComparators(_ text: String, _ comparison: Target.Comparison) throws {
    let pack = try pack(
      "pack: p\nversion: 1.0.0\ncommitments:\n"
        + "  - { id: A, title: A, check: share, of: s, where: \"true\", target: \"\(text)\" }\n")
    let target = try #require(pack.commitments.first?.schedule.first?.target)
    #expect(target.comparison == comparison)
    #expect(target.text == text.trimmingPrefix(while: { $0 == " " }))
  }
}
