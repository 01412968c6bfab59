import Exact
import HoldfastModel

extension Assignments {
  /// The least or greatest quotient; nil where an assignment leaves nothing to divide by.
  ///
  /// From any quotient, the assignment that is best against it gives a better one, until none
  /// does (Dinkelbach's method, exact here): it takes any number of sets.
  func extreme(isLeast: Bool) throws(ExactError) -> Rational? {
    guard try leastDenominator() > .zero else { return nil }
    var sum = base
    for options in sets { sum = try sum.adding(options.first ?? .init(.zero, .zero)) }
    var best = try Rational(sum.numerator, over: sum.denominator)
    while true {
      var next = base
      for options in sets {
        var chosen: (option: Option, excess: Rational)?
        for option in options {
          let excess = try option.excess(over: best)
          let isBetter = chosen.map { isLeast ? excess < $0.excess : excess > $0.excess } ?? true
          if isBetter { chosen = (option, excess) }
        }
        if let chosen { next = try next.adding(chosen.option) }
      }
      let value = try Rational(next.numerator, over: next.denominator)
      guard isLeast ? value < best : value > best else { return best }
      best = value
    }
  }

  /// The assignments that are left when a row is known to take one of its options.
  func settling(_ row: Row, on option: Option) throws(ExactError) -> Assignments {
    var result = self
    result.base = try base.adding(option)
    var rest: [Option] = []
    for (whole, part) in zip(sets[row.set], row.options) {
      rest.append(
        Option(
          try whole.numerator.subtracting(part.numerator),
          try whole.denominator.subtracting(part.denominator)))
    }
    result.sets[row.set] = rest
    return result
  }
}
