extension Library {
  /// One level of a list, or as many as the second argument says.
  static let flatten: @Sendable ([Value]) -> Value = { arguments in
    guard case .list(let list)? = arguments.first else { return .noSuchOverload }
    guard arguments.count == 2 else { return flattened(list, levels: 1) }
    guard case .int(let levels) = arguments[1] else { return .noSuchOverload }
    guard levels >= 0 else { return .failure("level must be non-negative") }
    return flattened(list, levels: levels)
  }

  /// Lists within lists are followed without recursion: data may be nested deeply. Empty lists
  /// count as elements here, so that many of them are not looked at for nothing.
  private static func flattened(_ list: [Value], levels: Int64) -> Value {
    var result: [Value] = []
    var open = [list[...]]
    var seen = 0
    while var rest = open.popLast() {
      guard let value = rest.popFirst() else { continue }
      open.append(rest)
      seen += 1
      guard seen <= Sizes.elements else { return Sizes.tooMany }
      if case .list(let inner) = value, open.count <= levels {
        open.append(inner[...])
      } else {
        result.append(value)
      }
    }
    return .list(result)
  }
}
