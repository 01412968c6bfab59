extension WellKnownType {
  /// `google.protobuf.Value`: whatever JSON can say, by the one field that is set.
  static let value = WellKnownType(
    type: .dyn,
    fields: [
      "null_value": .dyn, "number_value": .double, "string_value": .string, "bool_value": .bool,
      "struct_value": .map(.string, .dyn), "list_value": .list(.dyn),
    ]
  ) { fields in
    guard fields.count < 2 else { return .failure("a value has one kind, and here are several") }
    guard let (name, value) = fields.first, name != "null_value" else { return .null }
    return json(value)
  }

  /// The greatest whole number up to which all are doubles.
  private static let exact: Int64 = 1 << 53

  /// A value as JSON has it: numbers are doubles, larger whole numbers and all other scalars texts.
  static func json(_ value: Value) -> Value {
    switch value {
    case .null, .bool, .string, .double: value
    case .int(let int):
      (-exact...exact).contains(int) ? .double(Double(int)) : .string(String(int))
    case .uint(let uint):
      uint <= UInt64(exact) ? .double(Double(uint)) : .string(String(uint))
    case .timestamp(let time): .string(time.description)
    case .duration(let span): .string(span.description)
    case .list(let elements): list(elements)
    case .map(let map): object(map)
    default: .failure("conversion error: JSON has no value of type '\(value.type)'")
    }
  }

  private static func list(_ elements: [Value]) -> Value {
    var result: [Value] = []
    for element in elements {
      let value = json(element)
      guard value.isPlain else { return value }
      result.append(value)
    }
    return .list(result)
  }

  private static func object(_ map: MapValue) -> Value {
    var entries: [(key: Value, value: Value)] = []
    for entry in map.entries {
      guard case .string = entry.key else {
        return .failure("conversion error: the keys of JSON are texts")
      }
      let value = json(entry.value)
      guard value.isPlain else { return value }
      entries.append((entry.key, value))
    }
    do throws(EvaluationError) {
      return .map(try MapValue(entries))
    } catch {
      return .error(error)
    }
  }
}
