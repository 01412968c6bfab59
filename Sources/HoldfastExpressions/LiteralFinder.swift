import CEL
import HoldfastModel

/// Finds what checked expressions say about columns and areas by name.
struct LiteralFinder {
  let schema: RowSchema
  private(set) var literals: Set<LiteralUse> = []
  private(set) var areas: [(name: String?, node: Expression)] = []
  /// The columns that are asked whether they lie in an area.
  private(set) var places: [(slot: Int, area: String)] = []
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
        notePlace(arguments, in: expression)
        guard case .list(let items, _)? = arguments.last?.kind else { break }
        for item in items { compare([arguments[0], item], in: expression) }
      case "area":
        // What is wrong with a parameter without value is said once, of the parameter.
        guard let name = arguments.first, !isOpen(name, in: expression) else { break }
        areas.append((text(name, in: expression), node))
      default: break
      }
    }
    for child in node.kind.children { visit(child, in: expression) }
  }

  private mutating func notePlace(_ sides: [Expression], in expression: CheckedExpression) {
    guard sides.count == 2, let slot = column(sides[0], in: expression),
      case .call("area", _, let names) = sides[1].kind, let first = names.first,
      let name = text(first, in: expression)
    else { return }
    places.append((slot, name))
  }

  private mutating func compare(_ sides: [Expression], in expression: CheckedExpression) {
    guard sides.count == 2, let slot = column(sides[0], in: expression),
      let literal = text(sides[1], in: expression)
    else { return }
    literals.insert(LiteralUse(slot: slot, literal: literal))
  }

  /// The slot of a node that is a column of the rows, or a definition that is one.
  private func column(_ node: Expression, in expression: CheckedExpression) -> Int? {
    guard let slot = slot(node, in: expression), schema.slots[slot].column != nil else {
      return nil
    }
    return slot
  }

  /// The text of a node that is one, or a parameter or definition that is one.
  private func text(_ node: Expression, in expression: CheckedExpression) -> String? {
    if case .literal(.string(let text)) = node.kind { return text }
    if case .definition(let other)? = expression.references[node.id] {
      return text(other.expression.tree, in: other.expression)
    }
    guard let slot = slot(node, in: expression),
      case .parameter(.string(let text)) = schema.slots[slot].source
    else { return nil }
    return text
  }

  /// The slot of a node that names one, straight or through definitions.
  private func slot(_ node: Expression, in expression: CheckedExpression) -> Int? {
    switch expression.references[node.id] {
    case .variable(let name)?: schema.slot(name)
    case .definition(let other)?: slot(other.expression.tree, in: other.expression)
    default: nil
    }
  }

  /// Whether a node is a parameter that nobody gave a value.
  private func isOpen(_ node: Expression, in expression: CheckedExpression) -> Bool {
    guard let slot = slot(node, in: expression), schema.slots[slot].column == nil,
      case .parameter(.error) = schema.slots[slot].source
    else { return false }
    return true
  }
}
