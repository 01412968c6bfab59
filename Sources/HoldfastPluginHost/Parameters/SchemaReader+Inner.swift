internal import JSONText

/// Keywords with schemas in them.
extension SchemaReader {
  mutating func readInner(
    _ member: JSONMember, at place: String, into node: inout SchemaNode
  ) throws(ParameterSchemaError) -> Bool {
    switch member.key {
    case "items": node.items = try add(member.value, at: place)
    case "additionalProperties": node.additional = try add(member.value, at: place)
    case "not": node.not = try add(member.value, at: place)
    case "allOf": node.all = try list(member.value, place)
    case "anyOf": node.any = try list(member.value, place)
    case "oneOf": node.one = try list(member.value, place)
    case "properties":
      guard let members = member.value.members else {
        throw ParameterSchemaError(place, "it is no object")
      }
      for property in members {
        let inner = place + ParameterFault.pointer([.key(property.key)])
        node.properties.append((property.key, try add(property.value, at: inner)))
      }
    case "$ref":
      guard let text = member.value.text, let number = named[text] else {
        throw ParameterSchemaError(
          place, "it refers to nothing that stands under $defs, which is written #/$defs/NAME")
      }
      node.reference = number
    default: return false
    }
    return true
  }

  private mutating func list(
    _ value: JSONValue, _ place: String
  ) throws(ParameterSchemaError) -> [Int] {
    guard let items = value.items, !items.isEmpty else {
      throw ParameterSchemaError(place, "it is no list of schemas")
    }
    var result: [Int] = []
    for (index, item) in items.enumerated() {
      result.append(try add(item, at: "\(place)/\(index)"))
    }
    return result
  }
}
