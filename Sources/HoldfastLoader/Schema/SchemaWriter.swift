import JSONText

/// Says shapes as a JSON Schema: a definition for each mapping, described for editors to show.
///
/// A schema sees values as YAML's readers hand them over. What a reader here takes as it is written,
/// such as a version, may come as a number or a truth value there, and a mapping without content as
/// null: a schema refuses nothing that the program takes.
struct SchemaWriter {
  typealias Member = (String, JSON)

  /// The mappings that were asked for, by name, in the order in which they were.
  private(set) var definitions: [Member] = []
  private var known: Set<String> = []

  /// Defines a mapping by itself, whatever the shape of that name says.
  mutating func define(_ name: String, _ members: [Member]) {
    known.insert(name)
    definitions.append((name, .object(members)))
  }

  /// Leaves a mapping to be defined later.
  mutating func reserve(_ name: String) { known.insert(name) }

  /// A reference to a mapping, which is defined if it is not.
  mutating func reference(_ shape: Shape) -> Member {
    if known.insert(shape.name).inserted {
      let place = definitions.count
      // What it refers to itself stands after it.
      definitions.append((shape.name, .null))
      definitions[place] = (shape.name, .object(object(shape)))
    }
    return Self.reference(shape.name)
  }

  /// A reference to what is defined somewhere.
  static func reference(_ name: String) -> Member { ("$ref", .text("#/$defs/\(name)")) }

  /// What a mapping may hold.
  mutating func object(_ shape: Shape) -> [Member] {
    let wanted = shape.keys.filter(\.isRequired).map(\.name)
    let mayBeEmpty = wanted.isEmpty && !shape.alternatives.contains(where: \.isRequired)
    var result: [Member] = [
      ("title", .text(shape.name)), ("description", .text(shape.means)),
      Self.type(mayBeEmpty ? ["object", "null"] : ["object"]),
      ("properties", .object(shape.keys.map { property($0) })),
    ]
    if !wanted.isEmpty { result.append(Self.required(wanted)) }
    result.append(("additionalProperties", .bool(false)))
    return result + Self.partners(shape.keys) + shape.alternatives.map(Self.alternatives)
  }

  /// A key with what may stand behind it.
  mutating func property(_ key: Key) -> Member {
    (key.name, .object([("description", .text(key.means))] + members(of: key.kind)))
  }

  /// A list of keys that have to be there.
  static func required(_ names: [String]) -> Member {
    ("required", .array(names.map(JSON.text)))
  }

  /// The types that a value may be of.
  static func type(_ names: [String]) -> Member {
    ("type", names.count == 1 ? .text(names[0]) : .array(names.map(JSON.text)))
  }

  /// Keys that say something beside others alone.
  static func partners(_ keys: [Key]) -> [Member] {
    let pairs = keys.compactMap { key in
      key.partner.map { (key.name, JSON.array([.text($0.name)])) }
    }
    return pairs.isEmpty ? [] : [("dependentRequired", .object(pairs))]
  }

  /// Keys that stand for each other.
  private static func alternatives(_ choice: Shape.Alternatives) -> Member {
    if choice.isRequired {
      return ("oneOf", .array(choice.names.map { .object([required([$0])]) }))
    }
    let pairs = choice.names.indices.flatMap { first in
      choice.names[(first + 1)...].map { [choice.names[first], $0] }
    }
    let refused = pairs.map { pair in
      JSON.object([("not", .object([type(["object"]), required(pair)]))])
    }
    return ("allOf", .array(refused))
  }
}
