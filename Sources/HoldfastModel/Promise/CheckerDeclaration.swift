public import Diagnostics

/// What a checker says of itself: the loader validates commitments by it, docs print it.
public struct CheckerDeclaration: Sendable {
  /// What a commitment may say to a checker, beyond what every commitment may say.
  public enum Key: String, Sendable, CaseIterable {
    /// The number to add up.
    case measure
    /// The numerator's condition.
    case condition = "where"
    /// What is told apart.
    case key = "by"
    /// The line to reach.
    case target
    /// What the line is drawn from.
    case baseline
    /// What an unknown `where` does.
    case missing
    /// The column of the groups.
    case per
  }

  /// How much a key is wanted.
  public enum Want: Sendable {
    /// Without it the commitment is refused.
    case required
    /// It may be left away.
    case optional
  }

  /// The kind of number that the checker measures.
  public enum Unit: Sendable {
    /// A part of a whole; targets are written in `%`.
    case share
    /// The measure's own unit: money where the measure is.
    case measure
    /// A number of rows.
    case rows
    /// A plain number.
    case number
    /// One number over another; targets are plain, or in `%`.
    case ratio
  }

  /// A part that an author writes as a mapping of its own.
  public struct PartName: Sendable {
    /// The key.
    public var name: String
    /// Whether it has to be there.
    public var want: Want
    /// What it means, in a sentence.
    public var means: String

    /// A part.
    public init(_ name: String, _ want: Want, means: String) {
      self.name = name
      self.want = want
      self.means = means
    }
  }

  /// The word behind `check:`.
  public var keyword: String
  /// What it measures, in a sentence.
  public var summary: String
  /// The keys it takes; a key that is missing here is refused. `baseline` and `per` are taken by
  /// every checker with a target that does not say otherwise.
  public var keys: [Key: Want]
  /// What it measures in.
  public var unit: Unit
  /// The ways of `missing:` that make sense for it.
  public var missingRules: [MissingRule]
  /// The keys that are its own.
  public var options: [CheckerOption] = []
  /// The parts that authors write.
  public var partNames: [PartName] = []
  /// What it measures in, where that depends on what the commitment says.
  public var unitOf: (@Sendable (Commitment) -> Unit)?
  /// The parts that it makes its measurement of; nil where it counts rows itself.
  public var derive: (@Sendable (Commitment) -> [CommitmentPart])?
  /// Whether the groups are what it compares, so that they have no findings of their own.
  public var comparesGroups = false
  /// Whether a part for which no row is selected says that there is nothing, and not that nobody knows.
  public var toleratesEmptyParts = false
  /// Whether it judges no rows, so that it takes no dataset.
  public var isWithoutRows = false
  /// Whether it compares the texts that tell rows apart, so that digests of them will not do.
  public var needsTexts = false
  /// Whether it names its dataset itself, so that authors do not.
  public var isWithoutDataset = false
  /// What it says where it stands outside the program.
  public var outside: OutsideDeclaration?
  /// What a commitment means to it once all is read, where that is said by other keys.
  public var rewrite: (@Sendable (Commitment) -> Commitment)?

  /// A declaration.
  public init(
    keyword: String, summary: String, keys: [Key: Want], unit: Unit,
    missingRules: [MissingRule] = MissingRule.allCases
  ) {
    self.keyword = keyword
    self.summary = summary
    self.keys = keys
    self.unit = unit
    self.missingRules = missingRules
    if self.keys[.target] != nil, self.keys[.baseline] == nil { self.keys[.baseline] = .optional }
    if self.keys[.per] == nil { self.keys[.per] = .optional }
  }

  /// What it measures for a commitment.
  public func unit(of commitment: Commitment) -> Unit { unitOf?(commitment) ?? unit }

  /// Every part of a commitment: those the checker needs, and the baseline.
  public func parts(of commitment: Commitment) -> [CommitmentPart] {
    guard let derive else { return [commitment.baselinePart].compactMap { $0 } }
    let parts = derive(commitment)
    let isNamed = parts.contains { $0.name == Commitment.baselineName }
    return parts + (isNamed ? [] : [commitment.baselinePart].compactMap { $0 })
  }
}

extension CheckerDeclaration.Unit {
  /// What is wrong with a target whose numbers are written in another unit; nil where nothing is.
  /// A share is written in `%`; nothing else is.
  public func mistake(in target: Target, of keyword: String) -> Diagnostic? {
    for quantity in target.quantities {
      let written: TargetUnit
      switch quantity {
      case .number(_, let unit): written = unit
      case .baseline(.plus(_, .plain)) where self == .share:
        return Diagnostic(
          "a share is measured in percent", at: target.span,
          help: "write for example \"+2 points over baseline\"")
      case .baseline(.plus(_, let unit)): written = unit
      case .baseline, .expression: continue
      }
      if let mistake = mistake(written, target, keyword) { return mistake }
    }
    return nil
  }

  private func mistake(
    _ written: TargetUnit, _ target: Target, _ keyword: String
  ) -> Diagnostic? {
    switch (self, written) {
    case (.share, .percent), (.rows, .plain), (.number, .plain), (.measure, .plain),
      (.measure, .currency), (.ratio, .plain), (.ratio, .percent):
      nil
    case (.share, _):
      Diagnostic(
        "a share is measured in percent", at: target.span, help: "write for example \">= 25%\"")
    case (.rows, _):
      Diagnostic("'\(keyword)' counts rows; its target is a plain number", at: target.span)
    case (.number, _):
      Diagnostic("the target of '\(keyword)' is a plain number", at: target.span)
    case (.ratio, _):
      Diagnostic(
        "the target of '\(keyword)' is a plain number or in percent, not money", at: target.span)
    case (.measure, .percent):
      Diagnostic(
        "'\(keyword)' is measured in the measure's unit, not in percent", at: target.span,
        help: "of a column of percentages write the fraction: 0.25")
    }
  }
}
