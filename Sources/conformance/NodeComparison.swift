import Diagnostics
import JSONText
import YAMLSource

/// Compares a value that was read from YAML with the JSON that a suite wants.
enum NodeComparison {
  /// What differs; nil where nothing does.
  static func difference(_ node: YAMLNode, _ wanted: JSONValue) -> String? {
    switch (node.kind, wanted.kind) {
    case (.sequence(let nodes), .list(let items)):
      guard nodes.count == items.count else { return "\(nodes.count) items, wanted \(items.count)" }
      return zip(nodes, items).lazy.compactMap(difference).first
    case (.mapping(let entries), .object(let members)):
      guard entries.count == members.count else {
        return "\(entries.count) keys, wanted \(members.count)"
      }
      return members.lazy.compactMap { difference(entries, $0) }.first
    case (.scalar(let scalar), _):
      return isEqual(scalar.resolved, wanted) ? nil : "\(scalar.resolved), wanted \(wanted.kind)"
    default: return "another kind of value at line \(node.span.start.line)"
    }
  }

  private static func difference(_ entries: [YAMLEntry], _ member: JSONMember) -> String? {
    let same = entries.first { entry in
      guard case .scalar(let scalar) = entry.key.kind else { return false }
      return scalar.text.utf8.elementsEqual(member.key.utf8)
    }
    guard let same else { return "no key '\(member.key)'" }
    return difference(same.value, member.value)
  }

  private static func isEqual(_ value: YAMLValue, _ wanted: JSONValue) -> Bool {
    switch (value, wanted.kind) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.string(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.integer(let a?), .number(let b)): Int128(b).map { $0 == a } ?? (Double(b) == Double(a))
    case (.float(let a), .number(let b)): Double(b) == a
    default: false
    }
  }
}
