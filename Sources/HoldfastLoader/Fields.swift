import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// The keys of a mapping, taken one by one: what nobody takes is a mistake of the author's.
struct Fields {
  /// What the mapping describes, for messages: "commitment", "column 'amount'".
  fileprivate(set) var what: String
  let span: SourceSpan
  let problems: Problems
  private let entries: [String: YAMLEntry]
  private let order: [YAMLEntry]
  private var known: [String] = []

  /// The fields of a node; nil, with a message, where the node is no mapping. A node without
  /// content is an empty mapping.
  init?(_ node: YAMLNode, _ what: String, _ problems: Problems) {
    switch node.kind {
    case .mapping(let entries): self.init(entries, at: node.span, what, problems)
    case .scalar(let scalar) where scalar.resolved.isNull:
      self.init([], at: node.span, what, problems)
    default:
      problems.add(
        "\(what) must be a mapping of keys to values, not \(node.kindName)", at: node.span)
      return nil
    }
  }

  /// The fields of a mapping laid over those of another, key by key. Of the `exclusive` keys the
  /// upper mapping's replace all of the lower one's.
  init?(
    _ node: YAMLNode, over base: YAMLNode?, _ what: String, exclusive: [String] = [],
    _ problems: Problems
  ) {
    guard let base, case .mapping(let lower) = base.kind, case .mapping(let upper) = node.kind
    else {
      self.init(node, what, problems)
      return
    }
    let names = Set(upper.compactMap(\.key.scalar?.text))
    let replaces = exclusive.contains(where: names.contains)
    let kept = lower.filter { entry in
      guard let name = entry.key.scalar?.text else { return true }
      return !names.contains(name) && !(replaces && exclusive.contains(name))
    }
    self.init(kept + upper, at: node.span, what, problems)
  }

  private init(_ order: [YAMLEntry], at span: SourceSpan, _ what: String, _ problems: Problems) {
    self.what = what
    self.problems = problems
    self.span = span
    self.order = order
    var table: [String: YAMLEntry] = [:]
    for entry in order {
      guard let name = entry.key.scalar?.text else {
        problems.add("a key of \(what) must be a text", at: entry.key.span)
        continue
      }
      table[name] = entry
    }
    entries = table
  }

  /// Reports keys that nobody asked for, with the nearest that exists.
  func finish() {
    for entry in order {
      guard let name = entry.key.scalar?.text, !known.contains(name) else { continue }
      let help =
        Nearest.hint(for: name, in: known) ?? "the keys here are \(known.joined(separator: ", "))"
      problems.add("unknown key '\(name)' in \(what)", at: entry.key.span, help: help)
    }
  }

  /// The node of a key; nil where the key is absent.
  mutating func node(_ key: String) -> YAMLNode? {
    if !known.contains(key) { known.append(key) }
    return entries[key]?.value
  }

  /// The node of a key that must be there.
  mutating func required(_ key: String, _ help: String? = nil) -> YAMLNode? {
    if let node = node(key) { return node }
    problems.add("\(what) has no '\(key)'", at: span, help: help ?? "add \(key):")
    return nil
  }

  /// The text of a key, as written.
  mutating func text(_ key: String) -> Located<String>? {
    node(key).flatMap { scalar($0, key) }.map { Located($0.text, at: $0.span) }
  }

  /// The text of a key that must be there.
  mutating func requiredText(_ key: String, _ help: String? = nil) -> Located<String>? {
    guard let scalar = required(key, help).flatMap({ scalar($0, key) }) else { return nil }
    if scalar.text.trimmed.isEmpty { problems.add("'\(key)' of \(what) is empty", at: scalar.span) }
    return Located(scalar.text, at: scalar.span)
  }

  /// A list of texts; one text alone is a list of one.
  mutating func texts(_ key: String) -> [Located<String>]? {
    guard let node = node(key) else { return nil }
    return texts(node, key)
  }

