import Testing

/// A run in two steps, by a tally: it says what a run over the data says, or that it cannot.
struct TalliedRun {
  let workdir: Workdir
  var arguments: [String] = []

  private static let tally =
    ["tally", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--out", "all.tally"]

  /// What keeps a tally from being made of rows that can be judged where they are.
  private static let refusals = [
    "corrections change rows", "come from a command", "the tally does not hold what",
  ]

  func expectSame(as direct: Outcome) throws {
    let tally = try workdir.run(Self.tally + arguments)
    guard tally.exit == 0 else {
      // Rows that cannot be told make no tally: the run over the data must have found them too.
      let isKnown = Self.refusals.contains { tally.err.contains($0) }
      #expect(tally.exit == 3 && (direct.exit == 3 || isKnown), "\(tally.text)")
      #expect(!workdir.exists("all.tally"))
      return
    }
    let judged = try workdir.run(
      Sample.check + arguments + ["--report", "json", "--tallies", "all.tally"])
    if judged.exit == 3, Self.refusals.contains(where: { judged.err.contains($0) }) { return }
    #expect(judged.exit == direct.exit, "\(judged.text)")
    #expect(try judged.result() == direct.result(), "\(tally.text)")
  }
}

extension Outcome {
  /// The bytes of the result in a JSON report.
  func result() throws -> Substring {
    let start = try #require(out.firstRange(of: "  \"result\": {"), "\(text)")
    let end = try #require(out.firstRange(of: "\n  },\n  \"run\": {"))
    return out[start.lowerBound..<end.lowerBound]
  }
}
