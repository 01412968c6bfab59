internal import Diagnostics
internal import Exact
internal import JSONText
internal import Patterns

/// Reads a schema. What is not understood is refused, for else a value could pass that the author
/// meant to be refused.
struct SchemaReader {
  private let whole: JSONValue
  private(set) var nodes: [SchemaNode] = []
  /// The numbers of the schemas under `$defs`, and of the whole, which others refer to.
  private var named: [String: Int] = [:]

  /// Keywords that say nothing of what is valid.
  private static let notes: Set<String> = [
    "title", "description", "default", "examples", "deprecated", "$comment",
  ]
  private static let dialect = "https://json-schema.org/draft/2020-12/schema"

  init(_ whole: JSONValue) { self.whole = whole }

  /// Reads the whole, which is the first node, and all that is in it.
  mutating func read() throws(ParameterSchemaError) {
    let definitions = whole["$defs"]?.members ?? []
    if whole["$defs"] != nil, whole["$defs"]?.members == nil {
      throw ParameterSchemaError("/$defs", "it is no object")
    }
    // Numbers are given first, for each may refer to each.
    nodes = [SchemaNode(pointer: "")]
    named["#"] = 0
    for definition in definitions {
      let pointer = ParameterFault.pointer([.key("$defs"), .key(definition.key)])
      named["#\(pointer)"] = nodes.count
      nodes.append(SchemaNode(pointer: pointer))
    }
    nodes[0] = try node(whole, at: "", isWhole: true)
    for (place, definition) in definitions.enumerated() {
      nodes[place + 1] = try node(definition.value, at: nodes[place + 1].pointer)
    }
    try checkEndless()
  }

  /// Reads a schema that stands in another one, and gives its number.
  private mutating func add(
    _ value: JSONValue, at pointer: String
  ) throws(ParameterSchemaError) -> Int {
    let number = nodes.count
    guard number < 10_000 else { throw ParameterSchemaError(pointer, "the schema is too large") }
    nodes.append(SchemaNode(pointer: pointer))
    nodes[number] = try node(value, at: pointer)
    return number
  }

  private mutating func node(
    _ value: JSONValue, at pointer: String, isWhole: Bool = false
  ) throws(ParameterSchemaError) -> SchemaNode {
    var node = SchemaNode(pointer: pointer)
    if case .bool(let flag) = value.kind {
      node.isFalse = !flag
      return node
    }
    guard let members = value.members else {
      throw ParameterSchemaError(pointer, "a schema is an object, true or false")
    }
    for member in members {
      let place = pointer + ParameterFault.pointer([.key(member.key)])
      if Self.notes.contains(member.key) { continue }
      if try readValue(member, at: place, into: &node) { continue }
      if try readNumber(member, at: place, into: &node) { continue }
      if try readInner(member, at: place, into: &node) { continue }
      switch member.key {
      case "$defs" where isWhole: break
      case "$schema" where isWhole && member.value.text == Self.dialect: break
      default:
        let name = Diagnostic.printable(member.key, limit: 60)
        throw ParameterSchemaError(place, "the keyword '\(name)' is not one that is understood here")
      }
    }
    node.summary = value["description"]?.text ?? value["title"]?.text
    return node
  }

  /// A schema that leads back to itself without a step into the value would never end.
  private func checkEndless() throws(ParameterSchemaError) {
    // 1 while a node is being followed, 2 when all that it leads to ends.
    var states = [Int](repeating: 0, count: nodes.count)
    for start in nodes.indices where states[start] == 0 {
      var stack = [(node: start, next: 0)]
      states[start] = 1
      while let (number, next) = stack.last {
        let inner = nodes[number].sameValue
        guard next < inner.count else {
          states[number] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        switch states[inner[next]] {
        case 0:
          states[inner[next]] = 1
          stack.append((inner[next], 0))
        case 1: throw ParameterSchemaError(nodes[number].pointer, "it refers to itself without end")
        default: break
        }
      }
    }
  }
}

// MARK: - Keywords about the value itself

extension SchemaReader {
  /// Whether the keyword is one of these.
  private func readValue(
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
        throw ParameterSchemaError(place, "only the formats 'decimal' and 'date' are understood here")
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
  private func readNumber(
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

// MARK: - Keywords with schemas in them

extension SchemaReader {
  private mutating func readInner(
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
