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
  /// The target as written.
  public var text: String

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
