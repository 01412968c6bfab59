import Crypto
package import Exact
package import HoldfastModel

/// Draws rows so that the chance of each is proportional to its weight, whatever the order in which
/// they come: priority sampling (Duffield, Lund and Thorup 2007).
///
/// Each row has a number between 0 and 1 that follows from the seed and its place, and its priority is
/// its weight over that number. The rows of the highest priorities are drawn; a row stands for its
/// weight or for the highest priority that was not drawn, whichever is more, and in expectation what
/// the drawn rows stand for is the whole.
package final class RowSampler {
  private let count: Int
  private let seed: [UInt8]
  /// The rows of the highest priorities, the highest first, and one more.
  private var best: [Candidate] = []
  private(set) var rows = 0
  private(set) var unmeasured = 0
  private var sum = ExactSum()

  private struct Candidate {
    let priority: Rational
    let weight: Decimal
    let measure: Decimal
    let standing: RowSample.Standing
    let row: Witness
  }

  /// Draws so many rows.
  package init(count: Int, seed: [UInt8]) {
    self.count = count
    self.seed = seed
  }

  /// Takes a row; nil where its measure is not known.
  package func take(
    _ measure: Decimal?, _ standing: RowSample.Standing, _ witness: () -> Witness?
  ) throws(ExactError) {
    guard let measure else {
      unmeasured += 1
      return
    }
    rows += 1
    let weight = measure.signum < 0 ? try Decimal.zero.subtracting(measure) : measure
    try sum.add(weight)
    guard weight.signum > 0, let row = witness() else { return }
    let priority = try Rational(weight).divided(
      by: Rational(Int128(luck(of: row)) + 1, Self.lucks))
    if best.count > count, let last = best.last, priority <= last.priority { return }
    let place = best.firstIndex { $0.priority < priority } ?? best.endIndex
    best.insert(
      Candidate(priority: priority, weight: weight, measure: measure, standing: standing, row: row),
      at: place)
    if best.count > count + 1 { best.removeLast() }
  }

  private static let lucks: Int128 = 1 << 48

  /// The number of a row, below that.
  private func luck(of row: Witness) -> UInt64 {
    let place = Array("\(row.file)\u{0}\(row.line)".utf8)
    return SHA256.hash(data: seed + place).prefix(8).reduce(0) { $0 << 8 | UInt64($1) } >> 16
  }

  /// The rows that were drawn.
  package func sample(of commitment: String, currency: String?) -> RowSample {
    let threshold = best.count > count ? best[count].priority : .zero
    let items = best.prefix(count).map { item in
      let own = Rational(item.weight)
      return RowSample.Item(
        row: item.row, measure: item.measure, standing: item.standing,
        isCertain: own >= threshold, standsFor: max(own, threshold))
    }
    return RowSample(
      commitment: commitment,
      items: items.sorted { ($0.row.file, $0.row.line) < ($1.row.file, $1.row.line) },
      rows: rows, total: sum.total, unmeasured: unmeasured, currency: currency)
  }
}
