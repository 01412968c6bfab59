/// What makes two keys of a mapping the same, as bytes: Swift's String would take different
/// code points for equal.
enum KeyIdentity {
  /// The identities of a key: its meaning and, for a scalar, its text, so that `1` and `"1"`
  /// cannot stand side by side for a reader who looks keys up by text.
  static func all(of key: YAMLNode) -> [[UInt8]] {
    if case .scalar(let scalar) = key.kind, case .string = scalar.resolved { return [text(scalar)] }
    var meaning: [UInt8] = []
    write(key, to: &meaning)
    guard case .scalar(let scalar) = key.kind else { return [meaning] }
    return [meaning, text(scalar)]
  }

  private static func text(_ scalar: YAMLScalar) -> [UInt8] {
    [UInt8(ascii: "=")] + Array(scalar.text.utf8)
  }

  private static func write(_ node: YAMLNode, to bytes: inout [UInt8]) {
    switch node.kind {
    case .scalar(let scalar): write(scalar, to: &bytes)
    case .sequence(let items):
      bytes.append(UInt8(ascii: "["))
      for item in items { write(item, to: &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries):
      let parts = entries.map { entry in
        var part: [UInt8] = []
        write(entry.key, to: &part)
        write(entry.value, to: &part)
        return part
      }
      bytes.append(UInt8(ascii: "{"))
      for part in parts.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += part }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ scalar: YAMLScalar, to bytes: inout [UInt8]) {
    switch scalar.resolved {
    case .null: bytes.append(UInt8(ascii: "n"))
    case .bool(let value): bytes.append(UInt8(ascii: value ? "t" : "f"))
    case .integer(let value): write("i", value.map { String($0) } ?? scalar.text, to: &bytes)
    case .float(let value): write("d", value == 0 ? "0" : "\(value)", to: &bytes)
    case .string(let value): write("s", value, to: &bytes)
    }
  }

  /// A text with its length before it, so that no text can look like the end of another.
  private static func write(_ type: String, _ text: String, to bytes: inout [UInt8]) {
    bytes += Array("\(type)\(text.utf8.count):".utf8)
    bytes += Array(text.utf8)
  }
}
