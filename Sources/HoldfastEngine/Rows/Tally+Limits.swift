import Diagnostics
import HoldfastModel

extension Tally {
  /// What is wrong where a row would take the tally past what it may hold: memory is bounded, and
  /// nothing is dropped without a word.
  func overflow(
    for outcome: RowOutcome, _ bucket: Bucket
  ) -> (message: String, help: String)? {
    if valueCount >= Self.valueLimit { return Self.tooManyValues }
    guard slices.count >= Self.sliceLimit,
      slices[Key(bucket: bucket, group: outcome.group)] == nil
    else { return nil }
    return Self.tooManySlices
  }

  /// What is wrong with a tally that holds more than it may.
  var overflow: (message: String, help: String)? {
    if valueCount > Self.valueLimit { return Self.tooManyValues }
    return slices.count > Self.sliceLimit ? Self.tooManySlices : nil
  }

  private static let tooManyValues = (
    message: "there are more than 4,000,000 different values to be told apart",
    help: "fill the unknown cells, or judge a shorter period"
  )
  private static let tooManySlices = (
    message: "there are more than 100,000 groups", help: "group by a column with fewer values"
  )

  /// Notes that a row could not be evaluated.
  mutating func fail(
    _ role: String, _ message: String, in bucket: Bucket, at place: Diagnostic.Place,
    help: String = "correct the cells that the expression reads, or the expression"
  ) {
    failures[bucket, default: Failures()].add(
      Diagnostic(.error, "'\(role)' cannot be evaluated: \(message)", at: place, help: help))
  }
}
