import Exact
import HoldfastCheckers
import HoldfastModel
import Testing

/// A row of a small table, as the checkers' classes see it.
private struct TestRow {
  var among: Bool?
  var condition: Bool?
  var measure: Int
}

/// A generator with a fixed seed, so that a failure can be seen again.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func table(_ random: inout Random) -> [TestRow] {
  let answers: [Bool?] = [true, true, true, false, false, nil, nil]
  return (0..<Int.random(in: 0...7, using: &random)).map { _ in
    TestRow(
      among: answers.randomElement(using: &random) ?? nil,
      condition: answers.randomElement(using: &random) ?? nil,
      measure: Int.random(in: -6...12, using: &random))
  }
}

private func slice(_ rows: [TestRow]) throws -> Slice {
  var result = Slice()
  for row in rows where row.among != false {
    let measure = Decimal(row.measure)
    let place = RowClass(
      row.among == true ? .certain : .possible,
      row.condition == true ? .holds : row.condition == false ? .fails : .unknown, .init(measure))
    try result.sums[place.index].add(measure)
    if place.isUncertain { result.values[place.index][measure, default: 0] += 1 }
  }
  return result
}

/// Every table without unknowns that the rows may stand for.
private func assignments(_ rows: [TestRow]) -> [[TestRow]] {
  guard let first = rows.first else { return [[]] }
  let rest = assignments(Array(rows.dropFirst()))
  let heads = (first.among.map { [$0] } ?? [true, false]).flatMap { among in
    (first.condition.map { [$0] } ?? [true, false]).map {
      TestRow(among: among, condition: $0, measure: first.measure)
    }
  }
  return heads.flatMap { head in rest.map { [head] + $0 } }
}

/// The value of a table without unknowns; nil where there is nothing to divide by.
private func value(_ rows: [TestRow], _ keyword: String) throws -> Rational? {
  let counted = rows.filter { $0.among == true }
  let selected = counted.filter { $0.condition == true }
  let sum = selected.reduce(0) { $0 + $1.measure }
  let all = counted.reduce(0) { $0 + $1.measure }
  switch keyword {
  case "share": return all > 0 ? try Rational(Int128(sum), Int128(all)) : nil
  case "total": return Rational(sum)
  case "mean": return selected.isEmpty ? nil : try Rational(Int128(sum), Int128(selected.count))
  case "count": return Rational(selected.count)
  default: return Rational(counted.count { $0.condition == false })
  }
}

@Suite("Bounds contain the truth and are attained")
struct BoundsTests {
  /// Counting checkers see a measure of one a row, as the engine gives them.
  private func prepared(_ rows: [TestRow], _ keyword: String) -> [TestRow] {
    guard keyword == "count" || keyword == "every" else { return rows }
    return rows.map { TestRow(among: $0.among, condition: $0.condition, measure: 1) }
  }

  @Test(arguments: ["share", "total", "count", "every", "mean"])
  func equalBruteForce(_ keyword: String) throws {
    let checker = try #require(Checkers.counting(keyword))
    var random = Random(state: 2026)
    var bounded = 0
    for _ in 0..<2540 {
      let rows = prepared(table(&random), keyword)
      let context = CheckerContext(
        promise(keyword), missing: .unknown, direction: .high, measureUnit: .number)
      let measured = try checker.conclude(slice(rows), context)
      let values = try assignments(rows).map { try value($0, keyword) }
      if values.contains(where: { $0 == nil }) {
        #expect(measured.bounds == nil, "\(rows)")
      } else {
        let known = values.compactMap { $0 }
        #expect(measured.bounds?.lower == known.min(), "\(rows)")
        #expect(measured.bounds?.upper == known.max(), "\(rows)")
        bounded += 1
      }
    }
    #expect(bounded > 500)
  }

  @Test(arguments: ["share", "total", "count", "every"])
  func worstIsTheHarmfulEnd(_ keyword: String) throws {
    let checker = try #require(Checkers.counting(keyword))
    var random = Random(state: 7)
    for _ in 0..<500 {
      let rows = prepared(table(&random), keyword).map {
        TestRow(
          among: $0.among == nil ? true : $0.among, condition: $0.condition, measure: $0.measure)
      }
      for direction in [CheckerContext.Direction.high, .low] {
        let open = try checker.conclude(
          slice(rows),
          .init(promise(keyword), missing: .unknown, direction: direction, measureUnit: .number))
        let worst = try checker.conclude(
          slice(rows),
          .init(promise(keyword), missing: .worst, direction: direction, measureUnit: .number))
        guard let bounds = open.bounds else { continue }
        let harmful =
          keyword == "every" || direction == .low ? bounds.upper : bounds.lower
        #expect(worst.bounds == .init(harmful, harmful), "\(rows)")
      }
    }
  }

  @Test(arguments: ["share", "total", "count", "mean", "every"])
  func excludeLeavesUnknownRowsOut(_ keyword: String) throws {
    let checker = try #require(Checkers.counting(keyword))
    var random = Random(state: 11)
    for _ in 0..<500 {
      let rows = prepared(table(&random), keyword)
      let context = CheckerContext(
        promise(keyword), missing: .exclude, direction: .high, measureUnit: .number)
      let left = try checker.conclude(slice(rows), context)
      let without = try checker.conclude(
        slice(rows.filter { $0.condition != nil }),
        .init(promise(keyword), missing: .unknown, direction: .high, measureUnit: .number))
      #expect(left.bounds == without.bounds, "\(rows)")
      #expect(left.numerator == without.numerator)
    }
  }

  @Test func excessIsLinearInTheAssignments() throws {
    var random = Random(state: 3)
    for _ in 0..<500 {
      let rows = table(&random)
      let measured = try ShareChecker().conclude(
        slice(rows),
        .init(promise("share"), missing: .unknown, direction: .high, measureUnit: .number))
      let line = try Rational(Int128.random(in: 0...4, using: &random), 4)
      let excess = try #require(try measured.assignments?.excess(over: line))
      let tried = try assignments(rows).map { rows -> Rational in
        let counted = rows.filter { $0.among == true }
        let top = counted.filter { $0.condition == true }.reduce(0) { $0 + $1.measure }
        let bottom = counted.reduce(0) { $0 + $1.measure }
        return try Rational(top).subtracting(Rational(bottom).multiplied(by: line))
      }
      #expect(excess.least == tried.min(), "\(rows)")
      #expect(excess.most == tried.max(), "\(rows)")
    }
  }

  @Test func aRowWithoutMeasureLeavesNoBounds() throws {
    var rows = Slice()
    try rows.sums[RowClass(.certain, .holds, .positive).index].add(Decimal(5))
    rows.unmeasured[RowClass(.certain, .fails, .zero).index] = 2
    let context = CheckerContext(
      promise("share"), missing: .unknown, direction: .high, measureUnit: .number)
    let share = try ShareChecker().conclude(rows, context)
    #expect(share.bounds == nil)
    #expect(share.unbounded == .measureUnknown(rows: 2))
    let total = try TotalChecker().conclude(rows, context)
    #expect(total.bounds == .init(Rational(5), Rational(5)))
  }
}
