/// The type of an expression, as the checker sees it, and of a value, as `type(x)` gives it.
public indirect enum CELType: Sendable, Hashable {
  /// Known only when the expression is evaluated.
  case dyn
  case null, bool, int, uint, double, string, bytes
  case timestamp, duration, decimal, date
  case list(CELType)
  /// A map by the types of its keys and of its values.
  case map(CELType, CELType)
  /// The type of a type: `int` has the type `type(int)`.
  case type(CELType)
  /// A placeholder in the declaration of a function, by name.
  case parameter(String)
  /// A type that a host brings along, by name and parameters.
  case opaque(String, [CELType] = [])
  /// A number, text or condition that may be null, as protocol buffers wrap them.
  case wrapper(CELType)
  /// What has no type because a mistake in it has been reported.
  case error
}

extension CELType: CustomStringConvertible {
  /// The type as CEL writes it: `list(int)`, `map(string, dyn)`.
  public var description: String {
    switch self {
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(let inner): "type(\(inner))"
    case .opaque(let name, let parameters):
      parameters.isEmpty
        ? name : name + "(" + parameters.map(\.description).joined(separator: ", ") + ")"
    case .wrapper(let inner): "wrapper(\(inner))"
    case .timestamp: "timestamp"
    case .duration: "duration"
    default: name
    }
  }

  /// The name that a type value has at run time, without parameters: `list`, `null_type`.
  public var name: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .decimal: "decimal"
    case .date: "date"
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .parameter(let name): name
    case .opaque(let name, _): name
    case .wrapper(let inner): inner.name
    case .error: "error"
    }
  }

  /// The type of a value that may be absent.
  public static func optional(_ type: CELType) -> CELType { .opaque(optionalName, [type]) }

  static let optionalName = "optional_type"

  /// What an optional value may hold; nil for other types.
  var wrapped: CELType? {
    if case .opaque(Self.optionalName, let parameters) = self {
      parameters.first ?? .dyn
    } else {
      nil
    }
  }

  /// Whether some of it is known only when the expression is evaluated.
  var mentionsDyn: Bool {
    switch self {
    case .dyn, .parameter: true
    case .list(let element): element.mentionsDyn
    case .map(let key, let value): key.mentionsDyn || value.mentionsDyn
    case .opaque(_, let parameters): parameters.contains(where: \.mentionsDyn)
    default: false
    }
  }

  /// The type as that of the keys of a map. Types that are no keys are left open: a map by them has
  /// no value, and types of types within types would grow without end.
  var asKey: CELType {
    switch self {
    case .list, .map, .opaque, .type: .dyn
    default: self
    }
  }

  /// The type without its parameters, as a type value carries it.
  var bare: CELType {
    switch self {
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .type: .type(.dyn)
    case .opaque(let name, _): .opaque(name)
    case .wrapper(let inner): inner
    default: self
    }
  }

  /// The types that expressions may name, by every name they have.
  static let named: [String: CELType] = {
    let simple: [CELType] = [
      .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .decimal, .date,
      .list(.dyn), .map(.dyn, .dyn), .type(.dyn), .opaque(optionalName),
    ]
    return Dictionary(uniqueKeysWithValues: simple.map { ($0.name, $0) })
  }()

  /// What a reader who does not program calls such a value.
  var plainWord: String {
    switch self {
    case .string: "text"
    case .int, .uint: "a whole number"
    case .double: "a floating-point number"
    case .decimal: "an exact number"
    case .bool: "true or false"
    case .date: "a date"
    case .timestamp: "a point in time"
    case .duration: "a length of time"
    case .list: "a list"
    case .map: "a map"
    case .opaque(Self.optionalName, _): "a value that may be absent"
    default: "'\(self)'"
    }
  }
}
