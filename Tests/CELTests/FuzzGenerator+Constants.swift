import CEL

extension FuzzGenerator {
  /// A constant of a type, or what comes nearest to one.
  mutating func literal(_ type: CELType, depth: Int) -> String {
    switch type {
    case .null, .error: "null"
    case .bool: random.pick(["true", "false"])
    case .int: random.chance(5) ? "0x1F" : String(random.pick(FuzzEdges.ints))
    case .uint: "\(random.pick(FuzzEdges.uints))u"
    case .double: random.pick(FuzzEdges.doubleTexts)
    case .string: Self.quoted(random.pick(random.chance(10) ? FuzzEdges.patterns : FuzzEdges.texts))
    case .bytes: random.pick(["b''", "b'a\\xff'", "b'\\303\\251'", "B\"\"\"x\ny\"\"\""])
    case .timestamp: "timestamp('\(random.pick(FuzzEdges.times))')"
    case .duration: "duration('\(random.pick(FuzzEdges.spans))')"
    case .decimal: "decimal('\(random.pick(FuzzEdges.decimals))')"
    case .date: "date('\(random.pick(FuzzEdges.days))')"
    case .opaque("net.IP", _): "ip('\(random.pick(FuzzEdges.addresses))')"
    case .opaque("net.CIDR", _): "cidr('\(random.pick(FuzzEdges.blocks))')"
    case .list(let element): list(element, depth)
    case .map(let key, let value): map(key, value, depth)
    case .opaque(_, let held):
      random.chance(30)
        ? "optional.none()" : "optional.of(\(text(held.first ?? .int, depth: depth)))"
    case .wrapper(let inner): message(inner, depth)
    case .type:
      random.pick(["int", "string", "list", "type", "net.IP", "google.protobuf.Timestamp"])
    case .dyn, .parameter: literal(values.type(depth: 1), depth: depth)
    }
  }

  private mutating func list(_ element: CELType, _ depth: Int) -> String {
    let items = (0..<random.below(4)).map { _ in
      random.chance(8)
        ? "?" + text(.optional(element), depth: depth) : text(element, depth: depth)
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  private mutating func map(_ key: CELType, _ value: CELType, _ depth: Int) -> String {
    let entries = (0..<random.below(3)).map { place in
      let name = key == .string ? ["'a'", "'b'", "'a-b'"][place] : text(key, depth: 0)
      return random.chance(8)
        ? "?\(name): \(text(.optional(value), depth: depth))"
        : "\(name): \(text(value, depth: depth))"
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  /// A message that stands for a value.
  private mutating func message(_ inner: CELType, _ depth: Int) -> String {
    let names: [CELType: [String]] = [
      .bool: ["Bool"], .int: ["Int64", "Int32"], .uint: ["UInt64", "UInt32"],
      .double: ["Double", "Float"], .string: ["String"], .bytes: ["Bytes"],
    ]
    let others = [
      "Value{number_value: 1.5}", "Struct{fields: {'a': x0}}", "ListValue{values: [1.0, x1]}",
      "Timestamp{seconds: i0}", "Duration{nanos: i1}", "Any{}", "Empty{}",
    ]
    guard let name = names[inner].map({ random.pick($0) }), random.chance(80) else {
      return "google.protobuf." + random.pick(others)
    }
    let optional = random.chance(10) ? "?" : ""
    let wanted = optional.isEmpty ? inner : CELType.optional(inner)
    return "google.protobuf.\(name)Value{\(optional)value: \(text(wanted, depth: depth))}"
  }

  /// A text in one of the ways in which literals are written.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "'": "\\'"
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\u{0}": "\\x00"
      default: String(scalar)
      }
    }
    return "'" + escaped.joined() + "'"
  }
}
