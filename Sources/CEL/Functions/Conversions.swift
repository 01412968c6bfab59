import Exact

extension Library {
  /// From one type to another, and the types themselves.
  public static let conversions = Library(
    name: "conversions",
    functions: [
      conversion(
        "int", "A whole number from a number, a text or a point in time (seconds since 1970).",
        "int('42') // 42", [.int, .uint, .double, .string, .timestamp, .decimal], .int, int),
      conversion(
        "uint", "An unsigned whole number.", "uint(42) // 42u", [.uint, .int, .double, .string],
        .uint, uint),
      conversion(
        "double", "A floating-point number.", "double('1.5') // 1.5",
        [.double, .int, .uint, .string, .decimal], .double, double),
      conversion(
        "string", "The value as text.", "string(12.5) // '12.5'",
        [
          .string, .int, .uint, .double, .bool, .bytes, .timestamp, .duration, .decimal, .date,
        ], .string, string),
      conversion(
        "bytes", "The UTF-8 bytes of a text.", "bytes('é') // b'\\xc3\\xa9'", [.bytes, .string],
        .bytes, bytes),
      conversion(
        "bool", "True or false from 'true', 't', '1', 'false', 'f' or '0'.",
        "bool('true') // true", [.bool, .string], .bool, bool),
      Function(
        name: "dyn", doc: "The value, its type left to evaluation.",
        example: "dyn(1) == 1u // true",
        overloads: [.one("to_dyn", .parameter("A"), .dyn, universal: true) { $0 }]),
      Function(
        name: "type", doc: "The type of a value.", example: "type(1) == int // true",
        overloads: [
          .one("type", .parameter("A"), .type(.parameter("A")), universal: true) {
            .type($0.type)
          }
        ]),
    ])

  private static func conversion(
    _ name: String, _ doc: String, _ example: String, _ from: [CELType], _ to: CELType,
    _ body: @escaping @Sendable (Value) -> Value
  ) -> Function {
    Function(
      name: name, doc: doc, example: example,
      overloads: from.map { .one("\($0)_to_\(name)", $0, to, universal: true, body) })
  }

  private static let int: @Sendable (Value) -> Value = { value in
    switch value {
    case .int: value
    case .uint(let uint): Int64(exactly: uint).map(Value.int) ?? range("int")
    // A double next to the end of the range may already have been rounded to it.
    case .double(let double):
      double.magnitude < 0x1p63
        ? Int128(cutting: double).flatMap { Int64(exactly: $0) }.map(Value.int) ?? range("int")
        : range("int")
    case .string(let text): Int64(text).map(Value.int) ?? unreadable("int")
    case .timestamp(let time): .int(time.seconds)
    case .decimal(let decimal): truncated(decimal)
    default: .noSuchOverload
    }
  }

  private static func truncated(_ decimal: Decimal) -> Value {
    let direction: Rounding = decimal.signum < 0 ? .up : .down
    guard let whole = try? decimal.rounded(scale: 0, direction),
      let int = Int64(exactly: whole.coefficient)
    else { return range("int") }
    return .int(int)
  }

  private static let uint: @Sendable (Value) -> Value = { value in
    switch value {
    case .uint: value
    case .int(let int): UInt64(exactly: int).map(Value.uint) ?? range("uint")
    case .double(let double) where double < 0: range("uint")
    case .double(let double):
      Int128(cutting: double).flatMap { UInt64(exactly: $0) }.map(Value.uint) ?? range("uint")
    case .string(let text):
      (text.utf8.first?.isDigit == true ? UInt64(text) : nil).map(Value.uint) ?? unreadable("uint")
    default: .noSuchOverload
    }
  }

  private static let double: @Sendable (Value) -> Value = { value in
    switch value {
    case .double: value
    case .int(let int): .double(Double(int))
    case .uint(let uint): .double(Double(uint))
    case .string(let text): read(text)
    case .decimal(let decimal):
      Double(decimal.description).map(Value.double) ?? range("double")
    default: .noSuchOverload
    }
  }

  private static func read(_ text: String) -> Value {
    guard let double = Double(cel: text) else { return unreadable("double") }
    return double.isInfinite && text.utf8.contains(where: \.isDigit)
      ? range("double") : .double(double)
  }

  private static let string: @Sendable (Value) -> Value = { value in
    switch value {
    case .string: value
    case .int(let int): .string(String(int))
    case .uint(let uint): .string(String(uint))
    case .double(let double): .string(double.plain)
    case .bool(let bool): .string(String(bool))
    case .bytes(let bytes):
      String(validating: bytes, as: UTF8.self).map(Value.string)
        ?? .failure("the bytes are not valid UTF-8")
    case .timestamp(let time): .string(time.description)
    case .duration(let span): .string(span.description)
    case .decimal(let decimal): .string(decimal.description)
    case .date(let date): .string(date.description)
    case .opaque(let address as IPAddress): .string(address.text)
    case .opaque(let block as AddressBlock): .string(block.text)
    default: .noSuchOverload
    }
  }

  private static let bytes: @Sendable (Value) -> Value = { value in
    switch value {
    case .bytes: value
    case .string(let text): .bytes(Array(text.utf8))
    default: .noSuchOverload
    }
  }

  private static let bool: @Sendable (Value) -> Value = { value in
    switch value {
    case .bool: return value
    case .string(let text):
      if ["true", "True", "TRUE", "t", "T", "1"].contains(text) { return .bool(true) }
      if ["false", "False", "FALSE", "f", "F", "0"].contains(text) { return .bool(false) }
      return unreadable("bool")
    default: return .noSuchOverload
    }
  }

  private static func range(_ type: String) -> Value {
    .failure("range error: the number does not fit the type \(type)")
  }
}

extension Double {
  /// Reads a number, `nan`, or `inf` and `infinity` with or without a sign, in small letters or
  /// capitals.
  fileprivate init?(cel text: String) {
    let isNumber = text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
    let word = text.utf8.first.map { "+-".utf8.contains($0) } == true ? text.dropFirst() : text[...]
    let isWord = ["inf", "infinity"].contains(word.lowercased()) || text.lowercased() == "nan"
    guard isNumber || (isWord && text.utf8.allSatisfy { $0 < 0x80 }) else { return nil }
    self.init(text.lowercased())
  }
}

/// That a text is not what a conversion reads. It is not shown: it may be personal data.
func unreadable(_ type: String) -> Value {
  .failure("the text cannot be read as \(type)")
}
