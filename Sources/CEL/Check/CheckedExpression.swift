/// An expression whose names are resolved and whose types are known.
public struct CheckedExpression: Sendable {
  /// The text as written.
  public let text: String
  /// The syntax tree.
  public let tree: Expression
  /// The type of its value.
  public let type: CELType
  /// The type of each node, by `Expression.id`. A number that is read as an exact decimal because
  /// of what stands beside it has the type `decimal`.
  public let types: [CELType]
  /// What the name or function of each node is, by `Expression.id`.
  public let references: [Reference?]
  /// The names of the variables that it reads, those of the definitions it uses included, sorted.
  public let variables: [String]
  /// The names of the definitions that it uses directly, sorted.
  public let definitions: [String]
  /// The nodes and the levels of the tree, definitions followed.
  let size: (nodes: Int, height: Int)

  /// What a name means.
  public enum Reference: Sendable {
    /// A variable, by its full name.
    case variable(String)
    /// A definition, by its name.
    case definition(CheckedDefinition)
    /// The variable of a macro around it, by its place among those, the outermost being 0.
    case local(Int)
    case type(CELType)
    /// A name that always stands for the same value.
    case constant(Value)
    /// A message that stands for a value of the language.
    case message(WellKnownType)
    /// The overloads that the types leave possible.
    case function([Overload])
    /// What an unchecked expression names in vain, and the message.
    case unresolved(String)
  }

  /// The expression in one form, whatever blanks and brackets it was written with: definitions are
  /// put in place of their names, variables have their full name with a dot in front.
  public var canonicalText: String {
    var writer = CanonicalWriter()
    return writer.tree(of: self).description
  }

  /// One of its nodes in the same form.
  func canonicalText(of node: Expression) -> String {
    var writer = CanonicalWriter()
    return writer.written(node, in: self).description
  }
}

/// Puts definitions in the place of their names, and full names of variables.
private struct CanonicalWriter: TreeWriter {
  var nextID = 0

  mutating func tree(of expression: CheckedExpression) -> Expression {
    written(expression.tree, in: expression)
  }

  mutating func written(
    _ node: Expression, in expression: CheckedExpression
  ) -> Expression {
    switch expression.references[node.id] {
    case .variable(let name): made(.identifier("." + name), node)
    case .definition(let definition): tree(of: definition.expression)
    default: rebuilt(node) { writer, child in writer.written(child, in: expression) }
    }
  }
}

/// A named expression as another one uses it.
public struct CheckedDefinition: Sendable {
  let definition: Definition

  /// The name under which it was defined.
  public var name: String { definition.name }
  /// What the name stands for.
  public var expression: CheckedExpression { definition.expression }
}
