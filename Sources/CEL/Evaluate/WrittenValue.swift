import Exact

/// A value as an expression writes it.
enum WrittenValue {
  case literal(Literal)
  case name(String)
  /// A function of one text: `date("2024-04-01")`.
  case call(String, String)
  indirect case list([WrittenValue])
  indirect case map([(WrittenValue, WrittenValue)])

  /// How the value is written; nil for what cannot be, or is too long to be read.
  init?(_ value: Value) {
    guard value.bulk(limit: 4096) <= 4096, !value.mixesDecimals else { return nil }
    switch value {
    case .null: self = .literal(.null)
    case .bool(let bool): self = .literal(.bool(bool))
    case .int(let int): self = .literal(.int(int))
    case .uint(let uint): self = .literal(.uint(uint))
    // As a literal it would be read as a decimal where one is near.
    case .double(let double): self = .call("double", double.plain)
    case .string(let text): self = .literal(.string(text))
    case .bytes(let bytes): self = .literal(.bytes(bytes))
    case .decimal(let decimal): self = .call("decimal", decimal.description)
    case .date(let date): self = .call("date", date.description)
    case .timestamp(let time): self = .call("timestamp", time.description)
    case .duration(let span): self = .call("duration", span.description)
    case .type(let type): self = .name(type.name)
    case .list(let list):
      let elements = list.compactMap { WrittenValue($0) }
      guard elements.count == list.count else { return nil }
      self = .list(elements)
    case .map(let map):
      var entries: [(WrittenValue, WrittenValue)] = []
      for entry in map.entries {
        guard let key = WrittenValue(entry.key), let value = WrittenValue(entry.value) else {
          return nil
        }
        entries.append((key, value))
      }
      self = .map(entries)
    case .optional, .opaque, .unknown, .error: return nil
    }
  }
}

extension Value {
  /// Whether there are decimals in a list or map, and other numbers: those would be read as
  /// decimals, if they were written out.
  fileprivate var mixesDecimals: Bool {
    var types: Set<CELType> = []
    collectTypes(into: &types)
    return types.contains(.decimal) && (types.contains(.int) || types.contains(.double))
  }

  private func collectTypes(into types: inout Set<CELType>) {
    switch self {
    case .list(let list): for element in list { element.collectTypes(into: &types) }
    case .map(let map):
      for entry in map.entries {
        entry.key.collectTypes(into: &types)
        entry.value.collectTypes(into: &types)
      }
    default: types.insert(type)
    }
  }
}