  func texts(_ node: YAMLNode, _ key: String) -> [Located<String>] {
    guard case .sequence(let items) = node.kind else {
      return scalar(node, key).map { [Located($0.text, at: $0.span)] } ?? []
    }
    return items.compactMap { item in
      scalarOrEmpty(item, key).map { Located($0.text, at: item.span) }
    }
  }

  /// An expression, with its place kept byte by byte.
  mutating func expression(_ key: String) -> ExpressionText? {
    guard let node = node(key), let scalar = scalar(node, key) else { return nil }
    return scalar.expression
  }

  /// A day as `2024-04-01`.
  mutating func date(_ key: String) -> CivilDate? {
    guard let text = text(key) else { return nil }
    if let date = CivilDate(text.value) { return date }
    problems.add(
      "'\(text.value)' is not a date", at: text.span,
      help: "write a day that exists as year-month-day: 2024-04-01")
    return nil
  }

  /// True or false.
  mutating func bool(_ key: String) -> Bool? {
    guard let node = node(key), let scalar = scalar(node, key) else { return nil }
    if case .bool(let value) = scalar.resolved { return value }
    problems.add("\(key) must be true or false, not '\(scalar.text)'", at: node.span)
    return nil
  }

  /// A whole number in a range.
  mutating func integer(
    _ key: String, in range: ClosedRange<Int>, help: String? = nil
  ) -> Int? {
    guard let node = node(key), let scalar = scalar(node, key) else { return nil }
    if case .integer(let value?) = scalar.resolved, let number = Int(exactly: value),
      range.contains(number)
    {
      return number
    }
    problems.add(
      "\(key) must be a whole number from \(range.lowerBound) to \(range.upperBound), "
        + "not '\(scalar.text)'", at: node.span, help: help)
    return nil
  }

  /// One of the words of a type.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String) -> Word?
  where Word.RawValue == String {
    guard let text = text(key) else { return nil }
    if let word = Word(rawValue: text.value) { return word }
    let words = Word.allCases.map(\.rawValue)
    problems.add(
      "\(key) must be one of \(words.joined(separator: ", ")), not '\(text.value)'", at: text.span,
      help: Nearest.hint(for: text.value, in: words))
    return nil
  }

  /// The fields of a key's mapping.
  mutating func fields(_ key: String, _ what: String? = nil) -> Fields? {
    node(key).flatMap { Fields($0, what ?? "'\(key)'", problems) }
  }

  /// The keys and values of a key's mapping, in the order of the file.
  mutating func pairs(_ key: String) -> [(name: Located<String>, node: YAMLNode)] {
    guard let node = node(key) else { return [] }
    guard let inner = Fields(node, "'\(key)'", problems) else { return [] }
    return inner.pairs
  }

  /// All keys and values in the order of the file, none of them unknown.
  var pairs: [(name: Located<String>, node: YAMLNode)] {
    order.compactMap { entry in
      entry.key.scalar.map { (Located($0.text, at: entry.key.span), entry.value) }
    }
  }

  /// The items of a key's list.
  mutating func items(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    if case .sequence(let items) = node.kind { return items }
    problems.add(
      "\(key) must be a list, each item after a '- ', not \(node.kindName)", at: node.span)
    return []
  }

  private func scalar(_ node: YAMLNode, _ key: String) -> YAMLScalar? {
    guard let scalar = scalarOrEmpty(node, key) else { return nil }
    guard scalar.resolved.isNull else { return scalar }
    problems.add(
      "'\(key)' of \(what) is empty", at: node.span, help: "give it a value or remove it")
    return nil
  }

  private func scalarOrEmpty(_ node: YAMLNode, _ key: String) -> YAMLScalar? {
    if let scalar = node.scalar { return scalar }
    problems.add("'\(key)' of \(what) must be a text, not \(node.kindName)", at: node.span)
    return nil
  }
}

extension Fields {
  /// The same fields under another name for messages.
  func renamed(_ what: String) -> Fields {
    var copy = self
    copy.what = what
    return copy
  }
}
