import CEL
import HoldfastModel

/// Finds what checked expressions say about columns and areas by name.
struct LiteralFinder {
  let schema: RowSchema
  private(set) var literals: Set<LiteralUse> = []
  private(set) var areas: [(name: String?, node: Expression)] = []
  private(set) var definitions: [String: String] = [:]

  init(schema: RowSchema) { self.schema = schema }

  /// Looks through an expression and the definitions that it uses.
  mutating func visit(_ expression: CheckedExpression) { visit(expression.tree, in: expression) }

  private mutating func visit(_ node: Expression, in expression: CheckedExpression) {
    if case .definition(let definition)? = expression.references[node.id] {
      definitions[definition.name] = definition.expression.text
      visit(definition.expression)
    }
    if case .call(let function, _, let arguments) = node.kind {
      switch function {
      case Operator.equals, Operator.notEquals:
        compare(arguments, in: expression)
        compare(arguments.reversed(), in: expression)
      case Operator.isIn:
        guard case .list(let items)? = arguments.last?.kind else { break }
        for item in items { compare([arguments[0], item], in: expression) }
      case "area": areas.append((arguments.first.flatMap { text($0, in: expression) }, node))
      default: break
      }
    }
    for child in node.kind.children { visit(child, in: expression) }
  }

  private mutating func compare(_ sides: [Expression], in expression: CheckedExpression) {
    guard sides.count == 2, let slot = column(sides[0], in: expression),
      let literal = text(sides[1], in: expression)
    else { return }
    literals.insert(LiteralUse(slot: slot, literal: literal))
  }

  /// The slot of a node that is a column of the rows.
  private func column(_ node: Expression, in expression: CheckedExpression) -> Int? {
    guard case .variable(let name)? = expression.references[node.id],
      let slot = schema.slot(name), schema.slots[slot].column != nil
    else { return nil }
    return slot
  }

  /// The text of a node that is one, or a parameter that is one.
  private func text(_ node: Expression, in expression: CheckedExpression) -> String? {
    if case .literal(.string(let text)) = node.kind { return text }
    guard case .variable(let name)? = expression.references[node.id],
      let slot = schema.slot(name), case .parameter(.string(let text)) = schema.slots[slot].source
    else { return nil }
    return text
  }
}
