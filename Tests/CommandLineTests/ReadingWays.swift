import Testing

/// The ways in which the program can read the same rows, which all give the same.
enum ReadingWays {
  /// Row by row, which says what is right; in columns on one thread; in blocks so small that most
  /// rows are cut, on several threads.
  static let all = [
    ["--engine", "scalar"], ["--jobs", "1"], ["--jobs", "3", "--block-size", "64"],
    ["--jobs", "2", "--block-size", "333"],
  ]

  /// Expects the same tally to the byte, or the same complaint, in each way.
  static func expectSameTallies(
    in workdir: Workdir, at place: SourceLocation = #_sourceLocation
  ) throws {
    let outcomes = try all.map { way in
      let outcome = try workdir.run(TallyTests.tally + ["--out", "way.tally"] + way)
      let bytes = outcome.exit == 0 ? try workdir.bytes("way.tally") : []
      return (outcome, bytes)
    }
    for (way, (outcome, bytes)) in zip(all, outcomes).dropFirst() {
      #expect(outcome.exit == outcomes[0].0.exit, "\(way)\n\(outcome.text)", sourceLocation: place)
      #expect(outcome.err == outcomes[0].0.err, "\(way)", sourceLocation: place)
      #expect(bytes == outcomes[0].1, "\(way)", sourceLocation: place)
    }
  }

  /// Expects the same report, the same complaints and the same exit code in each way.
  static func expectAgreement(
    in workdir: Workdir, _ arguments: [String], at place: SourceLocation = #_sourceLocation
  ) throws {
    let outcomes = try all.map { way in
      try workdir.run(arguments + ["--reproducible", "--report", "json"] + way)
    }
    for (way, outcome) in zip(all, outcomes).dropFirst() {
      #expect(outcome.exit == outcomes[0].exit, "\(way)\n\(outcome.text)", sourceLocation: place)
      #expect(outcome.out == outcomes[0].out, "\(way)", sourceLocation: place)
      #expect(outcome.err == outcomes[0].err, "\(way)", sourceLocation: place)
    }
  }
}
