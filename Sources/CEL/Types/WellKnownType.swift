/// A message of protocol buffers that stands for a value of the language itself, as JSON does.
///
/// There are no other messages in this language.
public struct WellKnownType: Sendable {
  /// The type of its values.
  let type: CELType
  /// The types of its fields.
  let fields: [String: CELType]
  /// Its value from the values of the fields that are set.
  let make: @Sendable ([String: Value]) -> Value

  /// The messages by their full names.
  static let all: [String: WellKnownType] = {
    var all = Dictionary(
      uniqueKeysWithValues: wrappers.map { ("google.protobuf.\($0.name)Value", $0.form) })
    all["google.protobuf.Value"] = value
    all["google.protobuf.Struct"] = WellKnownType(
      type: .map(.string, .dyn), fields: ["fields": .map(.string, .dyn)]
    ) { json($0["fields"] ?? .map(.empty)) }
    all["google.protobuf.ListValue"] = WellKnownType(
      type: .list(.dyn), fields: ["values": .list(.dyn)]
    ) { json($0["values"] ?? .list([])) }
    all["google.protobuf.Any"] = WellKnownType(
      type: .dyn, fields: ["type_url": .string, "value": .bytes]
    ) { _ in .failure("conversion error: the message in google.protobuf.Any is not known") }
    all["google.protobuf.Timestamp"] = WellKnownType(type: .timestamp, fields: instant) { fields in
      nanoseconds(fields).flatMap { Timestamp(totalNanoseconds: $0) }.map(Value.timestamp)
        ?? timestampRange
    }
    all["google.protobuf.Duration"] = WellKnownType(type: .duration, fields: instant) { fields in
      nanoseconds(fields).flatMap { TimeSpan(nanoseconds: $0) }.map(Value.duration)
        ?? durationRange
    }
    return all
  }()

  /// Constants by their full names.
  static let constants: [String: Value] = ["google.protobuf.NullValue.NULL_VALUE": .int(0)]

  private static let instant: [String: CELType] = ["seconds": .int, "nanos": .int]

  private static func nanoseconds(_ fields: [String: Value]) -> Int128? {
    guard case .int(let seconds) = fields["seconds"] ?? .int(0),
      case .int(let nanos) = fields["nanos"] ?? .int(0)
    else { return nil }
    return Int128(seconds) * 1_000_000_000 + Int128(nanos)
  }

  private static let wrappers: [(name: String, form: WellKnownType)] = [
    ("Bool", wrapper(.bool, .bool(false)) { $0 }), ("Bytes", wrapper(.bytes, .bytes([])) { $0 }),
    ("Double", wrapper(.double, .double(0)) { $0 }),
    ("String", wrapper(.string, .string("")) { $0 }),
    ("Int64", wrapper(.int, .int(0)) { $0 }), ("UInt64", wrapper(.uint, .uint(0)) { $0 }),
    (
      "Float",
      wrapper(.double, .double(0)) { value in
        if case .double(let double) = value { .double(Double(Float(double))) } else { value }
      }
    ),
    (
      "Int32",
      wrapper(.int, .int(0)) { value in
        if case .int(let int) = value, Int32(exactly: int) == nil { outOfRange } else { value }
      }
    ),
    (
      "UInt32",
      wrapper(.uint, .uint(0)) { value in
        if case .uint(let uint) = value, UInt32(exactly: uint) == nil { outOfRange } else { value }
      }
    ),
  ]

  private static let outOfRange = Value.failure("range error: the number does not fit the field")

  private static func wrapper(
    _ type: CELType, _ zero: Value, _ narrowed: @escaping @Sendable (Value) -> Value
  ) -> WellKnownType {
    WellKnownType(type: .wrapper(type), fields: ["value": type]) { fields in
      let value = fields["value"] ?? zero
      return value.fits(type) ? narrowed(value) : .noSuchOverload
    }
  }
}
