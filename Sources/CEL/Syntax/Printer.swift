extension Expression: CustomStringConvertible {
  /// The expression as text that reads back as the same tree.
  public var description: String { Printer().text(self) }
}

private struct Printer {
  /// How tightly operators bind.
  private static let ranks: [String: Int] = [
    Operator.conditional: 0, Operator.or: 1, Operator.and: 2, Operator.equals: 3,
    Operator.notEquals: 3, Operator.less: 3, Operator.lessOrEqual: 3, Operator.greater: 3,
    Operator.greaterOrEqual: 3, Operator.isIn: 3, Operator.add: 4, Operator.subtract: 4,
    Operator.multiply: 5, Operator.divide: 5, Operator.modulo: 5, Operator.not: 6,
    Operator.negate: 6, Operator.index: 7, Operator.optionalIndex: 7, Operator.optionalSelect: 7,
  ]

  private func rank(_ node: Expression) -> Int {
    if case .call(let function, _, _) = node.kind {
      Self.ranks[function] ?? 7
    } else {
      7
    }
  }

  /// The text of a node, in parentheses where it binds less tightly than its place needs.
  private func text(_ node: Expression, atLeast needed: Int) -> String {
    rank(node) < needed ? "(" + text(node) + ")" : text(node)
  }

  private func list(_ nodes: [Expression]) -> String {
    nodes.map { text($0) }.joined(separator: ", ")
  }

  func text(_ node: Expression) -> String {
    switch node.kind {
    case .literal(let literal): return literal.description
    case .identifier(let name): return BlockName.spelled(name)
    case .select(let operand, let field, let testOnly):
      let selected = text(operand, atLeast: 7) + "." + spelled(field)
      return testOnly ? "has(\(selected))" : selected
    case .call(let function, let target, let arguments):
      return call(function, target, arguments)
    case .list(let elements, let optionals):
      let texts = elements.enumerated().map { mark(optionals.contains($0)) + text($1) }
      return "[" + texts.joined(separator: ", ") + "]"
    case .map(let entries):
      let texts = entries.map { mark($0.isOptional) + text($0.key) + ": " + text($0.value) }
      return "{" + texts.joined(separator: ", ") + "}"
    case .message(let name, let fields):
      let texts = fields.map { mark($0.isOptional) + spelled($0.name) + ": " + text($0.value) }
      return name + "{" + texts.joined(separator: ", ") + "}"
    case .comprehension(let macro): return comprehension(macro)
    }
  }

  private func mark(_ isOptional: Bool) -> String { isOptional ? "?" : "" }

  private func comprehension(_ macro: Comprehension) -> String {
    let names = macro.variables.map(BlockName.spelled)
    let arguments = macro.arguments.map { text($0) }
    guard macro.macro != .bind else {
      return "cel.bind(" + (names + [text(macro.range)] + arguments).joined(separator: ", ") + ")"
    }
    return text(macro.range, atLeast: 7) + "." + macro.macro.rawValue
      + "(" + (names + arguments).joined(separator: ", ") + ")"
  }

  private func spelled(_ field: String) -> String {
    let isPlain =
      field.utf8.first?.isLetter == true && Symbol.words[field] == nil
      && field.utf8.allSatisfy { $0.isLetter || $0.isDigit }
    return isPlain ? field : "`\(field)`"
  }

  private func call(_ function: String, _ target: Expression?, _ arguments: [Expression]) -> String
  {
    if let target {
      return text(target, atLeast: 7) + "." + function + "(" + list(arguments) + ")"
    }
    guard let rank = Self.ranks[function] else { return function + "(" + list(arguments) + ")" }
    switch (function, arguments.count) {
    case (Operator.conditional, 3):
      return text(arguments[0], atLeast: 1) + " ? " + text(arguments[1], atLeast: 1) + " : "
        + text(arguments[2], atLeast: 0)
    case (Operator.or, _), (Operator.and, _):
      return arguments.map { text($0, atLeast: rank + 1) }
        .joined(separator: function == Operator.or ? " || " : " && ")
    case (Operator.index, 2):
      return text(arguments[0], atLeast: rank) + "[" + text(arguments[1]) + "]"
    case (Operator.optionalIndex, 2):
      return text(arguments[0], atLeast: rank) + "[?" + text(arguments[1]) + "]"
    case (Operator.optionalSelect, 2):
      guard case .literal(.string(let field)) = arguments[1].kind else { break }
      return text(arguments[0], atLeast: rank) + ".?" + spelled(field)
    case (_, 1): return prefix(function, arguments[0])
    case (_, 2):
      let symbol = function == Operator.isIn ? "in" : function.filter { $0 != "_" }
      return text(arguments[0], atLeast: rank) + " \(symbol) "
        + text(arguments[1], atLeast: rank + 1)
    default: break
    }
    return function + "(" + list(arguments) + ")"
  }

  /// An operator before its operand. A minus before a number would become part of it, and `!` and
  /// `-` do not mix.
  private func prefix(_ function: String, _ operand: Expression) -> String {
    let inner = text(operand, atLeast: 6)
    let startsLikeNumber = inner.utf8.first.map { $0.isDigit || $0 == UInt8(ascii: ".") } ?? false
    let needsParentheses =
      function == Operator.negate && startsLikeNumber || isOtherPrefix(operand, than: function)
    return String(function.prefix(1)) + (needsParentheses ? "(\(inner))" : inner)
  }

  private func isOtherPrefix(_ node: Expression, than function: String) -> Bool {
    guard case .call(let other, nil, _) = node.kind else { return false }
    return other != function && (other == Operator.not || other == Operator.negate)
  }
}

extension Literal: CustomStringConvertible {
  /// The constant as an expression writes it.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): String(bool)
    case .int(let int): String(int)
    case .uint(let uint): "\(uint)u"
    case .double(_, let text): text
    case .string(let text): quoted(text)
    case .bytes(let bytes): quoted(bytes)
    }
  }
}
