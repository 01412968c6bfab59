import CEL
import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Adds the rows of one commitment up, and those of its variants. It keeps no numbers itself: they
/// go into the tally of the file at hand.
///
/// A class, as its variants are, so that no row costs a copy.
final class Tallier {
  /// A commitment with one choice made otherwise.
  final class Variant {
    /// The choice, as `Choice.what` names it.
    let choice: String
    let judge: Judge
    /// The slot whose declared blank is taken for unknown.
    let openBlank: Int?

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

  /// The same without choices made otherwise.
  var plain: Tallier {
    Tallier(judge: judge, aggregates: aggregates, dateColumns: dateColumns, variants: [])
  }

  /// How many rows are to be shown.
  var limits: RowLimits { shownLimits }

  /// Adds rows of one class, of which none is shown; false where a sum leaves 128 bits.
  func add(
    _ rows: Int, sum: ManyTerms?, of outcome: RowOutcome, _ judge: Judge, in bucket: Tally.Bucket,
    to tally: inout Tally
  ) -> Bool {
    var outcome = outcome
    if bucket == .dateUnknown { outcome.unknown += dateColumns }
    // Whoever reads row by row says at which row there are too many.
    guard tally.overflow(for: outcome, bucket) == nil else { return false }
    let key = Tally.Key(bucket: bucket, group: outcome.group)
    do throws(ExactError) {
      switch outcome.fate {
      case .passedBy, .failed: break
      case .leftOut(let reason, let measure):
        let total = judge.isMeasuring ? measure.flatMap { _ in sum } : .ones(rows)
        try tally.slices[key, default: Slice()].leftOut[reason, default: RowSum()]
          .add(rows, total)
      case .counted(let membership, let condition, let amount):
        guard case .exact(let value) = amount else { return false }
        let isMeasured = condition != .fails || judge.needsAllMeasures
        let total = isMeasured ? judge.isMeasuring ? sum : .ones(rows) : .zero
        let place = RowClass(membership, condition, RowClass.Sign(value))
        try tally.slices[key, default: Slice()].add(rows, total ?? .zero, at: place, outcome)
      }
      return true
    } catch {
      return false
    }
  }

  /// Shows a row that stands in the sums of its class already.
  func show(
    _ outcome: RowOutcome, _ judge: Judge, measure: Decimal?, in bucket: Tally.Bucket,
    to tally: inout Tally, _ witness: (Decimal?, [String]) -> Witness?
  ) {
    var outcome = outcome
    if bucket == .dateUnknown { outcome.unknown += dateColumns }
    guard case .counted(let membership, let condition, _) = outcome.fate, let measure else {
      return
    }
    let isMeasured = condition != .fails || judge.needsAllMeasures
    let weight = isMeasured ? measure : .zero
    let place = RowClass(membership, condition, RowClass.Sign(weight))
    tally.slices[Tally.Key(bucket: bucket, group: outcome.group), default: Slice()]
      .show(place, weight, outcome, isDated: bucket != .dateUnknown, shownLimits, witness)
  }

  /// Takes a row, and says what it came to.
  @discardableResult func add(
    _ row: RowView, bucket: Tally.Bucket, at place: Diagnostic.Place,
    to tallies: inout AggregateTally, _ witness: (Decimal?, [String]) -> Witness?
  ) -> RowOutcome {
    var outcome = judge.outcome(row)
    if bucket == .dateUnknown { outcome.unknown += dateColumns }
    if case .failed(let error, let role) = outcome.fate {
      tallies.tally.fail(role, error.discreetMessage, in: bucket, at: place)
      return outcome
    }
    if let problem = tallies.tally.overflow(for: outcome, bucket) {
      tallies.tally.fail("per", problem.message, in: bucket, at: place, help: problem.help)
      return outcome
    }
    guard Self.apply(outcome, bucket, &tallies.tally, shownLimits, witness) else {
      tallies.tally.fail(
        "measure", "the number is too large to be added up exactly", in: bucket, at: place,
        help: "check the amount")
      return outcome
    }
    for (index, variant) in variants.enumerated() {
      var other = outcome
      // A blank that means something else can only matter on rows where it stands.
      if variant.openBlank.map(row.isDeclaredBlank) ?? true {
        row.openBlank = variant.openBlank
        other = variant.judge.outcome(row)
        row.openBlank = nil
      }
      _ = Self.apply(other, bucket, &tallies.variants[index], hiddenLimits) { _, _ in nil }
    }
    return outcome
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
          let isKept = try tally.slices[key, default: Slice()]
            .add(place, measure, outcome, isDated: bucket != .dateUnknown, limits, witness)
          if isKept { tally.valueCount += 1 }
        }
      }
      return true
    } catch {
      return false
    }
  }
}
