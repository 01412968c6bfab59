internal import Diagnostics
internal import Exact
internal import JSONText

/// Keywords about a value itself.
extension SchemaReader {
  /// Whether the keyword is one of these.
  func readValue(
    _ member: JSONMember, at place: String, into node: inout SchemaNode
  ) throws(ParameterSchemaError) -> Bool {
    switch member.key {
    case "type": node.kinds = try kinds(member.value, place)
    case "enum":
      guard let items = member.value.items, !items.isEmpty else {
        throw ParameterSchemaError(place, "it is no list of values")
      }
      node.values = []
      for item in items { node.values?.append(try exact(item, place)) }
    case "const": node.constant = try exact(member.value, place)
    case "pattern": node.pattern = try SchemaPattern.read(member.value, at: place)
    case "format":
      guard let format = member.value.text.flatMap(SchemaNode.Format.init) else {
        throw ParameterSchemaError(
          place, "only the formats 'decimal' and 'date' are understood here")
      }
      node.format = format
    case "uniqueItems":
      guard case .bool(let flag) = member.value.kind else {
        throw ParameterSchemaError(place, "it is neither true nor false")
      }
      node.areItemsUnique = flag
    case "required": node.required = try texts(member.value, place)
    default: return false
    }
    return true
  }

  private func kinds(
    _ value: JSONValue, _ place: String
  ) throws(ParameterSchemaError) -> Set<SchemaNode.Kind> {
    let words: [String]
    if let word = value.text { words = [word] } else { words = try texts(value, place) }
    let kinds = words.compactMap(SchemaNode.Kind.init)
    guard !kinds.isEmpty, kinds.count == words.count else {
      throw ParameterSchemaError(place, "it names a type that JSON has not")
    }
    return Set(kinds)
  }

  private func exact(
    _ value: JSONValue, _ place: String
  ) throws(ParameterSchemaError) -> (value: ParameterValue, shown: String) {
    guard let exact = ParameterValue(value) else {
      throw ParameterSchemaError(place, "a number has more than 38 digits")
    }
    return (exact, Diagnostic.printable(value.compactText, limit: 60))
  }

  private func texts(
    _ value: JSONValue, _ place: String
  ) throws(ParameterSchemaError) -> [String] {
    let texts = value.items?.compactMap(\.text)
    guard let texts, texts.count == value.items?.count else {
      throw ParameterSchemaError(place, "it is no list of texts")
    }
    return texts
  }

  /// The same of the keywords that are numbers.
  func readNumber(
    _ member: JSONMember, at place: String, into node: inout SchemaNode
  ) throws(ParameterSchemaError) -> Bool {
    switch member.key {
    case "minimum": node.minimum = try number(member.value, place)
    case "maximum": node.maximum = try number(member.value, place)
    case "exclusiveMinimum": node.exclusiveMinimum = try number(member.value, place)
    case "exclusiveMaximum": node.exclusiveMaximum = try number(member.value, place)
    case "multipleOf":
      let step = try number(member.value, place)
      guard step.signum > 0 else { throw ParameterSchemaError(place, "it is not above zero") }
      node.multipleOf = step
    case "minLength": node.minLength = try size(member.value, place)
    case "maxLength": node.maxLength = try size(member.value, place)
    case "minItems": node.minItems = try size(member.value, place)
    case "maxItems": node.maxItems = try size(member.value, place)
    default: return false
    }
    return true
  }

  private func number(
    _ value: JSONValue, _ place: String
  ) throws(ParameterSchemaError) -> Decimal {
    guard case .number(let text) = value.kind, let number = ParameterValue.decimal(text) else {
      throw ParameterSchemaError(place, "it is no number of at most 38 digits")
    }
    return number
  }

  private func size(_ value: JSONValue, _ place: String) throws(ParameterSchemaError) -> Int {
    let number = try number(value, place).normalized
    guard number.scale == 0, number.signum >= 0, let size = Int(exactly: number.coefficient) else {
      throw ParameterSchemaError(place, "it is no whole number from 0")
    }
    return size
  }
}
