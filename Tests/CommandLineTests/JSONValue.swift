import Foundation

/// A JSON document, asked by paths such as `result/findings/0/verdict`.
enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case integer(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value at a path; nil where there is none.
  func at(_ path: String) -> JSONValue? {
    var here = self
    for part in path.split(separator: "/").map(String.init) {
      switch here {
      case .object(let fields):
        guard let next = fields[part] else { return nil }
        here = next
      case .list(let items):
        guard let index = Int(part), items.indices.contains(index) else { return nil }
        here = items[index]
      default: return nil
      }
    }
    return here
  }

  /// The value at a path as text; nil where there is none, `null` for null.
  subscript(path: String) -> String? {
    switch at(path) {
    case .null?: "null"
    case .bool(let value)?: String(value)
    case .integer(let value)?: String(value)
    case .text(let value)?: value
    default: nil
    }
  }

  /// The items of a list, or none.
  var items: [JSONValue] {
    guard case .list(let items) = self else { return [] }
    return items
  }

  /// The items of the list at a path, or none.
  func items(_ path: String) -> [JSONValue] { at(path)?.items ?? [] }
}
