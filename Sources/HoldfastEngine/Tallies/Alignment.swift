import Exact
import HoldfastModel

/// Puts rows that were added up for another day into the buckets of a run.
///
/// Buckets are cut behind the day of a run, so those of another day begin elsewhere. No bucket may
/// hold rows of both sides of the day; then all its rows belong where its first row does.
struct Alignment {
  private let calendar: FiscalCalendar
  private let asOf: CivilDate
  private let dated: [CivilDate: DatedRows]
  private let starts: [CivilDate]

  /// For rows that stand in some buckets, and the day of a run.
  init(_ calendar: FiscalCalendar, asOf: CivilDate, _ dated: [CivilDate: DatedRows]) {
    self.calendar = calendar
    self.asOf = asOf
    self.dated = dated
    starts = dated.keys.sorted()
  }

  /// The rows in the buckets that every dataset has.
  var months: [CivilDate: DatedRows] {
    var buckets = Buckets(calendar, BucketCuts(), asOf: asOf)
    var result: [CivilDate: DatedRows] = [:]
    for (start, rows) in dated {
      result.merge([buckets.start(of: first(start)): rows]) { $0.merged(with: $1) }
    }
    return result
  }

  /// What puts the buckets of an aggregate in place.
  fileprivate func place(_ cuts: BucketCuts) -> (Tally.Bucket) -> Tally.Bucket {
    var buckets = Buckets(calendar, cuts, asOf: asOf)
    return { bucket in
      guard case .starting(let day) = bucket else { return bucket }
      return .starting(buckets.start(of: first(day)))
    }
  }

  /// A day from which on a bucket's rows are, on their side of the day of the run.
  private func first(_ start: CivilDate) -> CivilDate {
    let month = starts.last { $0 <= start }.flatMap { dated[$0] }
    return month.map { max(start, $0.span.lowerBound) } ?? start
  }
}

extension AggregateTally {
  /// Puts the rows of each bucket into that of a run.
  mutating func move(by alignment: Alignment, to cuts: BucketCuts) {
    let place = alignment.place(cuts)
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
