public import CEL
public import Diagnostics
import Exact
public import HoldfastModel

/// Compiles the expressions of a pack over one dataset.
struct ExpressionCompiler {
  private(set) var environment: Environment
  /// What is wrong with definitions that could not be compiled over this dataset, by name.
  private(set) var broken: [String: [Diagnostic]] = [:]

  init(
    schema: RowSchema, areas: [String: AreaTest], definitions: [Definition],
    zones: ZoneFinder? = nil, measurements: [String: Decimal] = [:]
  ) {
    let further = measurements.isEmpty ? [] : [Library.measurements(measurements)]
    environment = Environment(
      variables: schema.variables, libraries: [.standard, .holdfast(areas: areas)] + further,
      zones: zones)
    define(definitions)
  }

  /// Compiles definitions in an order in which each finds those that it uses.
  private mutating func define(_ definitions: [Definition]) {
    let uses = Dictionary(definitions.map { ($0.name, identifiers($0.expression)) }) { first, _ in
      first
    }
    var pending = definitions
    while !pending.isEmpty {
      let names = Set(pending.map(\.name))
      guard
        let next = pending.firstIndex(where: { names.isDisjoint(with: uses[$0.name] ?? []) })
      else {
        refuseCircular(&pending, uses)
        continue
      }
      let definition = pending.remove(at: next)
      if let culprit = uses[definition.name]?.sorted().first(where: { broken[$0] != nil }) {
        broken[definition.name] = broken[culprit]
        continue
      }
      do {
        environment.define(definition.name, try environment.compile(definition.expression.text))
      } catch {
        broken[definition.name] = error.diagnostics(in: definition.expression)
      }
    }
  }

  /// Takes out the definitions that lead back to themselves. Where each waits for another there
  /// are some; others that merely use them are found broken later.
  private mutating func refuseCircular(
    _ pending: inout [Definition], _ uses: [String: Set<String>]
  ) {
    let circular = pending.filter { Self.reached(from: $0.name, uses).contains($0.name) }
    let names = circular.map(\.name).joined(separator: ", ")
    for definition in circular {
      broken[definition.name] = [
        Diagnostic(
          "definition '\(definition.name)' leads back to itself (\(names))",
          at: definition.expression.span)
      ]
    }
    pending.removeAll { broken[$0.name] != nil }
  }

  /// The names that a definition uses, straight or through others.
  private static func reached(from name: String, _ uses: [String: Set<String>]) -> Set<String> {
    var result: Set<String> = []
    var next = uses[name] ?? []
    while let name = next.popFirst() {
      guard result.insert(name).inserted else { continue }
      next.formUnion(uses[name] ?? [])
    }
    return result
  }

  /// The names at the beginning of selection chains; empty where the text does not parse.
  private func identifiers(_ text: ExpressionText) -> Set<String> {
    guard let tree = try? environment.parse(text.text) else { return [] }
    return tree.identifiers
  }

  /// A checked expression that gives one of the types; nil, with diagnostics, where it does not.
  func part(
    _ text: ExpressionText?, _ role: String, giving types: [CELType],
    _ diagnostics: inout [Diagnostic]
  ) -> CheckedPart? {
    guard let text else { return nil }
    if !broken.isEmpty,
      let culprit = identifiers(text).sorted().first(where: { broken[$0] != nil })
    {
      diagnostics += broken[culprit] ?? []
      return nil
    }
    do {
      let expression = try environment.compile(text.text)
      if types != [.bool], let problem = expression.inexactPart {
        diagnostics.append(
          Diagnostic(
            problem.message, at: text.span(of: problem.range), help: problem.help))
        return nil
      }
      if let problem = expression.excess(over: environment.limits) ?? expression.knownConstant {
        diagnostics.append(
          Diagnostic(problem.message, at: text.span(of: problem.range), help: problem.help))
        return nil
      }
      guard types.contains(expression.type) else {
        diagnostics.append(Self.wrongType(expression.type, role, types, text))
        return nil
      }
      return CheckedPart(
        source: text, expression: expression, program: try environment.program(expression),
        environment: environment)
    } catch {
      diagnostics += error.diagnostics(in: text)
      return nil
    }
  }

  private static func wrongType(
    _ type: CELType, _ role: String, _ wanted: [CELType], _ text: ExpressionText
  ) -> Diagnostic {
    if wanted == [.bool] {
      return Diagnostic(
        "'\(role)' must be a condition, true or false, but this is of type \(type)", at: text.span,
        help: "compare it with something: \(text.text) == ...")
    }
    if wanted == [.string] {
      return Diagnostic(
        "'\(role)' must be a text, but this is of type \(type)", at: text.span,
        help: "write string(\(text.text))")
    }
    return Diagnostic(
      "'\(role)' must be an exact number, but this is of type \(type)", at: text.span,
      help: "use a column of type decimal or integer")
  }
}

extension IssueList {
  /// The mistakes at their places in the file.
  public func diagnostics(in text: ExpressionText) -> [Diagnostic] {
    issues.map { Diagnostic($0.message, at: text.span(of: $0.range), help: $0.help) }
  }
}

extension CheckedExpression {
  /// What keeps a number from being exact: a division of whole numbers drops the rest, and a
  /// double is rounded.
  var inexactPart: CEL.Issue? { inexactPart(tree) }

  private func inexactPart(_ node: Expression) -> CEL.Issue? {
    if case .call(let function, _, _) = node.kind,
      [Operator.divide, Operator.modulo].contains(function)
    {
      return CEL.Issue(
        "a division drops digits", at: node.mark,
        help: "write div(a, b, scale) with decimals, decimal(x) for a whole number")
    }
    if types.indices.contains(node.id), types[node.id] == .double {
      return CEL.Issue(
        "this is a double, which is rounded", at: node.range, help: "use decimals or whole numbers")
    }
    return node.kind.children.lazy.compactMap(inexactPart).first
  }
}

extension Expression {
  /// The names at the beginning of selection chains, macro variables left out.
  var identifiers: Set<String> {
    switch kind {
    case .identifier(let name): return [name]
    case .comprehension(let macro):
      let inner = macro.arguments.reduce(into: Set<String>()) { $0.formUnion($1.identifiers) }
      return macro.range.identifiers.union(inner.subtracting(macro.variables))
    default: return kind.children.reduce(into: []) { $0.formUnion($1.identifiers) }
    }
  }
}
