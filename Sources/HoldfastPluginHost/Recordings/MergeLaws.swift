internal import HoldfastModel
internal import JSONText

/// What has to hold of a checker of rows, tried on the rows of a recording: however they come in
/// batches, and, if it is mergeable, however they are split among processes, the measurement and
/// the state are those of the rows in one piece.
struct MergeLaws {
  /// A law that does not hold, and what shows it.
  struct Violation {
    /// What was done: "merging the states of rows 0 and 1, and of row 2".
    let deed: String
    /// What came otherwise: "another measurement".
    let what: String
    /// Both, where they differ; or what the plugin said.
    let shown: String
  }

  let dialogue: PluginDialogue
  let isMergeable: Bool

  /// The first law that does not hold, shown by as few rows as can be found; nil where all hold.
  /// Nil too where the plugin refuses the rows, of which there is nothing to compare then.
  ///
  /// - Parameter splits: How many ways to split the rows are tried.
  func violation(
    _ sample: RowsSample, splits: Int
  ) throws(PluginFailure) -> Violation? {
    guard var found = try first(sample, splits) else { return nil }
    var (sample, place) = (sample, 0)
    // What fewer rows show as well is easier to look into.
    while place < sample.rows.count, sample.rows.count > 1, sample.rows.count <= 64 {
      let fewer = sample.without(place)
      if let smaller = try first(fewer, splits) {
        (sample, found) = (fewer, smaller)
      } else {
        place += 1
      }
    }
    return found
  }

  private func first(
    _ sample: RowsSample, _ splits: Int
  ) throws(PluginFailure) -> Violation? {
    guard let trial = try LawTrial(dialogue, sample, isMergeable: isMergeable) else { return nil }
    for size in [1, 2] {
      if let found = try trial.inBatches(of: size) { return found }
    }
    guard isMergeable else { return nil }
    for split in RandomSplits.make(splits, rows: sample.rows.count) {
      if let found = try trial.split(split) { return found }
    }
    return nil
  }
}
