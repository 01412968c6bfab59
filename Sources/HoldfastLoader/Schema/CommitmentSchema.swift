import HoldfastModel
import JSONText

/// The definitions of commitments: one for each checker, and those that choose among them.
struct CommitmentSchema {
  typealias Member = SchemaWriter.Member

  /// A commitment that may be laid over another.
  static let changed = "changed_commitment"
  /// A commitment that names a checker of a plugin: which keys it takes, only the plugin knows.
  private static let outside = "check_of_a_plugin"
  /// A commitment that takes over its checker.
  private static let taken = "commitment_of_any_checker"

  let checkers: [CheckerDeclaration]

  /// Defines all of them.
  func define(_ writer: inout SchemaWriter) {
    let shape = Shape.commitment
    let properties = CheckerChoice.properties(shape, checkers, takesPlugins: true, &writer)
    let head: [Member] = [
      ("description", .text(shape.means)), SchemaWriter.type(["object"]), properties,
    ]
    let whole = checkers.map { checker in
      CheckerChoice.branch(checker.keyword, then: [reference(checker)] + required(by: checker))
    }
    let plugin = CheckerChoice.outsideBranch(then: [SchemaWriter.reference(Self.outside)])
    let some = checkers.map { CheckerChoice.branch($0.keyword, then: [reference($0)]) } + [plugin]
    let wanted = shape.keys.filter(\.isRequired).map(\.name)
    let title = JSON.text(shape.name)
    writer.define(
      shape.name,
      [("title", title)] + head + [
        SchemaWriter.required(wanted), ("allOf", .array(whole + [plugin])),
      ]
        + SchemaWriter.partners(shape.keys))
    for checker in checkers { define(checker, &writer) }
    writer.define(
      Self.changed,
      [("title", title)] + head + [SchemaWriter.required(["id"]), ("allOf", .array(some))]
        + CheckerChoice.unnamed(then: Self.taken))
    let all = shape.keys.map { key in
      (key.name, JSON.object([SchemaWriter.reference("\(shape.name)/properties/\(key.name)")]))
    }
    writer.define(Self.taken, CheckerChoice.closed(shape.name, shape.means, all + own(&writer)))
    let told = Key.outside.map { writer.property($0) }
    writer.define(
      Self.outside,
      CheckerChoice.closed("plugin/checker", "A checker of a plugin measures it.", all + told))
  }

  private func name(_ checker: CheckerDeclaration) -> String { "check_\(checker.keyword)" }

  private func reference(_ checker: CheckerDeclaration) -> Member {
    SchemaWriter.reference(name(checker))
  }

  /// What a commitment may say to a checker.
  private func define(_ checker: CheckerDeclaration, _ writer: inout SchemaWriter) {
    let taken = CheckerChoice.taken(.commitment, by: checker, missing: checker.missingRules)
    let own = Key.own(of: checker).map { writer.property($0) }
    let body = CheckerChoice.closed(
      checker.keyword, Key.sentence(checker.summary), taken + own)
    let twice = JSON.object([
      SchemaWriter.type(["object"]), SchemaWriter.required(["target", "schedule"]),
    ])
    writer.define(name(checker), body + [("not", twice)])
  }

  /// What a commitment has to say to a checker. A schedule may stand for the target, and so
  /// may a line that several reach together.
  private func required(by checker: CheckerDeclaration) -> [Member] {
    let keys = CheckerDeclaration.Key.allCases.filter { checker.keys[$0] == .required }
    let own = Key.own(of: checker).filter(\.isRequired).map(\.name)
    let dataset = checker.mayLackDataset ? [] : ["of"]
    let names = dataset + keys.filter { $0 != .target }.map(\.rawValue) + own
    let line = CheckerDeclaration.targetKeys.map { JSON.object([SchemaWriter.required([$0])]) }
    return (names.isEmpty ? [] : [SchemaWriter.required(names)])
      + (keys.contains(.target) ? [("anyOf", .array(line))] : [])
  }

  /// The keys that some checker takes, each with whatever any of them takes there.
  private func own(_ writer: inout SchemaWriter) -> [Member] {
    var order: [String] = []
    var found: [String: [Member]] = [:]
    for key in checkers.flatMap(Key.own) {
      if found[key.name] == nil { order.append(key.name) }
      found[key.name, default: []].append(writer.property(key))
    }
    return order.map { name in
      let kinds = found[name, default: []].map(\.1)
      return (name, kinds.count == 1 ? kinds[0] : .object([("anyOf", .array(kinds))]))
    }
  }
}
