import CEL
import Diagnostics
import HoldfastModel

extension CommitmentCheck {
  /// The condition that says which awards a miss blocks.
  func blockWhen(_ found: inout [Diagnostic]) -> CheckedPart? {
    guard let text = commitment.blockWhen else { return nil }
    let schema = RowSchema(awards: pack)
    let compiler = ExpressionCompiler(schema: schema, areas: [:], definitions: [])
    guard let part = compiler.part(text, "block_when", giving: [.bool], &found) else { return nil }
    checkParameters([part], &found)
    var finder = LiteralFinder(schema: schema)
    finder.visit(part.expression)
    let words = Proposal.Stage.allCases.map(\.rawValue)
    for use in finder.literals.sorted(by: { $0.precedes($1) }) where !words.contains(use.literal) {
      found.append(
        Diagnostic(
          "'\(use.literal)' is no stage of an award", at: text.span,
          help: Nearest.hint(for: use.literal, in: words)
            ?? "its stages are \(words.joined(separator: ", "))"))
    }
    return part
  }
}
