import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Single values, read as their kinds say.
extension Fields {
  /// The text of a key, as written.
  mutating func text(_ key: String) -> Located<String>? {
    guard let (node, kind) = node(key, \.isText), let scalar = scalar(node, key) else {
      return nil
    }
    let text = Located(scalar.text, at: scalar.span)
    switch kind {
    case .filled where scalar.text.trimmed.isEmpty, .name where scalar.text.trimmed.isEmpty:
      problems.add("'\(key)' of \(what) is empty", at: scalar.span)
    case .name(let naming): naming.check(text, problems)
    default: break
    }
    return text
  }

  /// An expression, with its place kept byte by byte.
  mutating func expression(_ key: String) -> ExpressionText? {
    node(key, \.isText).flatMap { scalar($0.node, key) }?.expression
  }

  /// A single value that may be of any type.
  mutating func scalar(_ key: String) -> YAMLScalar? {
    node(key, \.isText).flatMap { scalar($0.node, key) }
  }

  /// A day as `2024-04-01`.
  mutating func date(_ key: String) -> CivilDate? { day(key)?.value }

  /// The same with its place.
  mutating func day(_ key: String) -> Located<CivilDate>? {
    let found = node(key) { if case .date = $0 { true } else { false } }
    guard let found, let text = scalar(found.node, key) else { return nil }
    if let date = CivilDate(text.text) { return Located(date, at: text.span) }
    problems.add(
      "'\(text.text)' is not a date", at: text.span,
      help: "write a day that exists as year-month-day: 2024-04-01")
    return nil
  }

  /// True or false.
  mutating func bool(_ key: String) -> Bool? {
    let found = node(key) { if case .bool = $0 { true } else { false } }
    guard let node = found?.node, let scalar = scalar(node, key) else { return nil }
    if case .bool(let value) = scalar.resolved { return value }
    problems.add("\(key) must be true or false, not '\(scalar.text)'", at: node.span)
    return nil
  }

  /// A whole number in the range that is declared.
  mutating func integer(_ key: String, help: String? = nil) -> Int? {
    let found = node(key) { if case .integer = $0 { true } else { false } }
    guard let (node, kind) = found, case .integer(let range) = kind,
      let scalar = scalar(node, key)
    else { return nil }
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
    let found = node(key) { kind in
      guard case .words(let list) = kind else { return false }
      return list.areWords(of: Word.self)
    }
    guard let found, let scalar = scalar(found.node, key) else { return nil }
    if let word = Word(rawValue: scalar.text) { return word }
    refuse(scalar, key, Word.allCases.map(\.rawValue))
    return nil
  }

  /// One of the words that are declared.
  mutating func choice(_ key: String) -> String? {
    let found = node(key) { if case .words = $0 { true } else { false } }
    guard let (node, kind) = found, case .words(let list) = kind,
      let scalar = scalar(node, key)
    else { return nil }
    if list.words.contains(scalar.text) { return scalar.text }
    refuse(scalar, key, list.words)
    return nil
  }

  private func refuse(_ scalar: YAMLScalar, _ key: String, _ words: [String]) {
    problems.add(
      "\(key) must be one of \(words.joined(separator: ", ")), not '\(scalar.text)'",
      at: scalar.span, help: Nearest.hint(for: scalar.text, in: words))
  }

  /// The single value of a node; nil, with a message, where there is none.
  func scalar(_ node: YAMLNode, _ key: String) -> YAMLScalar? {
    guard let scalar = scalarOrEmpty(node, key) else { return nil }
    guard scalar.resolved.isNull else { return scalar }
    problems.add(
      "'\(key)' of \(what) is empty", at: node.span, help: "give it a value or remove it")
    return nil
  }

  func scalarOrEmpty(_ node: YAMLNode, _ key: String) -> YAMLScalar? {
    if let scalar = node.scalar { return scalar }
    problems.add("'\(key)' of \(what) must be a text, not \(node.kindName)", at: node.span)
    return nil
  }
}
