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
  private(set) var named: [String: Int] = [:]

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
  mutating func add(
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
        throw ParameterSchemaError(
          place, "the keyword '\(name)' is not one that is understood here")
      }
    }
    node.standard = value["default"]
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
