import CEL
import JSONText

/// Values of the language as the suite writes them: `{"t": "int", "v": "12"}`.
enum CELValueText {
  /// The value that a text stands for; of a message that stands for a value, that value.
  static func value(_ json: JSONValue) throws(CELUnreadable) -> Value {
    let type = json["t"]?.text ?? "none"
    switch type {
    case "object":
      guard let value = json["as"] else { break }
      return try self.value(value)
    case "null": return .null
    case "list": return .list(try values(json["v"]?.items))
    case "map": return .map(try map(json["v"]?.items))
    case "timestamp", "duration":
      if let value = time(type, json) { return value }
    default:
      if let value = scalar(type, json["v"]) { return value }
    }
    throw CELUnreadable(message: "a value of the type '\(type)': \(json.compactText)")
  }

  private static func values(_ items: [JSONValue]?) throws(CELUnreadable) -> [Value] {
    guard let items else { throw CELUnreadable(message: "a list") }
    return try items.map(value)
  }

  private static func map(_ pairs: [JSONValue]?) throws(CELUnreadable) -> MapValue {
    guard let pairs else { throw CELUnreadable(message: "a map") }
    var entries: [(key: Value, value: Value)] = []
    for pair in pairs {
      let parts = try values(pair.items)
      guard parts.count == 2 else { throw CELUnreadable(message: "an entry of a map") }
      entries.append((parts[0], parts[1]))
    }
    do throws(EvaluationError) { return try MapValue(entries) } catch {
      throw CELUnreadable(message: "a map: \(error.message)")
    }
  }

  private static func scalar(_ type: String, _ json: JSONValue?) -> Value? {
    if type == "bool", case .bool(let bool)? = json?.kind { return .bool(bool) }
    guard let text = json?.text else { return nil }
    // The values of an enum are its numbers.
    return switch type {
    case "int", "enum": Int64(text).map(Value.int)
    case "uint": UInt64(text).map(Value.uint)
    case "double": Double(text).map(Value.double)
    case "string": .string(text)
    case "bytes": Array(base64: text).map(Value.bytes)
    case "type": CELTypeText.type(text).map(Value.type)
    default: nil
    }
  }

  /// A point in time or a length of it, from seconds and the nanoseconds beside them.
  private static func time(_ type: String, _ json: JSONValue) -> Value? {
    guard let seconds = json["seconds"]?.text.flatMap({ Int64($0) }),
      let nanoseconds = json["nanos"]?.integer.flatMap({ Int32(exactly: $0) })
    else { return nil }
    if type == "timestamp" {
      return Timestamp(seconds: seconds, nanoseconds: nanoseconds).map(Value.timestamp)
    }
    let total = Int128(seconds) * 1_000_000_000 + Int128(nanoseconds)
    return TimeSpan(nanoseconds: total).map(Value.duration)
  }
}
