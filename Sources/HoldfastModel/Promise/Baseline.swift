public import Diagnostics
public import Exact

/// What a target is held against: the same promise measured once more, over another time, another
/// dataset or other rows, or a number known from elsewhere.
public struct Baseline: Sendable {
  /// The number, where it is known from elsewhere.
  public var value: (number: Decimal, unit: TargetUnit)?
  /// The day that the number speaks of.
  public var date: CivilDate?
  /// The time that is measured instead of the promise's own.
  public var period: PeriodRule?
  /// The dataset instead.
  public var dataset: Located<String>?
  /// The measure instead.
  public var measure: ExpressionText?
  /// The numerator's condition instead.
  public var condition: ExpressionText?
  /// The denominator's condition instead.
  public var among: ExpressionText?
  /// Where it is written.
  public var span: SourceSpan

  /// A baseline that changes nothing yet.
  public init(span: SourceSpan) { self.span = span }
}

/// A line that is drawn from a baseline.
public enum BaselineRule: Sendable, Hashable {
  /// So many times the baseline.
  case times(Decimal)
  /// So much more than the baseline; a percentage is meant in points.
  case plus(Decimal, TargetUnit)
  /// The baseline grown by a part of itself every year.
  case yearly(Decimal)
}

/// A promise without a target, out of which a checker makes its measurement.
public struct CommitmentPart: Sendable {
  /// The part's name within its commitment: `numerator`.
  public var name: String
  /// What is measured.
  public var commitment: Commitment

  /// A part.
  public init(_ name: String, _ commitment: Commitment) {
    self.name = name
    self.commitment = commitment
  }
}

extension Commitment {
  /// The name of the part that a baseline is.
  public static let baselineName = "baseline"

  /// The same promise as a part of itself: without target, and evaluated otherwise.
  public func part(_ name: String, check keyword: String? = nil) -> CommitmentPart {
    var part = self
    part.id = "\(id)/\(name)"
    if let keyword { part.check = Located(keyword, at: check.span) }
    part.schedule = []
    part.stretch = nil
    part.score = nil
    part.baseline = nil
    part.joint = nil
    part.due = nil
    part.isTemplate = false
    part.mayBeEmpty = false
    return CommitmentPart(name, part)
  }

  /// The promise as its baseline measures it; nil without one, and where its number is known.
  public var baselinePart: CommitmentPart? {
    guard let baseline, baseline.value == nil else { return nil }
    var result = part(Self.baselineName)
    result.commitment.replace(by: baseline)
    for (name, part) in parts {
      var part = part
      part.id = "\(result.commitment.id)/\(name)"
      part.replace(by: baseline, in: self)
      result.commitment.parts[name] = part
    }
    return result
  }

  private mutating func replace(by baseline: Baseline) {
    if let dataset = baseline.dataset {
      self.dataset = dataset
      period = nil
    }
    if let period = baseline.period { self.period = period }
    if let measure = baseline.measure { self.measure = measure }
    if let condition = baseline.condition { self.condition = condition }
    if let among = baseline.among { self.among = among }
  }

  /// Replaces what a part has from its commitment, and leaves what is its own.
  private mutating func replace(by baseline: Baseline, in whole: Commitment) {
    if let dataset = baseline.dataset, self.dataset.value == whole.dataset.value {
      self.dataset = dataset
      period = nil
    }
    if let time = baseline.period, period == whole.period { period = time }
    if let among = baseline.among, self.among?.text == whole.among?.text { self.among = among }
  }
}
