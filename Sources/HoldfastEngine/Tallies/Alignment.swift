import Exact
import HoldfastModel

/// Puts rows that were added up for another day into the buckets of a run.
///
/// Buckets are cut behind the day of a run, so those of another day begin elsewhere. No bucket may
/// hold rows of both sides of the day; then all its rows belong where its first row does.
struct Alignment {
  private let calendar: FiscalCalendar
  private let asOf: CivilDate

  init(_ calendar: FiscalCalendar, asOf: CivilDate) {
    (self.calendar, self.asOf) = (calendar, asOf)
  }

  /// Moves the rows of a tally, whose aggregates are those of a plan.
  func align(_ tally: inout DatasetTally, _ aggregates: [AggregatePlan]) {
    let known = tally.dated
    guard !known.isEmpty else { return }
    let starts = known.keys.sorted()
    let first = { (start: CivilDate) -> CivilDate in
      // The bucket of the dataset that one of an aggregate lies in.
      let month = starts.last { $0 <= start }.flatMap { known[$0] }
      return month.map { max(start, $0.span.lowerBound) } ?? start
    }
    for (index, aggregate) in aggregates.enumerated() {
      var buckets = Buckets(calendar, aggregate.cuts, asOf: asOf)
      let place = { (bucket: Tally.Bucket) -> Tally.Bucket in
        guard case .starting(let day) = bucket else { return bucket }
        return .starting(buckets.start(of: first(day)))
      }
      tally.aggregates[index].move(place)
    }
    var months = Buckets(calendar, BucketCuts(), asOf: asOf)
    var dated: [CivilDate: DatedRows] = [:]
    for (start, rows) in known {
      dated.merge([months.start(of: first(start)): rows]) { $0.merged(with: $1) }
    }
    tally.dated = dated
  }
}

extension AggregateTally {
  /// Puts the rows of each bucket into another.
  fileprivate mutating func move(_ place: (Tally.Bucket) -> Tally.Bucket) {
    tally = tally.moving(place)
    variants = variants.map { $0.moving(place) }
  }
}

extension Tally {
  /// The same rows in other buckets.
  fileprivate func moving(_ place: (Bucket) -> Bucket) -> Tally {
    var result = Tally()
    for (key, slice) in slices {
      let moved = Key(bucket: place(key.bucket), group: key.group)
      var part = Tally()
      part.slices[moved] = slice
      result.absorb(part)
    }
    for (bucket, some) in failures {
      result.failures[place(bucket), default: Failures()].merge(some)
    }
    return result
  }
}
