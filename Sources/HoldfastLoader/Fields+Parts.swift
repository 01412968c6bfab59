import Diagnostics
import HoldfastModel
import YAMLSource

/// Lists and mappings inside a mapping, read as their kinds say.
extension Fields {
  /// A list of texts; one text alone is a list of one.
  mutating func texts(_ key: String) -> [Located<String>]? {
    let found = node(key) { kind in
      switch kind {
      case .texts, .list: true
      default: false
      }
    }
    return (found?.node).map { texts($0, key) }
  }

  /// The texts of a node, which stands behind a key.
  func texts(_ node: YAMLNode, _ key: String) -> [Located<String>] {
    guard case .sequence(let items) = node.kind else {
      return scalar(node, key).map { [Located($0.text, at: $0.span)] } ?? []
    }
    return items.compactMap { item in
      scalarOrEmpty(item, key).map { Located($0.text, at: item.span) }
    }
  }

  /// The fields of a key's mapping.
  mutating func fields(_ key: String, _ what: String? = nil) -> Fields? {
    let found = node(key) { if case .shape = $0 { true } else { false } }
    return found.flatMap { fields($0.node, $0.kind, what ?? "'\(key)'", key) }
  }

  /// The names and values of a key's table, in the order of the file.
  mutating func pairs(_ key: String) -> [(name: Located<String>, node: YAMLNode)] {
    table(key).map { ($0.name, $0.node) }
  }

  /// The names and fields of a key's table of mappings, in the order of the file; `what` says of a
  /// name what it names.
  mutating func table(
    _ key: String, _ what: (String) -> String
  ) -> [(name: Located<String>, fields: Fields)] {
    table(key).compactMap { name, node, kind in
      guard let fields = self.fields(node, kind, what(name.value), key) else { return nil }
      return (name, fields)
    }
  }

  private mutating func table(
    _ key: String
  ) -> [(name: Located<String>, node: YAMLNode, kind: Kind)] {
    let found = node(key) { if case .table = $0 { true } else { false } }
    guard let (node, kind) = found, case .table(let naming, let inner, _) = kind,
      let entries = Self.entries(node, "'\(key)'", problems)
    else { return [] }
    return Self.pairs(entries, "'\(key)'", problems).map { name, node in
      naming?.check(name, problems)
      return (name, node, inner)
    }
  }

  /// The names and values of a mapping whose keys authors choose.
  static func pairs(
    _ entries: [YAMLEntry], _ what: String, _ problems: Problems
  ) -> [(name: Located<String>, node: YAMLNode)] {
    entries.compactMap { entry in
      guard let name = entry.key.scalar else {
        problems.add("a key of \(what) must be a text", at: entry.key.span)
        return nil
      }
      return (Located(name.text, at: entry.key.span), entry.value)
    }
  }

  /// The fields of the mappings in a key's list.
  mutating func list(_ key: String, _ what: String) -> [Fields] {
    let found = node(key) { if case .list = $0 { true } else { false } }
    guard let (node, kind) = found, case .list(let inner, _) = kind else { return [] }
    guard case .sequence(let items) = node.kind else {
      problems.add(
        "\(key) must be a list, each item after a '- ', not \(node.kindName)", at: node.span)
      return []
    }
    return items.compactMap { fields($0, inner, what, key) }
  }

  private func fields(
    _ node: YAMLNode, _ kind: Kind, _ what: String, _ key: String
  ) -> Fields? {
    guard case .shape(let shape) = kind else {
      problems.addDefect("'\(key)' of \(self.what) is read as what it is not declared", at: span)
      return nil
    }
    return Fields(node, shape(), what, problems)
  }
}
