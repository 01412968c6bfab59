import Exact
import HoldfastModel
import Testing

@Suite struct TallyTests {
  @Test(arguments: 0..<25) func splittingRowsAnywhereGivesTheSameTally(_ seed: UInt64) throws {
    var dice = Dice(seed)
    let rows = TallyRow.random(count: 60, &dice)
    let whole = try tally(rows)
    let cut = Int.random(in: 0...rows.count, using: &dice)
    #expect(try merged(tally(rows[..<cut]), tally(rows[cut...])) == whole)
    #expect(try tally(rows.shuffled(using: &dice)) == whole)
    let parts = try rows.shuffled(using: &dice).map { try tally([$0]) }
    #expect(try parts.reduce(Tally()) { try merged($0, $1) } == whole)
  }

  @Test(arguments: 0..<25) func mergingIsAssociativeAndCommutative(_ seed: UInt64) throws {
    var dice = Dice(seed)
    let a = try tally(TallyRow.random(count: 20, &dice))
    let b = try tally(TallyRow.random(count: 20, &dice))
    let c = try tally(TallyRow.random(count: 20, &dice))
    #expect(try merged(a, merged(b, c)) == merged(merged(a, b), c))
    #expect(try merged(a, b) == merged(b, a))
    #expect(try merged(a, b) != a)
  }

  @Test func anEmptyTallyChangesNothing() throws {
    var dice = Dice(7)
    let some = try tally(TallyRow.random(count: 20, &dice))
    #expect(try merged(some, Tally()) == some)
    #expect(try merged(Tally(), some) == some)
  }

  /// A sum that leaves its range is refused however the rows are split, never wrapped.
  @Test(arguments: 0...3) func overflowDoesNotDependOnTheSplit(_ cut: Int) {
    let rows = [0, 1, 2].map { number in
      TallyRow(
        bucket: .undated, group: "", place: RowClass(.certain, .holds, .positive),
        measure: Decimal(
          coefficient: number == 0 ? ExactSum.largestTerm : 1, scale: number == 0 ? 0 : 12),
        number: number)
    }
    #expect(throws: ExactError.overflow) {
      try merged(tally(rows[..<cut]), tally(rows[cut...]))
    }
  }

  @Test func groupsComeByCodePoint() throws {
    var dice = Dice(1)
    var rows = TallyRow.random(count: 8, &dice)
    let names: [String?] = ["b", "B", "é", nil, "e\u{301}", "a", "Z", ""]
    for index in rows.indices { (rows[index].group, rows[index].isLater) = (names[index], false) }
    let scalars = try tally(rows).groups.map { $0.unicodeScalars.map(\.value) }
    #expect(scalars == [[], [66], [90], [97], [98], [101, 769], [233]])
  }
}
