import Exact
import Testing

@Suite struct ExactSumTests {
  private func sum(_ terms: some Sequence<Decimal>) throws(ExactError) -> ExactSum {
    var sum = ExactSum()
    for term in terms { try sum.add(term) }
    return sum
  }

  @Test func doesNotDependOnTheOrder() throws {
    var generator = Generator(seed: 4)
    for _ in 0..<50 {
      let terms = (0..<40).map { _ in generator.decimal(digits: 15) }
      var shuffled = terms
      for at in shuffled.indices { shuffled.swapAt(at, generator.int(in: 0...at)) }
      let (a, b) = (try sum(terms), try sum(shuffled))
      #expect(a == b && a.hashValue == b.hashValue)
      #expect(a.total.description == b.total.description)
    }
  }

  @Test func doesNotDependOnTheSplit() throws {
    var generator = Generator(seed: 5)
    for _ in 0..<50 {
      let terms = (0..<40).map { _ in generator.decimal(digits: 15) }
      let cut = generator.int(in: 0...40)
      var left = try sum(terms[..<cut])
      try left.merge(sum(terms[cut...]))
      #expect(try left == sum(terms))
      #expect(try left.total.description == sum(terms).total.description)
    }
  }

  /// A large term and one with many places: refused together, in whatever order they come.
  @Test func refusalDoesNotDependOnTheOrder() throws {
    let large = Decimal(coefficient: ExactSum.largestTerm, scale: 0)
    let fine = Decimal(coefficient: 1, scale: 2)
    #expect(throws: ExactError.overflow) { try sum([large, fine]) }
    #expect(throws: ExactError.overflow) { try sum([fine, large]) }
    var merged = try sum([large])
    #expect(throws: ExactError.overflow) { try merged.merge(sum([fine])) }
    var other = try sum([fine])
    #expect(throws: ExactError.overflow) { try other.merge(sum([large])) }
    #expect(try sum([large, large]).total == large.multiplied(by: Decimal(2)))
  }

  @Test func aRefusedTermLeavesTheSumAsItWas() throws {
    var sum = try sum([Decimal(7)])
    let tooLarge = Decimal(coefficient: ExactSum.largestTerm + 1, scale: 0)
    #expect(throws: ExactError.overflow) { try sum.add(tooLarge) }
    #expect(throws: ExactError.overflow) { try sum.add(Decimal(coefficient: .min, scale: 0)) }
    #expect(sum.total.description == "7")
  }

  @Test func keepsTheScaleItWasGiven() throws {
    var sum = ExactSum(scale: 2)
    try sum.add(Decimal(3))
    #expect(sum.total.description == "3.00")
  }
}
