internal import HoldfastModel

/// Several schemas for one value.
extension SchemaCheck {
  mutating func checkCombined(
    _ value: ParameterValue, _ node: SchemaNode, _ path: [ParameterFault.Step]
  ) {
    for number in [node.reference].compactMap({ $0 }) + node.all {
      hold(value, against: number, at: path)
    }
    let name = ParameterFault.name(path)
    if let any = node.any, !any.contains(where: { fits(value, $0) }) {
      add(path, "\(name) is none of the things that it may be")
    }
    if let one = node.one {
      let count = one.count { fits(value, $0) }
      if count == 0 { add(path, "\(name) is none of the things that it may be") }
      if count > 1 { add(path, "\(name) is more than one of the things of which it may be one") }
    }
    if let not = node.not, fits(value, not) { add(path, "\(name) is what it may not be") }
  }

  /// Whether a value is valid.
  private mutating func fits(_ value: ParameterValue, _ number: Int) -> Bool {
    let before = faults
    faults = []
    hold(value, against: number, at: [])
    let isFit = faults.isEmpty
    faults = before
    return isFit
  }
}
