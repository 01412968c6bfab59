import Exact
import HoldfastExpressions
import HoldfastModel

/// Where the rows of an award count for a commitment.
struct AwardPlace: Hashable {
  /// The day that they are counted on.
  let day: CivilDate
  /// Whether each year of the award is held against a year by itself.
  let isYearly: Bool
}

/// Finds where awards count: at the end of each commitment's period, whenever they will be paid.
struct AwardPlaces {
  private let request: RunRequest

  init(_ request: RunRequest) { self.request = request }

  /// Whether the period of a commitment has begun.
  func hasBegun(_ commitment: CheckedCommitment) -> Bool {
    let period = period(commitment.commitment.period)
    return period.from.map { $0 <= request.asOf } ?? true
  }

  /// The places of all that is counted for a commitment, by name.
  func places(of commitment: CheckedCommitment) -> [String: AwardPlace] {
    var result: [String: AwardPlace] = [:]
    let rule = commitment.commitment.period
    add(commitment, day: day(rule), isYearly: isYearly(rule), isBaseline: false, to: &result)
    return result
  }

  private func add(
    _ commitment: CheckedCommitment, day: CivilDate, isYearly: Bool, isBaseline: Bool,
    to places: inout [String: AwardPlace]
  ) {
    let rule = commitment.commitment.period
    var (day, isYearly) = (day, isYearly)
    // An award falls into no time before that of the promise.
    if !isBaseline, !rule.isEarlier {
      (day, isYearly) = (self.day(rule), self.isYearly(rule))
    }
    if commitment.isCounting {
      let dataset = request.institution.dataset(commitment.schema.dataset)
      places[commitment.name] = AwardPlace(
        day: day, isYearly: isYearly && dataset?.periodBy != nil)
    }
    for (name, part) in commitment.components {
      add(
        part, day: day, isYearly: isYearly,
        isBaseline: isBaseline || name == Commitment.baselineName, to: &places)
    }
  }

  private func period(_ rule: PeriodRule?) -> Period {
    request.institution.calendar.period(rule, asOf: request.asOf)
  }

  private func day(_ rule: PeriodRule?) -> CivilDate { min(period(rule).to, request.asOf) }

  private func isYearly(_ rule: PeriodRule?) -> Bool {
    switch rule {
    case nil: return false
    case .dates(let from, let to): return to < (from.adding(months: 12) ?? to)
    default: return true
    }
  }
}

extension PeriodRule? {
  /// Whether it is the time before that of the promise.
  fileprivate var isEarlier: Bool {
    if case .yearBefore = self { true } else { false }
  }
}
