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

  /// What the laws came to.
  enum Verdict {
    case hold
    /// The plugin does not measure the rows, so that there is nothing to compare.
    case untried
    case violated(Violation)
  }

  /// Tries every law; the first that does not hold is shown by as few rows as can be found.
  ///
  /// - Parameter splits: How many ways to split the rows are tried.
  func verdict(_ sample: RowsSample, splits: Int) throws(PluginFailure) -> Verdict {
    guard var found = try first(sample, splits) else { return .hold }
    var (sample, place) = (sample, 0)
    // What fewer rows show as well is easier to look into; of very many it would take too long.
    while place < sample.rows.count, (2...64).contains(sample.rows.count) {
      let fewer = sample.without(place)
      if case .violated = found, case .violated(let smaller)? = try first(fewer, splits) {
        (sample, found) = (fewer, .violated(smaller))
      } else {
        place += 1
      }
    }
    return found
  }

  /// Nil where all hold.
  private func first(
    _ sample: RowsSample, _ splits: Int
  ) throws(PluginFailure) -> Verdict? {
    guard let trial = try LawTrial(dialogue, sample, isMergeable: isMergeable) else {
      return .untried
    }
    for size in [1, 2] {
      if let found = try trial.inBatches(of: size) { return .violated(found) }
    }
    guard isMergeable else { return nil }
    for split in RandomSplits.make(splits, rows: sample.rows.count) {
      if let found = try trial.split(split) { return .violated(found) }
    }
    return nil
  }
}
