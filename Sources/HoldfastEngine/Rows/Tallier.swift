import CEL
import Crypto
import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Adds the rows of one commitment up, and those of its variants.
///
/// A class, so that its tallies have one owner and are changed in place, row after row.
final class Tallier {
  /// A commitment with one choice made otherwise.
  final class Variant {
    /// The choice, as `Choice.what` names it.
    let choice: String
    let judge: Judge
    /// The slot whose declared blank is taken for unknown.
    let openBlank: Int?
    var tally = Tally()

    init(choice: String, judge: Judge, openBlank: Int?) {
      self.choice = choice
      self.judge = judge
      self.openBlank = openBlank
    }
  }

  let judge: Judge
  let aggregates: Set<Aggregate>
  /// The columns that say when rows hold.
  private let dateColumns: [String]
  private(set) var tally = Tally()
  let variants: [Variant]
  private let shownLimits: RowLimits
  private let hiddenLimits: RowLimits

  init(
    judge: Judge, aggregates: Set<Aggregate>, dateColumns: [String], variants: [Variant]
  ) {
    self.dateColumns = dateColumns
    self.judge = judge
    self.aggregates = aggregates
    self.variants = variants
    shownLimits = RowLimits(aggregates, isShown: true)
    hiddenLimits = RowLimits(aggregates, isShown: false)
  }

  /// Takes a row, and says what it came to.
  @discardableResult func add(
    _ row: RowView, bucket: Tally.Bucket, at place: Diagnostic.Place,
    _ witness: (Decimal?, [String]) -> Witness?
  ) -> RowOutcome {
    var outcome = judge.outcome(row)
    if bucket == .dateUnknown { outcome.unknown += dateColumns }
    if case .failed(let error, let role) = outcome.fate {
      fail(role, error.discreetMessage, in: bucket, at: place)
      return outcome
    }
    guard Self.apply(outcome, bucket, &tally, shownLimits, witness) else {
      fail(
        "measure", "the number is too large to be added up exactly", in: bucket, at: place,
        help: "check the amount")
      return outcome
    }
    for variant in variants {
      var other = outcome
      // A blank that means something else can only matter on rows where it stands.
      if variant.openBlank.map(row.isDeclaredBlank) ?? true {
        row.openBlank = variant.openBlank
        other = variant.judge.outcome(row)
        row.openBlank = nil
      }
      _ = Self.apply(other, bucket, &variant.tally, hiddenLimits) { _, _ in nil }
    }
    return outcome
  }

  /// Notes that a row could not be evaluated.
  func fail(
    _ role: String, _ message: String, in bucket: Tally.Bucket, at place: Diagnostic.Place,
    help: String = "correct the cells that the expression reads, or the expression"
  ) {
    tally.failures[bucket, default: Failures()].add(
      Diagnostic(.error, "'\(role)' cannot be evaluated: \(message)", at: place, help: help))
  }

  /// Adds what became of a row; false where a sum leaves 128 bits.
  private static func apply(
    _ outcome: RowOutcome, _ bucket: Tally.Bucket, _ tally: inout Tally, _ limits: RowLimits,
    _ witness: (Decimal?, [String]) -> Witness?
  ) -> Bool {
    let key = Tally.Key(bucket: bucket, group: outcome.group)
    do throws(ExactError) {
      switch outcome.fate {
      case .passedBy, .failed: break
      case .leftOut(let reason, let measure):
        try tally.slices[key, default: Slice()].leftOut[reason, default: RowSum()].add(measure)
      case .counted(let membership, let condition, let amount):
        var place = RowClass(membership, condition, .zero)
        var measure: Decimal?
        if case .exact(let value) = amount {
          measure = value
          place.sign = RowClass.Sign(value)
        }
        if case .within(let range) = amount {
          try tally.slices[key, default: Slice()].add(place, range, outcome)
        } else {
          try tally.slices[key, default: Slice()]
            .add(place, measure, outcome, isDated: bucket != .dateUnknown, limits, witness)
        }
      }
      return true
    } catch {
      return false
    }
  }
}

/// How many rows of each kind are shown, and whether their measures are counted one by one.
private struct RowLimits {
  var uncertain = 0
  var failing = 0
  let keepsValues: Bool

  init(_ aggregates: Set<Aggregate>, isShown: Bool) {
    keepsValues = aggregates.contains(.uncertainValues)
    guard isShown else { return }
    for aggregate in aggregates {
      switch aggregate {
      case .uncertainRows(let limit): uncertain = limit
      case .failingRows(let limit): failing = limit
      case .sums, .uncertainValues: break
      }
    }
  }
}

extension Slice {
  /// Adds a row whose measure lies between two numbers.
  fileprivate mutating func add(
    _ place: RowClass, _ range: ClosedRange<Decimal>, _ outcome: RowOutcome
  ) throws(ExactError) {
    for name in outcome.unmatched { try unmatched[name, default: RowSum()].add(nil) }
    for name in Set(outcome.unknown) {
      unknownColumns[place.index, default: [:]][name, default: 0] += 1
    }
    try ranges[place.index, default: RangeSum()].add(range)
  }

  /// Adds a row that counts or may count.
  fileprivate mutating func add(
    _ place: RowClass, _ measure: Decimal?, _ outcome: RowOutcome, isDated: Bool,
    _ limits: RowLimits, _ witness: (Decimal?, [String]) -> Witness?
  ) throws(ExactError) {
    for name in outcome.unmatched { try unmatched[name, default: RowSum()].add(measure) }
    for name in Set(outcome.unknown) {
      unknownColumns[place.index, default: [:]][name, default: 0] += 1
    }
    guard let measure else {
      unmeasured[place.index, default: 0] += 1
      if limits.uncertain > 0, let row = witness(nil, outcome.unknown) {
        unmeasuredRows[place.index, default: Witnesses(limit: limits.uncertain)].add(row)
      }
      return
    }
    try sums[place.index].add(measure)
    let isOpen = place.isUncertain || outcome.group == nil || !isDated
    if isOpen, limits.keepsValues { values[place.index][measure, default: 0] += 1 }
    let limit = isOpen ? limits.uncertain : place.condition == .fails ? limits.failing : 0
    if limit > 0, let row = witness(measure, outcome.unknown) {
      witnesses[place.index, default: Witnesses(limit: limit)].add(row)
    }
  }
}
