import CEL

/// Types as the suite writes them: `map(string,int)`, `param:T`, `google.protobuf.Int64Value`.
enum CELTypeText {
  /// The type that a text names; nil where it is none. A name that is not known is a type without
  /// a meaning of its own, such as that of a message.
  static func type(_ text: String) -> CELType? { type(text.utf8.filter { $0 != space }[...], 0) }

  /// The text without spaces, and one name for types that have two.
  static func short(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0 != space }, as: UTF8.self)
      .replacing("google.protobuf.Timestamp", with: "timestamp")
      .replacing("google.protobuf.Duration", with: "duration")
  }

  private static let space = UInt8(ascii: " ")
  private static let open = UInt8(ascii: "(")
  private static let close = UInt8(ascii: ")")

  private static func type(_ text: ArraySlice<UInt8>, _ depth: Int) -> CELType? {
    guard let start = text.firstIndex(of: open) else {
      return named(String(decoding: text, as: UTF8.self))
    }
    guard text.last == close, depth < 100 else { return nil }
    guard let parts = pieces(text[(start + 1)...].dropLast()) else { return nil }
    let inner = parts.compactMap { type($0, depth + 1) }
    guard inner.count == parts.count else { return nil }
    return applied(String(decoding: text[..<start], as: UTF8.self), inner)
  }

  private static func applied(_ name: String, _ inner: [CELType]) -> CELType? {
    switch (name, inner.count) {
    case ("", _): nil
    case ("list", 1): .list(inner[0])
    case ("map", 2): .map(inner[0], inner[1])
    case ("type", 1): .type(inner[0])
    case ("wrapper", 1): .wrapper(inner[0])
    case ("list", _), ("map", _), ("type", _), ("wrapper", _): nil
    default: .opaque(name, inner)
    }
  }

  /// The stretches between the commas that stand in no inner brackets; nil where the brackets do
  /// not match.
  private static func pieces(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var pieces: [ArraySlice<UInt8>] = []
    var (start, depth) = (text.startIndex, 0)
    for (index, byte) in zip(text.indices, text) {
      depth += byte == open ? 1 : byte == close ? -1 : 0
      guard depth >= 0 else { return nil }
      if byte == UInt8(ascii: ","), depth == 0 {
        pieces.append(text[start..<index])
        start = index + 1
      }
    }
    return depth == 0 ? pieces + [text[start...]] : nil
  }

  private static func named(_ text: String) -> CELType? {
    let sign = "param:"
    if text.isEmpty || text == sign || text.utf8.contains(close) { return nil }
    if text.hasPrefix(sign) { return .parameter(String(text.dropFirst(sign.count))) }
    return plain[text] ?? .opaque(text)
  }

  private static let plain: [String: CELType] = [
    "null": .null, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint,
    "double": .double, "string": .string, "bytes": .bytes, "type": .type(.dyn),
    "list": .list(.dyn), "map": .map(.dyn, .dyn), "*error*": .error,
    "timestamp": .timestamp, "google.protobuf.Timestamp": .timestamp,
    "duration": .duration, "google.protobuf.Duration": .duration,
    "google.protobuf.ListValue": .list(.dyn), "google.protobuf.Struct": .map(.string, .dyn),
    "dyn": .dyn, "any": .dyn, "google.protobuf.Any": .dyn, "google.protobuf.Value": .dyn,
    "google.protobuf.BoolValue": .wrapper(.bool), "google.protobuf.BytesValue": .wrapper(.bytes),
    "google.protobuf.DoubleValue": .wrapper(.double),
    "google.protobuf.FloatValue": .wrapper(.double),
    "google.protobuf.Int32Value": .wrapper(.int), "google.protobuf.Int64Value": .wrapper(.int),
    "google.protobuf.StringValue": .wrapper(.string),
    "google.protobuf.UInt32Value": .wrapper(.uint), "google.protobuf.UInt64Value": .wrapper(.uint),
  ]
}
