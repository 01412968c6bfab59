import CEL
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Which rows a commitment cannot judge, and for want of which columns.
struct UnknownQuestion {
  /// A row that cannot be judged.
  struct Open {
    /// The names of the columns that it lacks.
    let slots: Set<String>
    /// The size of its measure; nil where rows are counted, or nobody knows it.
    let amount: Decimal?
  }

  /// The commitment's name.
  let name: String
  private let commitment: CheckedCommitment
  private let form: Measurement.Form
  private let date: Int?
  private let period: Period

  init(_ judge: Judge, _ dataset: Dataset, _ request: RunRequest) {
    commitment = judge.commitment
    name = commitment.name
    date = dataset.place(of: dataset.periodBy)
    period = request.institution.calendar.period(
      commitment.commitment.period, asOf: request.asOf)
    // How a value comes about does not depend on the rows.
    let context = CheckerContext(
      commitment.commitment, missing: commitment.commitment.missing, direction: nil,
      measureUnit: .number)
    let checker = Checkers.counting(commitment.commitment.check.value)
    form = (try? checker?.conclude(Slice(), context).form) ?? .quotient
  }

  /// Whether what it adds up is money.
  var isMoney: Bool { commitment.currency != nil }

  /// What keeps a row from being judged; nil where nothing does, or the row lies outside the
  /// period.
  func open(_ outcome: RowOutcome, _ row: RowView, _ bucket: Tally.Bucket) -> Open? {
    guard case .counted(let membership, let condition, let amount) = outcome.fate,
      isTimely(row)
    else { return nil }
    let isPossible =
      membership == .possible || bucket == .dateUnknown || outcome.group == nil
    if form.isSettled(condition) { return nil }
    let isUndecided = condition == .unknown && commitment.commitment.missing == .unknown
    var slots = Set(outcome.unknown)
    var size: Decimal?
    var lacksMeasure = false
    switch amount {
    case .exact(let value): size = value.signum < 0 ? try? value.negated() : value
    case .within: lacksMeasure = true
    case .unknown:
      lacksMeasure = true
      if case .unknown(let cause)? = commitment.measure?.program.evaluate(row) {
        slots.formUnion(cause.attributes)
      }
    }
    var lacksKey = false
    if let key = commitment.key, case .unknown(let cause) = key.program.evaluate(row) {
      lacksKey = true
      slots.formUnion(cause.attributes)
    }
    guard isPossible || isUndecided || lacksMeasure || lacksKey else { return nil }
    return Open(
      slots: slots.filter { !$0.hasPrefix("params.") },
      amount: commitment.measure == nil ? nil : size)
  }

  /// Whether a row may count in the period, going by its date.
  private func isTimely(_ row: RowView) -> Bool {
    guard let date, let day = row.cells[date].date else { return true }
    return period.contains(day)
  }
}
