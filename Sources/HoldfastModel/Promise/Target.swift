public import Diagnostics
public import Exact

/// The line that a measurement must reach, as written.
public struct Target: Sendable {
  /// How the measurement is held against the quantity.
  public enum Comparison: String, Sendable {
    /// At least.
    case atLeast = ">="
    /// More than.
    case above = ">"
    /// At most.
    case atMost = "<="
    /// Less than.
    case below = "<"
    /// Exactly.
    case equal = "="
    /// In a closed range of two quantities.
    case between
  }

  /// One end of the line.
  public enum Quantity: Sendable {
    /// A number with the unit it was written in.
    case number(Decimal, TargetUnit)
    /// An expression over the pack's parameters.
    case expression(ExpressionText)
    /// A distance from the baseline.
    case baseline(BaselineRule)
  }

  /// The comparison.
  public var comparison: Comparison
  /// One quantity, two for `between`.
  public var quantities: [Quantity]
  /// The target as written.
  public var text: String
  /// Where it is written.
  public var span: SourceSpan

  /// A target.
  public init(comparison: Comparison, quantities: [Quantity], text: String, span: SourceSpan) {
    self.comparison = comparison
    self.quantities = quantities
    self.text = text
    self.span = span
  }
}

/// The unit that a target's number was written in.
public enum TargetUnit: Sendable, Hashable {
  /// Nothing behind or before the number.
  case plain
  /// `%`; the number is held as a fraction.
  case percent
  /// A currency sign or code, as its code: `GBP`.
  case currency(String)
}

/// A target and the first day that it is in force.
public struct ScheduledTarget: Sendable {
  /// The first day; nil has been in force always.
  public var from: CivilDate?
  /// The target.
  public var target: Target

  /// A target from a day on.
  public init(from: CivilDate?, target: Target) {
    self.from = from
    self.target = target
  }
}

/// A target with its quantities worked out: the interval that a measurement must lie in.
public struct TargetLine: Sendable, Hashable {
  /// An end of the interval.
  public struct End: Sendable, Hashable {
    /// The number.
    public var value: Rational
    /// Whether the number itself is outside.
    public var strict: Bool

    /// An end.
    public init(_ value: Rational, strict: Bool) {
      self.value = value
      self.strict = strict
    }
  }

  /// The end below; nil is open.
  public var minimum: End?
  /// The end above; nil is open.
  public var maximum: End?
  /// Where the ends lie at their most lenient, while they rest on what is not wholly known: what
  /// does not even reach these fails.
  public var lenient: Lenient?
  /// The target as written.
  public var text: String
  /// Whether it was drawn from measurements, so that its text does not say where it lies.
  public var isDrawn = false

  /// The ends of a line at their most lenient.
  public struct Lenient: Sendable, Hashable {
    /// The end below.
    public var minimum: End?
    /// The end above.
    public var maximum: End?
  }

  /// An interval.
  public init(minimum: End?, maximum: End?, text: String) {
    self.minimum = minimum
    self.maximum = maximum
    self.text = text
  }

  /// The interval of a comparison with its numbers; `between` takes two.
  public init(_ comparison: Target.Comparison, _ values: [Rational], text: String) {
    let first = values.first ?? .zero
    self.init(minimum: nil, maximum: nil, text: text)
    switch comparison {
    case .atLeast: minimum = End(first, strict: false)
    case .above: minimum = End(first, strict: true)
    case .atMost: maximum = End(first, strict: false)
    case .below: maximum = End(first, strict: true)
    case .equal, .between:
      minimum = End(first, strict: false)
      maximum = End(values.last ?? first, strict: false)
    }
  }

  /// The line of a comparison whose number lies between two: the verdict is certain only where
  /// it is the same at both.
  public init(_ comparison: Target.Comparison, within range: Measurement.Bounds, text: String) {
    let isFloor = comparison == .atLeast || comparison == .above
    let hard = isFloor ? range.upper : range.lower
    self.init(comparison, [hard], text: text)
    guard !range.isExact else { return }
    let soft = Self(comparison, [isFloor ? range.lower : range.upper], text: text)
    lenient = Lenient(minimum: soft.minimum, maximum: soft.maximum)
    if comparison == .equal {
      // Nothing is known to lie on a line of which only the neighbourhood is known.
      minimum = End(range.upper, strict: true)
      maximum = End(range.lower, strict: true)
      lenient = Lenient(
        minimum: End(range.lower, strict: false), maximum: End(range.upper, strict: false))
    }
  }

  /// Whether a number misses the line wherever that lies.
  public func isMissed(by bounds: Measurement.Bounds) -> Bool {
    var line = self
    if let lenient { (line.minimum, line.maximum) = (lenient.minimum, lenient.maximum) }
    return !line.isAbove(bounds.upper) || !line.isBelow(bounds.lower)
  }

  /// Whether a number reaches the line.
  public func contains(_ value: Rational) -> Bool { isAbove(value) && isBelow(value) }

  /// Whether a number is past the lower end.
  public func isAbove(_ value: Rational) -> Bool {
    minimum.map { $0.strict ? value > $0.value : value >= $0.value } ?? true
  }

  /// Whether a number is short of the upper end.
  public func isBelow(_ value: Rational) -> Bool {
    maximum.map { $0.strict ? value < $0.value : value <= $0.value } ?? true
  }
}
