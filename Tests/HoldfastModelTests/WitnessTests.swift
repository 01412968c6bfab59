import Exact
import HoldfastModel
import Testing

@Suite struct WitnessTests {
  private static func rows(_ dice: inout Dice, count: Int) -> [Witness] {
    (0..<count).map { number in
      // Few measures and keys, so that ties are common.
      let measure = Int.random(in: -3...4, using: &dice)
      return witness(
        number, measure: measure == 4 ? nil : Decimal(measure),
        key: ["", "a", "b"].randomElement(using: &dice) ?? "")
    }
  }

  private static func kept(_ rows: [Witness], limit: Int) -> Witnesses {
    rows.reduce(into: Witnesses(limit: limit)) { $0.add($1) }
  }

  @Test(arguments: 0..<20) func keepsTheFirstInWhateverOrderTheyCome(_ seed: UInt64) {
    var dice = Dice(seed)
    let rows = Self.rows(&dice, count: 30)
    let limit = Int.random(in: 0...35, using: &dice)
    let expected = Array(rows.sorted { $0.precedes($1) }.prefix(limit))
    #expect(Self.kept(rows, limit: limit).rows == expected)
    #expect(Self.kept(rows.shuffled(using: &dice), limit: limit).rows == expected)
  }

  @Test(arguments: 0..<20) func mergesToTheSameHoweverTheRowsWereSplit(_ seed: UInt64) {
    var dice = Dice(seed)
    let rows = Self.rows(&dice, count: 30)
    let cut = Int.random(in: 0...rows.count, using: &dice)
    let whole = Self.kept(rows, limit: 5)
    var left = Self.kept(Array(rows[..<cut]), limit: 5)
    var right = Self.kept(Array(rows[cut...]), limit: 5)
    let first = left
    left.merge(right)
    right.merge(first)
    #expect(left == whole)
    #expect(right == whole)
  }

  /// The heavier row first, credit notes by their size, rows without measure last; then the key,
  /// then the digest.
  @Test func orders() {
    let rows = [
      witness(6, measure: Decimal(-9), key: "z"), witness(5, measure: Decimal(7), key: "b"),
      witness(1, measure: Decimal(2), key: "a"), witness(2, measure: Decimal(-2), key: "a"),
      witness(0, measure: Decimal(2), key: "b"), witness(3, measure: nil, key: "a"),
    ]
    #expect(Self.kept(rows.reversed(), limit: 10).rows.map(\.line) == [6, 5, 1, 2, 0, 3])
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.precedes($1) && !$1.precedes($0) })
    #expect(rows.allSatisfy { !$0.precedes($0) })
  }

  /// A letter and its two-part form are different keys, though Swift calls the texts equal.
  @Test func ordersKeysByBytes() {
    let (one, two) = (witness(9, measure: nil, key: "é"), witness(1, measure: nil, key: "e\u{301}"))
    #expect(two.precedes(one) && !one.precedes(two))
  }

  @Test func isKnownByWhatIsShown() {
    var row = witness(1, measure: nil, key: "INV-7")
    #expect(row.name == "INV-7")
    row.shown = ["Demolition", "Acme"]
    #expect(row.name == "Demolition, Acme")
    (row.shown, row.key, row.digest) = ([], "", "ab12")
    #expect(row.name == "row ab12")
  }
}
