import CEL
public import Diagnostics
import Exact
public import HoldfastModel

/// A target whose quantities are worked out as far as they can be before anything is measured.
public enum Aim: Sendable {
  /// A line.
  case line(TargetLine)
  /// A line that is drawn once something else is measured.
  case open(OpenTarget)

  /// The target as written.
  public var text: String {
    switch self {
    case .line(let line): line.text
    case .open(let target): target.target.text
    }
  }

  /// The commitments that its line is drawn from, as written.
  public var measurements: [Located<String>] {
    if case .open(let target) = self { target.measurements } else { [] }
  }

  /// Whether it wants a number to be large; nil where it has two ends.
  public var isFloor: Bool? {
    switch self {
    case .line(let line):
      if line.minimum != nil { return line.maximum == nil ? true : nil }
      return line.maximum == nil ? nil : false
    case .open(let target):
      switch target.target.comparison {
      case .atLeast, .above: return true
      case .atMost, .below: return false
      case .equal, .between: return nil
      }
    }
  }

  /// The target that is drawn from a baseline; nil where it is not.
  var fromBaseline: Target? {
    guard case .open(let target) = self, target.isDrawnFromBaseline else { return nil }
    return target.target
  }
}

/// A target that rests on measurements.
public struct OpenTarget: Sendable {
  /// The target as written.
  public let target: Target
  /// The commitments that its expression names.
  public let measurements: [Located<String>]
  let resolver: TargetResolver

  /// What is known when the line is drawn.
  public struct Known: Sendable {
    /// The baseline.
    public var baseline: Measurement.Bounds?
    /// How many whole years lie between the baseline and what is judged; nil where they are not
    /// whole.
    public var years: Int?
    /// The measurements of other commitments, by the name as written.
    public var measurements: [String: Measurement.Bounds] = [:]

    /// Nothing.
    public init() {}
  }

  /// Whether its line is drawn from a baseline.
  public var isDrawnFromBaseline: Bool {
    target.quantities.contains { if case .baseline = $0 { true } else { false } }
  }

  /// The line; throws what keeps it from being drawn.
  public func line(_ known: Known) throws(Diagnostic) -> TargetLine {
    let range: Measurement.Bounds?
    do throws(ExactError) { range = try quantity(known) } catch {
      throw mistake("the target is a number with more than 38 digits", "check the target")
    }
    guard let range else {
      throw mistake("the target cannot be worked out", "check what it is drawn from")
    }
    var line = TargetLine(target.comparison, within: range, text: target.text)
    line.isDrawn = true
    return line
  }

  /// Whether measurements are multiplied with each other, so that the line has a unit of its own.
  public var hasOwnUnit: Bool {
    guard measurements.count > 1, case .expression(let text)? = target.quantities.first,
      let tree = try? Environment().parse(text.text)
    else { return false }
    return tree.multipliesMeasurements
  }

  /// What keeps a line from being drawn from a baseline; nil where nothing does.
  public func obstacle(_ known: Known) -> Diagnostic? {
    guard case .baseline(let rule)? = target.quantities.first, let baseline = known.baseline else {
      return nil
    }
    if case .plus = rule { return nil }
    if baseline.upper.signum <= 0, rule != .times(Decimal(1)) {
      return mistake(
        "the baseline is zero or less, so nothing can be said of growth",
        "choose another baseline, or a target such as \"+25m over baseline\"")
    }
    if case .yearly = rule, known.years == nil {
      return mistake(
        "there are no whole years between the baseline and the time that is judged",
        "choose a baseline whole years before, or a target such as \"+15% over baseline\"")
    }
    return nil
  }

  private func quantity(_ known: Known) throws(ExactError) -> Measurement.Bounds? {
    switch target.quantities.first {
    case .baseline(let rule):
      guard let baseline = known.baseline else { return nil }
      return try drawn(rule, from: baseline, known.years)
    case .expression(let text):
      return try resolver.range(text, known.measurements)
    case .number(let number, _): return .init(Rational(number), Rational(number))
    case nil: return nil
    }
  }

  private func drawn(
    _ rule: BaselineRule, from baseline: Measurement.Bounds, _ years: Int?
  ) throws(ExactError) -> Measurement.Bounds {
    switch rule {
    case .times(let factor):
      let factor = Rational(factor)
      return try .init(
        baseline.lower.multiplied(by: factor), baseline.upper.multiplied(by: factor))
    case .plus(let more, _):
      let more = Rational(more)
      return try .init(baseline.lower.adding(more), baseline.upper.adding(more))
    case .yearly(let rate):
      // Powers are compared, never roots.
      let growth = try Rational(1).adding(Rational(rate))
      var factor = Rational(1)
      for _ in 0..<(years ?? 0) { factor = try factor.multiplied(by: growth) }
      return try .init(
        baseline.lower.multiplied(by: factor), baseline.upper.multiplied(by: factor))
    }
  }

  private func mistake(_ message: String, _ help: String) -> Diagnostic {
    Diagnostic(message, at: target.span, help: help)
  }
}
