import Diagnostics
import HoldfastModel
import YAMLSource

/// The keys of a mapping, taken one by one as its shape declares them: what is not declared is a
/// mistake of the author's, and what is declared and never taken one of the program's.
struct Fields {
  /// What the mapping describes, for messages: "commitment", "column 'amount'".
  private(set) var what: String
  let span: SourceSpan
  let problems: Problems
  private var shape: Shape
  /// Which of the shape's keys somebody asked for.
  private var asked: [Bool]
  private let entries: [YAMLEntry]

  /// The fields of a node; nil, with a message, where the node is no mapping. A node without
  /// content is an empty mapping.
  init?(_ node: YAMLNode, _ shape: Shape, _ what: String, _ problems: Problems) {
    guard let entries = Self.entries(node, what, problems) else { return nil }
    self.init(entries, shape, at: node.span, what, problems)
  }

  /// The fields of a mapping laid over those of another, key by key. Of keys that stand for each
  /// other the upper mapping's replace all of the lower one's.
  init?(
    _ node: YAMLNode, over base: YAMLNode?, _ shape: Shape, _ what: String, _ problems: Problems
  ) {
    self.init(node.laid(over: base, shape), shape, what, problems)
  }

  private init(
    _ entries: [YAMLEntry], _ shape: Shape, at span: SourceSpan, _ what: String,
    _ problems: Problems
  ) {
    self.what = what
    self.problems = problems
    self.span = span
    self.shape = shape
    self.entries = entries
    asked = Array(repeating: false, count: shape.keys.count)
    for entry in entries where entry.key.scalar == nil {
      problems.add("a key of \(what) must be a text", at: entry.key.span)
    }
  }

  /// The keys and values of a node; nil, with a message, where it is no mapping.
  static func entries(
    _ node: YAMLNode, _ what: String, _ problems: Problems
  ) -> [YAMLEntry]? {
    switch node.kind {
    case .mapping(let entries): return entries
    case .scalar(let scalar) where scalar.resolved.isNull: return []
    default:
      problems.add(
        "\(what) must be a mapping of keys to values, not \(node.kindName)", at: node.span)
      return nil
    }
  }

  /// The same fields under another name for messages.
  func renamed(_ what: String) -> Fields {
    var copy = self
    copy.what = what
    return copy
  }

  /// Takes further keys, which something among those read so far has declared.
  mutating func take(_ keys: [Key]) {
    shape = shape.with(keys)
    asked += Array(repeating: false, count: keys.count)
  }

  /// What stands behind a key; nil where it is absent.
  private func value(_ key: String) -> YAMLNode? {
    entries.first { $0.key.scalar?.text == key }?.value
  }

  /// The node of a key; nil where the key is absent, with a message where it has to be there.
  mutating func node(_ key: String) -> YAMLNode? {
    guard let index = shape.index(of: key) else {
      problems.addDefect("'\(key)' of \(what) is read and not declared", at: span)
      return nil
    }
    asked[index] = true
    if let node = value(key) { return node }
    if case .required(let help) = shape.keys[index].want { reportMissing(key, help: help) }
    return nil
  }

  /// The node of a key and its kind, or the one of its alternatives that a reader can take.
  mutating func node(_ key: String, _ fits: (Kind) -> Bool) -> (node: YAMLNode, kind: Kind)? {
    guard let node = node(key) else { return nil }
    if let kind = shape.keys.first(where: { $0.name == key })?.kind.alternative(fits) {
      return (node, kind)
    }
    problems.addDefect("'\(key)' of \(what) is read as what it is not declared", at: node.span)
    return nil
  }

  /// Reports that a key is absent which has to be there in this mapping, though not in all.
  func reportMissing(_ key: String, help: String? = nil) {
    problems.add("\(what) has no '\(key)'", at: span, help: help ?? "add \(key):")
  }

  /// Reports keys that are not declared, with the nearest that is, and keys beside which another
  /// is wanted.
  func finish() {
    for entry in entries {
      guard let name = entry.key.scalar?.text else { continue }
      guard let index = shape.index(of: name) else {
        report(unknown: name, at: entry.key.span)
        continue
      }
      guard let other = shape.keys[index].partner, !other.isTold, value(other.name) == nil else {
        continue
      }
      problems.add(
        "'\(name)' of \(what) says nothing without '\(other.name)'", at: entry.key.span,
        help: other.help ?? "add \(other.name):, or remove '\(name)'")
    }
    for (key, isAsked) in zip(shape.keys, asked) where !isAsked {
      problems.addDefect("'\(key.name)' of \(what) is declared and never read", at: span)
    }
  }

  private func report(unknown name: String, at span: SourceSpan) {
    let names = shape.keys.map(\.name)
    let help =
      Nearest.hint(for: name, in: names) ?? "the keys here are \(names.joined(separator: ", "))"
    problems.add("unknown key '\(name)' in \(what)", at: span, help: help)
  }
}

extension YAMLNode {
  /// A mapping with what it does not say itself taken from another. Of keys that stand for each
  /// other it says all itself if it says one.
  func laid(over base: YAMLNode?, _ shape: Shape) -> YAMLNode {
    guard let base, case .mapping(let lower) = base.kind, case .mapping(let upper) = kind else {
      return self
    }
    let own = Set(keys)
    let said = shape.alternatives.map(\.names).filter { !own.isDisjoint(with: $0) }
    let names = own.union(said.joined())
    let kept = lower.filter { entry in
      guard let name = entry.key.scalar?.text else { return true }
      return !names.contains(name)
    }
    return YAMLNode(kind: .mapping(kept + upper), span: span)
  }
}
