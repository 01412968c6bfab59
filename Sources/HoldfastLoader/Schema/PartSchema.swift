import HoldfastModel
import JSONText

/// The definitions of parts: one for each checker that a part may have, and one that chooses.
struct PartSchema {
  typealias Member = SchemaWriter.Member

  /// A part that names no checker.
  private static let usual = "part_without_checker"

  let checkers: [CheckerDeclaration]

  /// Defines all of them.
  func define(_ writer: inout SchemaWriter) {
    let shape = Shape.part
    let able = checkers.filter(\.mayBePart)
    let branches = able.map { checker in
      CheckerChoice.branch(checker.keyword, then: [SchemaWriter.reference(name(checker))])
    }
    let head: [Member] = [
      ("title", .text(shape.name)), ("description", .text(shape.means)),
      SchemaWriter.type(["object", "null"]), CheckerChoice.properties(shape, able, &writer),
    ]
    let choice = [("allOf", JSON.array(branches))] + CheckerChoice.unnamed(then: Self.usual)
    writer.define(shape.name, head + choice)
    for checker in able {
      let taken = CheckerChoice.taken(shape, by: checker, missing: checker.missingInParts)
      let own = Key.own(of: checker)
      let required = own.filter(\.isRequired).map(\.name) + checker.neededInParts
      writer.define(
        name(checker),
        CheckerChoice.closed(
          checker.keyword, Key.sentence(checker.summary), taken + own.map { writer.property($0) })
          + (required.isEmpty ? [] : [SchemaWriter.required(required)]))
    }
    writer.define(Self.usual, CheckerChoice.closed(shape.name, shape.means, unnamed))
  }

  private func name(_ checker: CheckerDeclaration) -> String { "part_\(checker.keyword)" }

  /// What a part without `check` may say: a total takes all that a count takes, and a measure.
  private var unnamed: [Member] {
    let keyword = CommitmentReader.usualPart(isMeasured: true)
    guard let added = checkers.first(where: { $0.keyword == keyword }) else { return [] }
    return CheckerChoice.taken(.part, by: added, missing: added.missingInParts)
      .filter { $0.0 != "check" }
  }
}
