/// What a macro goes through: places and elements of a list, or keys and values of a map.
enum Elements {
  case list([Value])
  case map(MapValue)

  /// The elements of a list or map; nil for other values.
  init?(_ value: Value) {
    switch value {
    case .list(let list): self = .list(list)
    case .map(let map): self = .map(map)
    default: return nil
    }
  }

  var count: Int {
    switch self {
    case .list(let list): list.count
    case .map(let map): map.count
    }
  }

  /// The element of a list or the key of a map, as macros with one variable see it.
  func single(_ place: Int) -> Value {
    switch self {
    case .list(let list): list[place]
    case .map(let map): map.entries[place].key
    }
  }

  /// Place and element, or key and value.
  func pair(_ place: Int) -> (Value, Value) {
    switch self {
    case .list(let list): (.int(Int64(place)), list[place])
    case .map(let map): map.entries[place]
    }
  }
}

/// One pass of a macro over its elements.
struct Loop {
  let elements: Elements
  let isPair: Bool
  /// What an element costs.
  let price: Int

  /// The value of a step while the macro's variables stand for the element at a place.
  @inline(__always)
  func value(of step: Step, at place: Int, _ frame: inout Frame) -> Value {
    let depth = frame.locals.count
    if isPair {
      let (first, second) = elements.pair(place)
      frame.locals.append(first)
      frame.locals.append(second)
    } else {
      frame.locals.append(elements.single(place))
    }
    defer { frame.locals.removeLast(frame.locals.count - depth) }
    return step(&frame)
  }
}
