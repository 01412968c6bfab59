import Foundation
import YAMLSource

/// Suites that stand beside the repository and are not part of it.
enum Conformance {
  static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/conformance/cases")

  static func cases<Case: Decodable>(_ file: String) -> [Case] {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(file)) else { return [] }
    let decoder = JSONDecoder()
    return data.split(separator: 0x0A).compactMap { try? decoder.decode(Case.self, from: $0) }
  }
}

/// A JSON value as the suites give it.
enum JSON: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  /// Whether a node means this value.
  func matches(_ node: YAMLNode) -> Bool {
    switch (self, node.kind) {
    case (.list(let items), .sequence(let nodes)):
      return items.count == nodes.count && zip(items, nodes).allSatisfy { $0.matches($1) }
    case (.object(let pairs), .mapping(let entries)):
      return pairs.count == entries.count
        && pairs.allSatisfy { key, value in
          entries.contains { Self.names($0.key, key) && value.matches($0.value) }
        }
    case (_, .scalar(let scalar)): return matches(scalar.resolved)
    default: return false
    }
  }

  private static func names(_ node: YAMLNode, _ key: String) -> Bool {
    guard case .scalar(let scalar) = node.kind else { return false }
    return scalar.text.utf8.elementsEqual(key.utf8)
  }

  private func matches(_ value: YAMLValue) -> Bool {
    switch (self, value) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .integer(let b?)): a == Double(b)
    case (.number(let a), .float(let b)): a == b
    case (.text(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }
}
