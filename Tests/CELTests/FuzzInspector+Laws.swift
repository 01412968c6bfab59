import CEL

extension FuzzInspector {
  mutating func inspectPrinting(_ tree: CEL.Expression) {
    let printed = tree.description
    guard
      let again = attempt({ environment throws(IssueList) in
        try environment.parse(printed)
      })
    else {
      return note(.printingAndParsingGiveTheSameTree, "does not parse: \(printed)")
    }
    if again != tree { note(.printingAndParsingGiveTheSameTree, "another tree: \(printed)") }
  }

  /// Over several rows, of which the first has a value in every cell.
  mutating func inspectChecked(_ checked: CheckedExpression, _ unchecked: CheckedExpression?) {
    counts.checked += 1
    counts.typed += checked.isTyped ? 1 : 0
    inspectCanonicalText(checked)
    guard let program = plan(checked) else {
      return note(.whatIsCheckedIsPlanned, "it has no program")
    }
    // A number beside an exact one is read exactly only where it is checked.
    let isExact = checked.types.contains { $0.mentions(.decimal) }
    let other = isExact ? nil : unchecked.flatMap { plan($0) }
    let cost = checked.cost()
    if cost.least > cost.most || cost.least < 0 { note(.costIsARange, "\(cost)") }
    for place in 0..<4 {
      let row = FuzzWorld.row(&values, isWhole: place == 0)
      let value = evaluate(program, row)
      inspectType(checked, row, value, other)
      inspectCost(cost, program, row, checked)
      inspectUnknowns(checked, program, row, value)
      inspectResidual(checked, program, row, value)
    }
  }

  /// The value has the type that was told, and is the same without a check.
  private mutating func inspectType(
    _ checked: CheckedExpression, _ row: [Value], _ value: Value, _ unchecked: Program?
  ) {
    if checked.isTyped, !value.conforms(to: checked.type) {
      note(.valuesHaveTheCheckedType, "\(checked.type), \(value.shown), \(shown(row, checked))")
    }
    guard let unchecked else { return }
    let other = evaluate(unchecked, row)
    if !other.isSame(as: value), !value.isExhausted, !other.isExhausted {
      let cells = shown(row, checked)
      note(.checkingChangesNoValue, "checked \(value.shown), else \(other.shown), \(cells)")
    }
  }

  /// No row within the assumptions takes more steps than were told.
  private mutating func inspectCost(
    _ cost: Cost, _ program: Program, _ row: [Value], _ checked: CheckedExpression
  ) {
    let cells = zip(FuzzWorld.variables, row).filter { checked.variables.contains($0.0.name) }
    guard cells.allSatisfy({ $0.1.isSmall(1000) }) else { return }
    let steps = program.evaluateCounting(Cells(values: row)).steps
    counts.counted += 1
    if steps > cost.most {
      note(.costIsABound, "\(steps) steps, at most \(cost.most) told, \(shown(row, checked))")
    }
  }

  mutating func inspectUnchecked(_ unchecked: CheckedExpression) {
    guard let program = plan(unchecked) else { return }
    for _ in 0..<2 {
      let row = FuzzWorld.row(&values)
      inspectUnknowns(unchecked, program, row, evaluate(program, row))
    }
  }

  private mutating func inspectCanonicalText(_ checked: CheckedExpression) {
    let canonical = checked.canonicalText
    guard
      let again = attempt({ environment throws(IssueList) in
        try environment.compile(canonical)
      })
    else { return note(.canonicalTextMeansTheSame, "does not compile: \(canonical)") }
    if again.canonicalText != canonical {
      note(.canonicalTextMeansTheSame, "\(canonical) gives \(again.canonicalText)")
    }
    guard let program = plan(checked), let other = plan(again) else { return }
    let row = FuzzWorld.row(&values)
    let (value, second) = (evaluate(program, row), evaluate(other, row))
    if !second.isSame(as: value) {
      note(.canonicalTextMeansTheSame, "\(value.shown), \(second.shown) from \(canonical)")
    }
  }
}
