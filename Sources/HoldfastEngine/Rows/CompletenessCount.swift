import Exact

/// What rows say of whether a dataset has all the files and amounts that it should.
struct CompletenessCount: Sendable {
  /// How many rows each file has of each month, months counted from year 0.
  var months: [String: [Int: Int]] = [:]
  /// What the amounts add up to, by the control total's place in the description.
  var sums: [Int: ExactSum] = [:]
  /// The places of control totals whose sum is too large to be exact.
  var inexact: Set<Int> = []

  /// Adds what other files say.
  mutating func merge(_ other: CompletenessCount) {
    for (file, counts) in other.months {
      months[file, default: [:]].merge(counts, uniquingKeysWith: +)
    }
    inexact.formUnion(other.inexact)
    for (index, sum) in other.sums {
      note(index, isExact: (try? sums[index, default: ExactSum()].merge(sum)) != nil)
    }
  }

  /// Adds an amount for a control total.
  mutating func add(_ amount: Decimal, at index: Int) {
    note(index, isExact: (try? sums[index, default: ExactSum()].add(amount)) != nil)
  }

  /// Adds what the amounts of many rows add up to.
  mutating func add(_ terms: ManyTerms, at index: Int) {
    note(index, isExact: (try? sums[index, default: ExactSum()].add(terms)) != nil)
  }

  private mutating func note(_ index: Int, isExact: Bool) {
    if !isExact { inexact.insert(index) }
  }
}
