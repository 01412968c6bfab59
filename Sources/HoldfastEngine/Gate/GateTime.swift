import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel

/// What awards are added to where it is not the period of each commitment.
extension RunRequest {
  /// Judges one stretch of time in place of others.
  mutating func take(_ period: PeriodRule, for others: Set<PeriodRule>) {
    for pack in packs.indices {
      for place in packs[pack].commitments.indices {
        packs[pack].commitments[place].take(period, for: others)
      }
    }
    checked = nil
  }

  /// Judges the running years to their ends, as if these had come: what is dated until then counts.
  mutating func takeForecast() {
    let today = asOf
    let rules = packs.flatMap(\.commitments).compactMap(\.period)
    var ends = [institution.calendar.yearEnd(of: today)]
    if rules.contains(.calendarYear) {
      ends.append(FiscalCalendar(month: 1, day: 1).yearEnd(of: today))
    }
    asOf = ends.max() ?? today
    // An exception that is yet to begin holds for no award of today.
    waivers = waivers?.holding(on: today)
    take(.fiscalYear, for: [.fiscalYearToDate])
    let year = institution.calendar.period(.last12Months, asOf: today)
    if let from = year.from { take(.dates(from: from, to: year.to), for: [.last12Months]) }
  }
}

extension Commitment {
  /// Takes one stretch of time in place of others, with its parts, each of which has its own.
  fileprivate mutating func take(_ period: PeriodRule, for others: Set<PeriodRule>) {
    self.period = self.period.map { $0.taking(period, for: others) }
    for name in parts.keys { parts[name]?.take(period, for: others) }
  }
}

extension PeriodRule {
  /// The rule, or the one in its place; a year before others is a year before what is in theirs.
  fileprivate func taking(_ period: PeriodRule, for others: Set<PeriodRule>) -> PeriodRule {
    if case .yearBefore(let own) = self { return .yearBefore(own.taking(period, for: others)) }
    return others.contains(self) ? period : self
  }
}

extension GateBase {
  /// The base, where any of the data speaks of days to come; it says which does not.
  ///
  /// - Throws: where none does: what has happened so far would look like a whole year.
  func foreseeing(after today: CivilDate) throws(DiagnosticList) -> GateBase {
    let asked = Set(plan.commitments.flatMap { counted(for: $0).map(\.schema.dataset) })
    let dated = readings.filter { name, reading in
      asked.contains(name) && reading.plan.dataset.periodBy != nil
    }
    let silent = dated.filter { _, reading in
      !reading.tally.dated.values.contains {
        $0.span.upperBound > today && $0.span.lowerBound <= request.asOf
      }
    }.keys.sorted()
    guard silent.count < dated.count else {
      throw DiagnosticList([GateMessage.nothingToCome(silent, after: today)])
    }
    return warned(silent.map { GateMessage.endsToday($0, today) })
  }
}
