import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// The keys that only one checker takes, as it declares them.
extension CommitmentReader {
  func readOptions(_ fields: inout Fields, into result: inout Commitment) {
    guard let declaration = checkers[result.check.value] else { return }
    for option in declaration.options {
      guard let node = fields.node(option.name) else {
        if option.want == .required {
          problems.add(
            "'\(declaration.keyword)' needs '\(option.name)'", at: result.check.span,
            help: "it is \(option.words)\(option.means)")
        }
        continue
      }
      if let value = value(node, option, &fields) { result.options[option.name] = value }
    }
  }

  private func value(
    _ node: YAMLNode, _ option: CheckerOption, _ fields: inout Fields
  ) -> CheckerOption.Value? {
    switch option.kind {
    case .word: fields.choice(option.name).map(CheckerOption.Value.word)
    case .text: fields.text(option.name).map { .word($0.value) }
    case .integer: fields.integer(option.name).map(CheckerOption.Value.integer)
    case .percent: fraction(option.name, &fields)
    case .items: items(node, option.name, &fields)
    case .members: members(node)
    case .number: fields.expression(option.name).map { .number(Self.exact($0)) }
    }
  }

  /// A number as people write it is exact in expressions too: `10%`, `2.5`.
  private static func exact(_ text: ExpressionText) -> ExpressionText {
    guard case (let number, let unit)? = Quantity.read(text.text.trimmed) else { return text }
    guard unit == .plain || unit == .percent else { return text }
    return ExpressionText("decimal(\"\(number)\")") { _ in text.span }
  }

  private func fraction(_ name: String, _ fields: inout Fields) -> CheckerOption.Value? {
    guard let text = fields.text(name) else { return nil }
    if case (let number, .percent)? = Quantity.read(text.value.trimmed), number.signum > 0,
      number <= Decimal(1)
    {
      return .fraction(number)
    }
    problems.add(
      "\(name) must be a percentage above 0% and at most 100%, not '\(text.value)'", at: text.span,
      help: "write for example 80%")
    return nil
  }

  /// A list of texts, or lists by the expressions that they are values of.
  private func items(
    _ node: YAMLNode, _ name: String, _ fields: inout Fields
  ) -> CheckerOption.Value? {
    guard case .mapping = node.kind else {
      let texts = fields.texts(node, name)
      return list(texts, at: node).map { .items([.init(of: nil, items: $0)]) }
    }
    var lists: [CheckerOption.ItemList] = []
    for (side, node) in fields.pairs(name) {
      let inner = fields.texts(node, side.value)
      guard let items = list(inner, at: node) else { return nil }
      let expression = ExpressionText(side.value) { _ in side.span }
      lists.append(.init(of: expression, items: items))
    }
    if lists.isEmpty { problems.add("there is no item to look for", at: node.span) }
    let count = lists.reduce(1) { min(1_000_000, $0 * $1.items.count) }
    if count > 10_000 {
      problems.add("these are more than 10,000 combinations", at: node.span)
      return nil
    }
    return .items(lists)
  }

  /// What judges no rows takes nothing that is said of rows.
  func refuseRows(_ fields: inout Fields, _ commitment: Commitment) {
    for key in CheckerDeclaration.rowKeys {
      guard let node = fields.node(key) else { continue }
      problems.add(
        "'\(commitment.check.value)' judges no rows, so it takes no '\(key)'", at: node.span,
        help: "remove it, or say it of the commitments that it judges")
    }
  }

  /// A list is of values of `by`; lists by their expressions leave nothing for it to say.
  func checkItems(_ commitment: Commitment) {
    for option in checkers[commitment.check.value]?.options ?? [] {
      guard case .items(let lists)? = commitment.options[option.name],
        checkers[commitment.check.value]?.keys[.key] != nil
      else { continue }
      if let side = lists.compactMap(\.of).first, commitment.key != nil {
        problems.add(
          "'\(option.name)' says by itself what its lists are values of", at: side.span,
          help: "remove by:")
      } else if lists.contains(where: { $0.of == nil }), commitment.key == nil {
        problems.add(
          "'\(option.name)' does not say where its items stand", at: commitment.check.span,
          help: "add by: with the column that holds them")
      }
    }
  }

  private func list(_ texts: [Located<String>], at node: YAMLNode) -> [String]? {
    if texts.isEmpty { problems.add("there is no item to look for", at: node.span) }
    var seen: Set<TextKey> = []
    for text in texts where !seen.insert(TextKey(text.value)).inserted {
      problems.add("'\(text.value)' is listed twice", at: text.span)
    }
    return texts.isEmpty ? nil : texts.map(\.value)
  }

  /// Ids in a list, or with what each counts for.
  private func members(_ node: YAMLNode) -> CheckerOption.Value? {
    var members: [CheckerOption.Member] = []
    switch node.kind {
    case .sequence(let items):
      for item in items {
        guard let text = item.scalar?.text else {
          problems.add("a member is the id of a commitment", at: item.span)
          continue
        }
        members.append(.init(id: Located(text, at: item.span), weight: Decimal(1), fullAt: nil))
      }
    case .mapping:
      guard let entries = Fields.entries(node, "the members", problems) else { return nil }
      members = Fields.pairs(entries, "the members", problems).compactMap(member)
    default:
      problems.add("members are a list of ids, or a mapping of ids", at: node.span)
      return nil
    }
    if members.isEmpty { problems.add("there are no members", at: node.span) }
    var seen: Set<String> = []
    for member in members where !seen.insert(member.id.value).inserted {
      problems.add("'\(member.id.value)' is a member twice", at: member.id.span)
    }
    return members.isEmpty ? nil : .members(members)
  }

  /// `ID: { weight: 2 }` or `ID: { points: 6, full_at: 50% }`.
  private func member(_ id: Located<String>, _ node: YAMLNode) -> CheckerOption.Member? {
    guard var fields = Fields(node, .member, "the member '\(id.value)'", problems) else {
      return nil
    }
    let (weight, points) = (fields.text("weight"), fields.text("points"))
    let share = fields.text("full_at")
    fields.finish()
    var result = CheckerOption.Member(id: id, weight: Decimal(1), fullAt: nil)
    if let text = weight ?? points {
      guard let number = Decimal(text.value), number.signum > 0 else {
        problems.add("a weight is a number above zero, not '\(text.value)'", at: text.span)
        return nil
      }
      result.weight = number
    }
    guard let share else { return result }
    guard case (let number, .percent)? = Quantity.read(share.value.trimmed), number.signum > 0
    else {
      problems.add("full_at is a percentage above 0%, not '\(share.value)'", at: share.span)
      return nil
    }
    result.fullAt = number
    return result
  }
}

extension CheckerOption {
  /// The words that it may be, in front of what they mean.
  fileprivate var words: String {
    guard case .word(let words) = kind else { return "" }
    return "one of \(words.joined(separator: ", ")): "
  }
}
