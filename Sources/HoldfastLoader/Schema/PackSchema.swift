import HoldfastModel
import JSONText

/// The schema of packs: what a commitment may say depends on its checker, and in a pack that extends
/// another it may leave away what it takes over.
struct PackSchema {
  typealias Member = SchemaWriter.Member

  let checkers: [CheckerDeclaration]

  /// What a pack may hold.
  func pack(_ writer: inout SchemaWriter) -> [Member] {
    for name in [Shape.commitment.name, Shape.part.name] { writer.reserve(name) }
    let list = "commitments"
    // What its items are, and whether it has to be there, depends on `extends`.
    let body = writer.object(
      Shape(
        Shape.pack.name, Shape.pack.means,
        Shape.pack.keys.map { key in
          guard key.name == list else { return key }
          return .optional(list, .list(.anything, 1...Int.max), key.means)
        }))
    CommitmentSchema(checkers: checkers).define(&writer)
    PartSchema(checkers: checkers).define(&writer)
    func commitments(_ name: String) -> Member {
      let items = JSON.object([("items", .object([SchemaWriter.reference(name)]))])
      return ("properties", .object([(list, items)]))
    }
    return body + [
      ("if", .object([SchemaWriter.required(["extends"])])),
      ("then", .object([commitments(CommitmentSchema.changed)])),
      ("else", .object([SchemaWriter.required([list]), commitments(Shape.commitment.name)])),
    ]
  }
}

/// What the schemas of commitments and of their parts have in common: the checker decides.
enum CheckerChoice {
  typealias Member = SchemaWriter.Member

  /// Where a mapping names a checker, another schema holds for it.
  static func branch(_ keyword: String, then: [Member]) -> JSON {
    let named = JSON.object([("check", .object([("const", .text(keyword))]))])
    let isNamed = JSON.object([
      SchemaWriter.type(["object"]), ("properties", named), SchemaWriter.required(["check"]),
    ])
    return .object([("if", isNamed), ("then", .object(then))])
  }

  /// How a checker of a plugin is named.
  static let outsidePattern = "^[a-z][a-z0-9-]*/[a-z][a-z0-9_]*$"

  /// Where a mapping names a checker of a plugin, another schema holds for it.
  static func outsideBranch(then: [Member]) -> JSON {
    let pattern = JSON.object([("pattern", .text(outsidePattern))])
    let named = JSON.object([("check", pattern)])
    let isNamed = JSON.object([
      SchemaWriter.type(["object"]), ("properties", named), SchemaWriter.required(["check"]),
    ])
    return .object([("if", isNamed), ("then", .object(then))])
  }

  /// Where a mapping names no checker, another schema holds for it.
  static func unnamed(then name: String) -> [Member] {
    let isNamed = JSON.object([SchemaWriter.required(["check"])])
    return [
      ("if", .object([SchemaWriter.type(["object"]), ("not", isNamed)])),
      ("then", .object([SchemaWriter.reference(name)])),
    ]
  }

  /// The keys of a shape, with the names of some checkers behind `check`.
  static func properties(
    _ shape: Shape, _ checkers: [CheckerDeclaration], takesPlugins: Bool = false,
    _ writer: inout SchemaWriter
  ) -> Member {
    let words = Kind.words(WordList(checkers.map(\.keyword)))
    return (
      "properties",
      .object(
        shape.keys.map { key in
          guard key.name == "check" else { return writer.property(key) }
          let (name, known) = writer.property(.optional(key.name, words, key.means))
          guard takesPlugins else { return (name, known) }
          let plugin = JSON.object([
            SchemaWriter.type(["string"]), ("pattern", .text(outsidePattern)),
          ])
          return (name, .object([("anyOf", .array([known, plugin]))]))
        })
    )
  }

  /// The keys of a shape that a checker takes, as the shape's own definition has them.
  static func taken(
    _ shape: Shape, by declaration: CheckerDeclaration, missing: [MissingRule]
  ) -> [Member] {
    shape.keys.filter { declaration.takes($0.name) }.map { key in
      switch key.name {
      case "check":
        let summary = JSON.text(Key.sentence(declaration.summary))
        return (
          key.name, .object([("description", summary), ("const", .text(declaration.keyword))])
        )
      case CheckerDeclaration.Key.missing.rawValue:
        let words = missing.map { JSON.text($0.rawValue) }
        return (key.name, .object([("description", .text(key.means)), ("enum", .array(words))]))
      default:
        return (key.name, .object([SchemaWriter.reference("\(shape.name)/properties/\(key.name)")]))
      }
    }
  }

  /// A mapping with these keys and no others.
  static func closed(_ title: String, _ means: String, _ properties: [Member]) -> [Member] {
    [
      ("title", .text(title)), ("description", .text(means)), SchemaWriter.type(["object"]),
      ("properties", .object(properties)), ("additionalProperties", .bool(false)),
    ]
  }
}
