extension Library {
  /// The types whose values have an order.
  private static let sortable: [CELType] = [
    .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes, .decimal, .date,
  ]

  static let sorts = sortable.map { type in
    Overload.one(
      "list_\(type.name)_sort", .list(type), .list(type), member: true, universal: true
    ) { value in
      if case .list(let list) = value { sorted(list, by: list) } else { .noSuchOverload }
    }
  }
}

/// The elements in the order of their keys, those with equal keys as they stood; an error where
/// the keys are of a type that has no order or not all of one type.
func sorted(_ elements: [Value], by keys: [Value]) -> Value {
  guard elements.count == keys.count else {
    return .failure("a list can be sorted only by as many keys as it has elements")
  }
  guard let first = keys.first else { return .list(elements) }
  guard first.isSortable else { return .failure("list elements must be comparable") }
  let type = first.type
  guard keys.allSatisfy({ $0.type == type }) else {
    return .failure("list elements must have the same type")
  }
  guard !keys.contains(where: \.isNaN) else { return .failure("NaN values cannot be ordered") }
  guard let places = order(of: keys) else { return Frame.exhausted }
  return .list(places.map { elements[$0] })
}

/// The places of keys from the least key on; nil where the keys are so long that comparing them
/// would take too long.
private func order(of keys: [Value]) -> [Int]? {
  var left = Sizes.elements
  let places = keys.indices.sorted { a, b in
    left -= min(keys[a].weight, keys[b].weight)
    guard left >= 0 else { return false }
    return switch keys[a].order(keys[b]) {
    case .before: true
    case .same: a < b
    default: false
    }
  }
  return left >= 0 ? places : nil
}

extension Value {
  fileprivate var isSortable: Bool {
    switch self {
    case .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes, .decimal, .date: true
    default: false
    }
  }

  fileprivate var isNaN: Bool {
    if case .double(let double) = self { double.isNaN } else { false }
  }
}
