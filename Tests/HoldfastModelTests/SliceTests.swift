import Exact
import HoldfastModel
import Testing

@Suite struct SliceTests {
  private let year = Period(from: day("2024-04-01"), to: day("2025-03-31"))

  /// One row of 1 in April for Estates, 10 in May for Catering, 100 in the next year for Estates,
  /// 1,000 without date for Estates, 10,000 in May without group.
  private func tally() throws -> Tally {
    let rows: [(Tally.Bucket, String?, Int)] = [
      (.starting(day("2024-04-01")), "Estates", 1), (.starting(day("2024-05-01")), "Catering", 10),
      (.starting(day("2025-04-01")), "Estates", 100), (.dateUnknown, "Estates", 1_000),
      (.starting(day("2024-05-01")), nil, 10_000),
    ]
    return try HoldfastModelTests.tally(
      rows.enumerated().map { number, row in
        TallyRow(
          bucket: row.0, group: row.1, place: RowClass(.certain, .holds, .positive),
          measure: Decimal(row.2), number: number)
      })
  }

  private func sum(_ slice: Slice, _ membership: RowClass.Membership) throws -> Decimal {
    try slice.total { $0.membership == membership }.total
  }

  @Test(arguments: [
    ("Estates", 1, 11_000), ("Catering", 10, 10_000), ("Transport", 0, 10_000),
  ])
  func rowsOfUnknownDateOrGroupMayBelongToEach(
    _ group: String, _ certain: Int, _ possible: Int
  ) throws {
    let slice = try tally().slice(of: year, group: group)
    #expect(try sum(slice, .certain) == Decimal(certain))
    #expect(try sum(slice, .possible) == Decimal(possible))
  }

  @Test func withoutPeriodEveryKnownDateCounts() throws {
    let slice = try tally().slice(of: nil, group: "Estates")
    let (certain, possible) = (try sum(slice, .certain), try sum(slice, .possible))
    #expect(try certain.adding(possible) == Decimal(11_101))
    #expect(certain < Decimal(1_101), "a row without a date may lie after the as-of date")
  }

  @Test func rowsWithoutDatesCountInEveryPeriod() throws {
    let row = TallyRow(
      bucket: .undated, group: "", place: RowClass(.certain, .fails, .positive),
      measure: Decimal(5), number: 0)
    let slice = try HoldfastModelTests.tally([row]).slice(of: year, group: "")
    #expect(try sum(slice, .certain) == Decimal(5))
  }

  /// Whatever a row is, it is taken into account once for each period and group, never twice.
  @Test(arguments: 0..<10) func everyRowIsTakenOnce(_ seed: UInt64) throws {
    var dice = Dice(seed)
    let rows = TallyRow.random(count: 50, &dice)
    let slice = try HoldfastModelTests.tally(rows).slice(of: year, group: "Estates")
    let wanted = rows.filter { row in
      !row.isLater && row.leaveOut == nil && row.group != "Catering"
        && row.bucket != .starting(day("2025-04-01"))
    }
    #expect(try slice.total { _ in true }.rows == wanted.count)
    #expect(slice.unmeasured { _ in true }.count == wanted.count { $0.measure == nil })
    let certain = wanted.filter {
      $0.group != nil && $0.bucket != .dateUnknown && $0.place.membership == .certain
    }
    #expect(try slice.total { $0.membership == .certain }.rows == certain.count)
  }

  @Test(arguments: 0..<10) func demotingMovesEveryRowToThePossible(_ seed: UInt64) throws {
    var dice = Dice(seed)
    var slice = Slice()
    for row in TallyRow.random(count: 40, &dice) { try slice.add(row) }
    let demoted = try slice.demoted()
    #expect(try demoted.total { $0.membership == .certain } == RowSum())
    for condition in RowClass.Condition.allCases {
      #expect(
        try demoted.total { $0.condition == condition }
          == slice.total { $0.condition == condition })
    }
    #expect(demoted.unmeasured { _ in true }.count == slice.unmeasured { _ in true }.count)
    #expect(demoted.leftOut == slice.leftOut && demoted.unmatched == slice.unmatched)
    let columns = { (slice: Slice) in
      slice.unknownColumns.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }
    #expect(columns(demoted) == columns(slice))
    #expect(demoted.unknownColumns.keys.allSatisfy { RowClass.all[$0].membership == .possible })
    #expect(try demoted.demoted() == demoted)
  }

  @Test func movingDropsWhatHasNoPlace() throws {
    var dice = Dice(3)
    var slice = Slice()
    for row in TallyRow.random(count: 40, &dice) { try slice.add(row) }
    let kept = try slice.moving { $0.condition == .unknown ? nil : $0 }
    #expect(try kept.total { $0.condition == .unknown } == RowSum())
    #expect(
      try kept.total { _ in true } == slice.total { $0.condition != .unknown })
    #expect(try slice.moving { $0 } == slice)
  }

  @Test func classesAreNumberedWithoutGaps() {
    #expect(RowClass.all.map(\.index) == Array(0..<18))
    #expect(RowClass.all.count { $0.isUncertain } == 12)
  }
}
