internal import Exact
public import JSONText

/// What a plugin's author lets stand under `with:`: the part of JSON Schema 2020-12 that parameters
/// need.
///
/// Numbers are exact, with at most 38 digits. Of formats there are two: `decimal` is a number as a
/// text, which numbers and percentages of a pack are made into, and which the keywords for numbers
/// hold for as well; `date` is a day.
public struct ParameterSchema: Sendable {
  /// A parameter as documentation lists it.
  public struct Property: Sendable {
    /// Its key.
    public let name: String
    /// Whether it has to be there.
    public let isRequired: Bool
    /// What it means, in the author's words.
    public let summary: String?
    /// What it may be, in words: "a whole number".
    public let kind: String
  }

  let nodes: [SchemaNode]

  /// A schema; throws what is not understood, for else it would be passed over.
  public init(_ schema: JSONValue) throws(ParameterSchemaError) {
    var reader = SchemaReader(schema)
    try reader.read()
    nodes = reader.nodes
    for (number, node) in nodes.enumerated() {
      guard let standard = node.standard else { continue }
      if let fault = faults(in: prepared(standard, by: number, isDefault: true), by: number).first {
        throw ParameterSchemaError(
          node.pointer, "its default is not what it may be: \(fault.message)")
      }
    }
  }

  /// The schema of all parameters of a checker: an object that says all its keys.
  init(ofParameters schema: JSONValue) throws(ParameterSchemaError) {
    try self.init(schema)
    let other = nodes[0].additional.map { nodes[$0].isFalse }
    guard nodes[0].kinds == [.object], other == true else {
      throw ParameterSchemaError("", "it is no object schema with additionalProperties false")
    }
  }

  /// The keys of the whole, in the order of the schema.
  public var properties: [Property] {
    nodes[0].properties.map { name, number in
      let node = nodes[number]
      let kinds = SchemaNode.Kind.allCases.filter { node.kinds?.contains($0) ?? false }
      return Property(
        name: name, isRequired: nodes[0].required.contains { $0.utf8.elementsEqual(name.utf8) },
        summary: node.summary,
        kind: node.format.map(\.words) ?? kinds.map(\.words).joined(separator: " or "))
    }
  }

  /// The value as the plugin is to be sent it, with the defaults of keys that are not there; throws
  /// all that is wrong with it.
  public func prepared(_ value: JSONValue) throws(ParameterFaults) -> JSONValue {
    let prepared = prepared(value, by: 0)
    let faults = faults(in: prepared)
    guard faults.isEmpty else { throw ParameterFaults(items: faults) }
    return prepared
  }

  /// Every mistake in a value; none where it is valid.
  public func faults(in value: JSONValue) -> [ParameterFault] { faults(in: value, by: 0) }

  func faults(in value: JSONValue, by number: Int) -> [ParameterFault] {
    guard let exact = ParameterValue(value) else {
      return [ParameterFault([], "a number has more than 38 digits", help: "shorten it")]
    }
    var check = SchemaCheck(nodes)
    check.hold(exact, against: number, at: [])
    guard !check.isTooLong else {
      return [ParameterFault([], "it takes too long to check", help: "make it smaller")]
    }
    return check.faults
  }
}

extension SchemaNode.Format {
  /// What it asks for, in words.
  var words: String {
    switch self {
    case .decimal: "an exact number"
    case .date: "a day, such as 2024-04-01"
    }
  }
}
