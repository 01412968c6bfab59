import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// The points that a commitment earns.
extension CommitmentReader {
  /// `score: { full_at: 50%, points: 6 }`, of what measures a share.
  func readScore(_ fields: inout Fields, into result: inout Commitment) {
    guard let node = fields.node("score"),
      var inner = fields.fields("score", "'score' of \(fields.what)")
    else { return }
    let full = inner.text("full_at")
    let points = inner.text("points")
    inner.finish()
    if let declaration = checkers[result.check.value], declaration.unit(of: result) != .share {
      problems.add(
        "'\(declaration.keyword)' measures no share, so it earns no points", at: node.span,
        help: "use check: share, or a composite of this commitment with weight:")
    }
    let ceiling = result.schedule.map(\.target).first {
      ![.atLeast, .above].contains($0.comparison)
    }
    if let ceiling {
      problems.add(
        "a score grows with the share, and the target '\(ceiling.text)' wants it small",
        at: node.span, help: "score the share of the other rows, with a target such as \">= 50%\"")
    }
    guard let full, let points, let share = share(full), let count = count(points) else { return }
    result.score = ScoreRule(fullAt: share, points: count)
  }

  private func share(_ text: Located<String>) -> Decimal? {
    if case (let number, .percent)? = Quantity.read(text.value.trimmed), number.signum > 0,
      number <= Decimal(1)
    {
      return number
    }
    problems.add(
      "full_at must be a percentage above 0% and at most 100%, not '\(text.value)'", at: text.span,
      help: "write for example 50%")
    return nil
  }

  private func count(_ text: Located<String>) -> Decimal? {
    if case (let number, .plain)? = Quantity.read(text.value.trimmed), number.signum > 0 {
      return number
    }
    problems.add(
      "points must be a number above zero, not '\(text.value)'", at: text.span,
      help: "write for example 6")
    return nil
  }
}
