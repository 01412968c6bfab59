internal import Exact
internal import JSONText

extension ParameterSchema {
  /// The value with defaults put in, and with every number that is to be a decimal made into one.
  /// Schemas that are one of several are not looked into: which of them is meant is not known yet.
  ///
  /// - Parameter isDefault: Whether the value is a default itself; others are not put into one, for
  ///   a schema that holds itself would then never be done.
  func prepared(_ value: JSONValue, by number: Int, isDefault: Bool = false) -> JSONValue {
    var node = nodes[number]
    while let reference = node.reference, node.format == nil, node.properties.isEmpty,
      node.items == nil
    {
      node = nodes[reference]
    }
    switch value.kind {
    case .number(let text) where node.format == .decimal:
      guard let decimal = ParameterValue.decimal(text) else { return value }
      return JSONValue(.text(decimal.normalized.description), at: value.place)
    case .text(let text) where node.format == .decimal && text.utf8.last == UInt8(ascii: "%"):
      return JSONValue(.text(Self.part(ofPercentage: text) ?? text), at: value.place)
    case .list(let items):
      guard let inner = node.items else { return value }
      return JSONValue(
        .list(items.map { prepared($0, by: inner, isDefault: isDefault) }), at: value.place)
    case .object(let members):
      return JSONValue(
        .object(prepared(members, of: node, at: value.place, isDefault)), at: value.place)
    default: return value
    }
  }

  /// The decimal that a percentage is; nil where it is none.
  private static func part(ofPercentage text: String) -> String? {
    guard let percent = ExactNumber.decimal(String(text.dropLast())), percent.scale <= 36 else {
      return nil
    }
    return Decimal(coefficient: percent.coefficient, scale: percent.scale + 2).normalized
      .description
  }

  /// The members as they stand, and behind them those that have a default, in the schema's order.
  private func prepared(
    _ members: [JSONMember], of node: SchemaNode, at place: JSONPlace, _ isDefault: Bool
  ) -> [JSONMember] {
    func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
    let own = members.map { member in
      let named = node.properties.first { isSame($0.name, member.key) }
      guard let number = named?.node ?? node.additional else { return member }
      return JSONMember(
        key: member.key, at: member.place,
        value: prepared(member.value, by: number, isDefault: isDefault))
    }
    guard !isDefault else { return own }
    let added = node.properties.compactMap { name, number -> JSONMember? in
      guard !members.contains(where: { isSame($0.key, name) }), let standard = standard(of: number)
      else { return nil }
      return JSONMember(
        key: name, at: place, value: prepared(standard, by: number, isDefault: true))
    }
    return own + added
  }

  /// The default of a schema, or of the one that it refers to.
  private func standard(of number: Int) -> JSONValue? {
    var node = nodes[number]
    while node.standard == nil, let reference = node.reference { node = nodes[reference] }
    return node.standard
  }
}
