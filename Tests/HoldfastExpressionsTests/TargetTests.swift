import Exact
import HoldfastExpressions
import HoldfastModel
import Testing

/// A target over parameters, and the line that it makes.
private struct TargetCase: Sendable, CustomTestStringConvertible {
  let check: String
  let comparison: Target.Comparison
  let quantities: [String]
  let line: String
  var testDescription: String { "\(comparison.rawValue) \(quantities)" }

  init(
    _ check: String, _ comparison: Target.Comparison, _ quantities: [String], _ line: String
  ) {
    (self.check, self.comparison, self.quantities, self.line) = (
      check, comparison, quantities, line
    )
  }

  static let all = [
    TargetCase("share", .atLeast, ["params.least"], ">= 25% from 1/4"),
    TargetCase("share", .above, ["params.least"], "> 25% beyond 1/4"),
    TargetCase("share", .atMost, ["params.least"], "<= 25% to 1/4"),
    TargetCase("share", .below, ["params.least"], "< 25% short of 1/4"),
    TargetCase("share", .atLeast, ["params.least * 2.0"], ">= 50% from 1/2"),
    TargetCase(
      "share", .between, ["params.least", "params.most"],
      "between params.least and params.most from 1/4 to 3/8"),
    TargetCase("count", .atLeast, ["params.rows"], ">= 20 from 20/1"),
    TargetCase("count", .equal, ["params.rows + 1"], "= 21 from 21/1 to 21/1"),
    TargetCase("total", .atLeast, ["params.floor"], ">= £1,500.5 from 3001/2"),
  ]
}

@Suite struct TargetTests {
  private func draft(_ check: String, _ comparison: Target.Comparison, _ quantities: [String])
    -> Draft
  {
    Draft(
      check: check, condition: "sme", measure: check == "count" ? nil : "amount",
      target: (comparison, quantities), definitions: [],
      parameters: [
        ("least", .percent, .decimal(Decimal(coefficient: 25, scale: 2))),
        ("most", .percent, .decimal(Decimal(coefficient: 375, scale: 3))),
        ("rows", .integer, .integer(20)), ("open", .percent, nil),
        ("floor", .decimal, .decimal(Decimal(coefficient: 150_050, scale: 2))),
        ("kind", .text, .text("x")),
      ])
  }

  @Test(arguments: TargetCase.all) private func resolves(_ c: TargetCase) throws {
    let checked = try Outcome(draft(c.check, c.comparison, c.quantities)).commitment()
    guard case .line(let line)? = checked.lines.first?.aim else {
      Issue.record("there is no line")
      return
    }
    let low = line.minimum.map {
      ($0.strict ? " beyond " : " from ") + "\($0.value.numerator)/\($0.value.denominator)"
    }
    let high = line.maximum.map {
      ($0.strict ? " short of " : " to ") + "\($0.value.numerator)/\($0.value.denominator)"
    }
    #expect(line.text + (low ?? "") + (high ?? "") == c.line)
  }

  @Test(arguments: [
    (
      "share", "params.open",
      "params.open: parameter 'open' has no value "
        + "[give it a default, or a value in a parameters file]"
    ),
    (
      "share", "params.floor",
      "params.floor: a share is measured in percent, but this is a plain number "
        + "[write a percentage, or declare the parameter with type: percent]"
    ),
    (
      "share", "params.kind",
      "params.kind: 'target' must be an exact number, but this is of type string "
        + "[use a column of type decimal or integer]"
    ),
  ])
  func refuses(_ check: String, _ quantity: String, _ message: String) {
    #expect(Outcome(draft(check, .atLeast, [quantity])).messages == [message])
  }

  @Test(arguments: ["amount", "params.lest", "= 25%", "25%%", ""])
  func refusesWhatParametersCannotGive(_ quantity: String) {
    let outcome = Outcome(draft("share", .atLeast, [quantity]))
    #expect(outcome.messages.count == 1)
    #expect(outcome.commitments.isEmpty)
  }

  @Test func refusesRangesUpsideDown() {
    #expect(
      Outcome(draft("share", .between, ["params.most", "params.least"])).messages
        == ["pack: the first quantity of 'between' is above the second"])
  }

  /// Numbers come with the unit they were written in, wherever the target was supplied.
  @Test(
    arguments: [
      (
        "share", "amount", .plain,
        "pack: a share is measured in percent [write for example \">= 25%\"]"
      ),
      ("count", nil, .percent, "pack: 'count' counts rows; its target is a plain number"),
      (
        "total", "amount", .percent,
        "pack: 'total' is measured in the measure's unit, not in percent "
          + "[of a column of percentages write the fraction: 0.25]"
      ),
      (
        "total", "amount", .currency("EUR"), "pack: the target is in EUR, but the measure is in GBP"
      ),
      (
        "total", "count", .currency("GBP"),
        "pack: the target is in GBP, but the measure is in no currency"
      ),
      ("total", "amount", .currency("GBP"), nil), ("total", "fee", .currency("EUR"), nil),
      ("total", "count", .plain, nil), ("share", "amount", .percent, nil),
      ("count", nil, .plain, nil),
    ] as [(String, String?, TargetUnit, String?)])
  func holdsUnitsAgainstTheMeasure(
    _ check: String, _ measure: String?, _ unit: TargetUnit, _ message: String?
  ) {
    var pack = Draft(check: check, condition: "sme", measure: measure, definitions: []).pack()
    let target = Target(
      comparison: .atLeast, quantities: [.number(Decimal(30), unit)], text: ">= 30",
      span: pack.span)
    pack.commitments[0].schedule = [ScheduledTarget(from: nil, target: target)]
    #expect(Outcome(pack).messages == [message].compactMap { $0 })
  }
}
