public import Exact

/// Every way that the unknowns of a measurement can turn out.
///
/// A measurement is a numerator over a denominator. Each uncertain class of rows adds one of a
/// few pairs to both: a row that may or may not hold adds its measure to the numerator or does
/// not. A total has the denominator one.
public struct Assignments: Sendable, Hashable {
  /// What is added to numerator and denominator.
  public struct Option: Sendable, Hashable {
    /// To the numerator.
    public var numerator: Decimal
    /// To the denominator.
    public var denominator: Decimal

    /// A pair.
    public init(_ numerator: Decimal, _ denominator: Decimal) {
      self.numerator = numerator
      self.denominator = denominator
    }

    /// Both pairs together.
    public func adding(_ other: Option) throws(ExactError) -> Option {
      try Option(
        numerator.adding(other.numerator), denominator.adding(other.denominator))
    }

    /// Numerator less `line` times denominator: at or above zero where the quotient reaches it.
    public func excess(over line: Rational) throws(ExactError) -> Rational {
      try Rational(numerator).subtracting(Rational(denominator).multiplied(by: line))
    }
  }

  /// An unknown row that a report may show, and what it can add.
  public struct Row: Sendable, Hashable {
    /// The row.
    public var witness: Witness
    /// The set that it is part of, by its place.
    public var set: Int
    /// What it can add, option by option as in its set.
    public var options: [Option]

    /// A row with its options.
    public init(witness: Witness, set: Int, options: [Option]) {
      self.witness = witness
      self.set = set
      self.options = options
    }
  }

  /// What is certain.
  public var base: Option
  /// What each uncertain class can add; one option of each is the truth for each of its rows.
  public var sets: [[Option]]
  /// The heaviest of the rows behind the sets.
  public var rows: [Row]

  /// A certain part and what may be added.
  public init(base: Option, sets: [[Option]], rows: [Row] = []) {
    self.base = base
    self.sets = sets
    self.rows = rows
  }

  /// The least and greatest of numerator less `line` times denominator.
  public func excess(over line: Rational) throws(ExactError) -> (least: Rational, most: Rational) {
    var least = try base.excess(over: line)
    var most = least
    for options in sets {
      let (low, high) = try Self.reach(of: options, over: line)
      least = try least.adding(low)
      most = try most.adding(high)
    }
    return (least, most)
  }

  /// The least and greatest that a set of options adds to the excess over a line.
  public static func reach(
    of options: [Option], over line: Rational
  ) throws(ExactError) -> (low: Rational, high: Rational) {
    var low: Rational?
    var high: Rational?
    for option in options {
      let value = try option.excess(over: line)
      low = min(low ?? value, value)
      high = max(high ?? value, value)
    }
    return (low ?? .zero, high ?? .zero)
  }

  /// The smallest denominator that any assignment gives.
  public func leastDenominator() throws(ExactError) -> Decimal {
    var result = base.denominator
    for options in sets {
      guard let least = options.map(\.denominator).min() else { continue }
      result = try result.adding(least)
    }
    return result
  }
}
