import Exact
import HoldfastCheckers
import HoldfastEngine
import HoldfastModel
import Testing

/// A row of a small table: what is known of it, and what it measures.
private struct TestRow {
  var among: Bool?
  var condition: Bool?
  var measure: Int

  var place: RowClass {
    RowClass(
      among == true ? .certain : .possible,
      condition == true ? .holds : condition == false ? .fails : .unknown,
      .init(Decimal(measure)))
  }

  /// Every way that the row may turn out.
  var ways: [TestRow] {
    (among.map { [$0] } ?? [true, false]).flatMap { among in
      (condition.map { [$0] } ?? [true, false]).map {
        TestRow(among: among, condition: $0, measure: measure)
      }
    }
  }

  var isOpen: Bool { among == nil || condition == nil }
}

/// Numbers that are the same in each run.
struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The slice of a table, its open rows shown one by one.
private func slice(_ rows: [TestRow]) throws -> Slice {
  var result = Slice()
  for (index, row) in rows.enumerated() where row.among != false {
    let measure = Decimal(row.measure)
    try result.sums[row.place.index].add(measure)
    guard row.isOpen else { continue }
    result.values[row.place.index][measure, default: 0] += 1
    result.witnesses[row.place.index, default: Witnesses(limit: 20)].add(
      Witness(
        key: "\(index)", digest: "", shown: [], measure: measure, file: "t", line: index,
        unknown: []))
  }
  return result
}

@Suite("What would settle a verdict")
struct SettlerTests {
  private let context = CheckerContext(
    Commitment(
      id: "X", title: "", check: Located("share", at: ExpressionText("").span),
      dataset: Located("rows", at: ExpressionText("").span), span: ExpressionText("").span),
    missing: .unknown, direction: .high, measureUnit: .number)

  private func verdict(_ rows: [TestRow], _ checker: any RowChecker, _ line: TargetLine) throws
    -> Verdict?
  {
    try checker.conclude(slice(rows), context).bounds.map { line.verdict(of: $0) }
  }

  /// The smallest number of open rows that, known to be something, make the verdict certain.
  private func fewest(
    _ rows: [TestRow], _ checker: any RowChecker, _ line: TargetLine, _ wanted: Verdict
  ) throws -> Int? {
    let open = rows.indices.filter { rows[$0].isOpen && rows[$0].among != false }
    var best: Int?
    for mask in 0..<(1 << open.count) {
      let chosen = open.indices.filter { mask & (1 << $0) != 0 }.map { open[$0] }
      if let best, chosen.count >= best { continue }
      var tables = [rows]
      for index in chosen {
        tables = tables.flatMap { table in
          rows[index].ways.map { way in
            var copy = table
            copy[index] = way
            return copy
          }
        }
      }
      if try tables.contains(where: { try verdict($0, checker, line) == wanted }) {
        best = chosen.count
      }
    }
    return best
  }

  @Test(
    arguments: ["share", "total", "mean"], [Target.Comparison.atLeast, .above, .atMost, .below])
  func isTheFewestRows(_ keyword: String, _ comparison: Target.Comparison) throws {
    let checker = try #require(Checkers.counting(keyword))
    var random = Random(state: 41)
    var settled = 0
    let answers: [Bool?] = [true, true, false, nil]
    for _ in 0..<150 {
      let rows =
        (0..<Int.random(in: 2...5, using: &random)).map { _ in
          TestRow(
            among: answers.randomElement(using: &random) ?? nil,
            condition: answers.randomElement(using: &random) ?? nil,
            measure: Int.random(in: -3...9, using: &random))
        } + [
          TestRow(among: true, condition: true, measure: 12),
          TestRow(among: true, condition: false, measure: 14),
        ]
      let value =
        keyword == "share" ? try Rational(2, 5) : Rational(Int.random(in: 6...16, using: &random))
      let line = TargetLine(comparison, [value], text: "")
      let measured = try checker.conclude(slice(rows), context)
      guard let bounds = measured.bounds, line.verdict(of: bounds) == .indeterminate else {
        continue
      }
      let settler = Settler(measurement: measured, line: line)
      for pass in [true, false] {
        let found = try settler.settlement(pass: pass)
        let brute = try fewest(rows, checker, line, pass ? .pass : .fail)
        #expect(found?.rows.count == brute, "\(rows) \(comparison) \(value) pass: \(pass)")
        if let bound = found?.bound {
          settled += 1
          #expect(line.contains(bound) == pass)
        }
      }
    }
    #expect(settled > 20)
  }

  @Test(arguments: ["share", "total"], [Target.Comparison.atLeast, .above, .atMost, .below])
  func distancesReachTheLineAndNoFurther(_ keyword: String, _ comparison: Target.Comparison) throws
  {
    let checker = try #require(Checkers.counting(keyword))
    var random = Random(state: 5)
    for _ in 0..<300 {
      let rows = (0..<6).map { _ in
        TestRow(
          among: true, condition: [true, false, nil].randomElement(using: &random) ?? nil,
          measure: Int.random(in: 1...50, using: &random))
      }
      let value = keyword == "share" ? try Rational(1, 3) : Rational(60)
      let line = TargetLine(comparison, [value], text: "")
      let measured = try checker.conclude(slice(rows), context)
      let settler = Settler(measurement: measured, line: line)
      let isFloor = comparison == .atLeast || comparison == .above
      switch try verdict(rows, checker, line) {
      case .pass?:
        guard let room = try settler.headroom(), let most = Int(room.description) else { continue }
        let further = { TestRow(among: true, condition: !isFloor, measure: $0) }
        #expect(try verdict(rows + [further(most)], checker, line) == .pass, "\(rows)")
        #expect(try verdict(rows + [further(most + 1)], checker, line) != .pass, "\(rows)")
      case .fail? where isFloor:
        guard let gap = try settler.shortfall(), let least = Int(gap.description) else { continue }
        let further = { TestRow(among: true, condition: true, measure: $0) }
        #expect(try verdict(rows + [further(least)], checker, line) == .pass, "\(rows)")
        #expect(try verdict(rows + [further(least - 1)], checker, line) != .pass, "\(rows)")
      default: continue
      }
    }
  }
}
