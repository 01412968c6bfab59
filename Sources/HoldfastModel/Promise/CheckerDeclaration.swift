public import Diagnostics

/// What a checker says of itself: the loader validates commitments by it, docs print it.
public struct CheckerDeclaration: Sendable {
  /// What a commitment may say to a checker, beyond what every commitment may say.
  public enum Key: String, Sendable, CaseIterable {
    /// The number to add up.
    case measure
    /// The numerator's condition.
    case condition = "where"
    /// The line to reach.
    case target
    /// What an unknown `where` does.
    case missing
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
  }

  /// The word behind `check:`.
  public var keyword: String
  /// What it measures, in a sentence.
  public var summary: String
  /// The keys it takes; a key that is missing here is refused.
  public var keys: [Key: Want]
  /// What it measures in.
  public var unit: Unit
  /// The ways of `missing:` that make sense for it.
  public var missingRules: [MissingRule]

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
  }
}

extension CheckerDeclaration.Unit {
  /// What is wrong with a target whose numbers are written in another unit; nil where nothing is.
  /// A share is written in `%`; nothing else is.
  public func mistake(in target: Target, of keyword: String) -> Diagnostic? {
    for case .number(_, let unit) in target.quantities {
      switch (self, unit) {
      case (.share, .percent), (.rows, .plain), (.measure, .plain), (.measure, .currency): break
      case (.share, _):
        return Diagnostic(
          "a share is measured in percent", at: target.span, help: "write for example \">= 25%\"")
      case (.rows, _):
        return Diagnostic(
          "'\(keyword)' counts rows; its target is a plain number", at: target.span)
      case (.measure, .percent):
        return Diagnostic(
          "'\(keyword)' is measured in the measure's unit, not in percent", at: target.span)
      }
    }
    return nil
  }
}
