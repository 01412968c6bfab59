import CEL

extension FuzzInspector {
  /// What is known while cells are unknown stays so whatever they turn out to be, and what is not
  /// known rests on cells that are not.
  mutating func inspectUnknowns(
    _ checked: CheckedExpression, _ program: Program, _ row: [Value], _ value: Value
  ) {
    let open = zip(FuzzWorld.variables, row).compactMap { variable, cell in
      if case .unknown = cell, checked.variables.contains(variable.name) {
        variable.name
      } else {
        nil
      }
    }
    switch value {
    case .unknown(let unknown):
      counts.unknown += 1
      if unknown.attributes.isEmpty || !Set(unknown.attributes).isSubset(of: open) {
        note(.unknownsAreNamed, "\(unknown.attributes) where \(open) are unknown")
      }
    case .error: break
    default:
      counts.known += 1
      guard !open.isEmpty else { return }
      for _ in 0..<3 {
        let filled = FuzzWorld.filled(row, &values)
        let other = program.evaluate(Cells(values: filled))
        if !other.isSame(as: value), !other.isExhausted {
          note(
            .whatIsKnownRestsOnNoUnknown,
            "\(value.shown) while \(open) are unknown, then \(other.shown), \(shown(filled, checked))"
          )
        }
      }
    }
  }

  /// What is left of an expression means what the expression means, over the same row and over
  /// rows that tell what was unknown.
  mutating func inspectResidual(
    _ checked: CheckedExpression, _ program: Program, _ row: [Value], _ value: Value
  ) {
    let environment = world.environment
    guard let tree = try? checked.residual(in: environment, over: Cells(values: row)) else {
      return note(.residualsAreExpressions, "there is none, \(shown(row, checked))")
    }
    counts.residuals += 1
    let text = tree.description
    guard let left = try? environment.compile(text), let rest = try? environment.program(left)
    else {
      return note(.residualsAreExpressions, "\(text.prefix(600)), \(shown(row, checked))")
    }
    compare(program, rest, row, checked, "\(text.prefix(600))")
    guard !value.isKnown else { return }
    for _ in 0..<3 {
      let filled = FuzzWorld.filled(row, &values)
      compare(program, rest, filled, checked, "filled in: \(text.prefix(600))")
    }
  }

  private mutating func compare(
    _ whole: Program, _ rest: Program, _ row: [Value], _ checked: CheckedExpression,
    _ left: String
  ) {
    let value = whole.evaluate(Cells(values: row))
    let other = rest.evaluate(Cells(values: row))
    guard !other.isSame(as: value), !value.isExhausted else { return }
    let cells = shown(row, checked)
    note(.residualsHaveTheSameValue, "\(value.shown), but \(other.shown) from \(left), \(cells)")
  }
}
