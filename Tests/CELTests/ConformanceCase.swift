import CEL
import Foundation
import Testing

/// A case of cel-spec's conformance suite, as `../shared/conformance/README.md` describes it.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let expr: String
  let disable_check: Bool
  let check_only: Bool
  let container: String
  let type_env: [Declaration]
  let bindings: [String: Binding]
  let deduced_type: String?
  let expected: Expected
  let needs_proto: String
  let profile: String

  var testDescription: String { id }

  struct Declaration: Decodable, Sendable {
    let name: String
    let kind: String
    let type: String?
    let overloads: [Form]?

    struct Form: Decodable, Sendable {
      let id: String
      let params: [String]
      let result: String
      let instance: Bool
    }
  }

  struct Binding: Decodable, Sendable {
    let value: Encoded?
  }

  struct Expected: Decodable, Sendable {
    let value: Encoded?
    let error: [String]?
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/conformance/cases").standardized

  /// All cases of the suite; none where it is absent.
  static let suite: [ConformanceCase] = {
    guard
      let text = try? String(
        contentsOf: folder.appendingPathComponent("cel.jsonl"), encoding: .utf8)
    else { return [] }
    return text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      do {
        return try JSONDecoder().decode(ConformanceCase.self, from: Data(line))
      } catch {
        fatalError("the suite has another format: \(error)")
      }
    }
  }()

  /// The cases of the language itself that need no protocol buffers.
  static let core = suite.filter { $0.profile == "core" && $0.needs_proto == "none" }
}

/// A value as the suite writes it.
indirect enum Encoded: Decodable, Sendable {
  case scalar(type: String, text: String)
  case list([Encoded])
  case map([[Encoded]])

  private enum Key: CodingKey { case t, v }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    let type = try box.decode(String.self, forKey: .t)
    switch type {
    case "list": self = .list(try box.decode([Encoded].self, forKey: .v))
    case "map": self = .map(try box.decode([[Encoded]].self, forKey: .v))
    case "null": self = .scalar(type: type, text: "")
    case "bool": self = .scalar(type: type, text: String(try box.decode(Bool.self, forKey: .v)))
    default:
      let text = try? box.decode(String.self, forKey: .v)
      self = .scalar(type: type, text: text ?? "")
    }
  }

  /// The value it stands for; nil for what this language does not have.
  var value: Value? {
    switch self {
    case .list(let elements):
      let values = elements.compactMap(\.value)
      return values.count == elements.count ? .list(values) : nil
    case .map(let pairs):
      let entries = pairs.compactMap { pair -> (key: Value, value: Value)? in
        guard pair.count == 2, let key = pair[0].value, let value = pair[1].value else {
          return nil
        }
        return (key, value)
      }
      return entries.count == pairs.count ? (try? MapValue(entries)).map(Value.map) : nil
    case .scalar(let type, let text): return Self.scalar(type, text)
    }
  }

  private static func scalar(_ type: String, _ text: String) -> Value? {
    switch type {
    case "null": .null
    case "bool": .bool(text == "true")
    case "int": Int64(text).map(Value.int)
    case "uint": UInt64(text).map(Value.uint)
    case "double": Double(text).map(Value.double)
    case "string": .string(text)
    case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
    case "type": CELType(conformance: text).map(Value.type)
    default: nil
    }
  }
}

extension CELType {
  /// Reads a type as the suite writes it: `map(string,int)`, `param:T`.
  init?(conformance text: String) {
    let simple: [String: CELType] = [
      "dyn": .dyn, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint,
      "double": .double, "string": .string, "bytes": .bytes, "type": .type(.dyn),
      "list": .list(.dyn), "map": .map(.dyn, .dyn), "google.protobuf.Timestamp": .timestamp,
      "google.protobuf.Duration": .duration, "timestamp": .timestamp, "duration": .duration,
    ]
    if let known = simple[text] {
      self = known
    } else if text.hasPrefix("param:") {
      self = .parameter(String(text.dropFirst(6)))
    } else if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      let inner = Self.split(text[text.index(after: open)...].dropLast())
      let types = inner.compactMap { CELType(conformance: $0) }
      guard types.count == inner.count else { return nil }
      switch (text[..<open], types.count) {
      case ("list", 1): self = .list(types[0])
      case ("map", 2): self = .map(types[0], types[1])
      case ("type", 1): self = .type(types[0])
      default: self = .opaque(String(text[..<open]), types)
      }
    } else {
      return nil
    }
  }

  private static func split(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.filter { $0 != " " } }
  }

  /// The type as the suite writes it.
  var conformance: String {
    self == .null ? "null_type" : description.filter { $0 != " " }
  }
}
