/// Something about an expression that must not be.
struct FuzzFinding: CustomStringConvertible {
  /// What must hold for all expressions.
  enum Law: String, CaseIterable {
    case printingAndParsingGiveTheSameTree, mistakesHaveAPlaceInTheText
    case canonicalTextMeansTheSame, whatIsCheckedIsPlanned, evaluatingTwiceGivesTheSame
    case valuesHaveTheCheckedType, checkingChangesNoValue, unknownsAreNamed
    case whatIsKnownRestsOnNoUnknown, residualsAreExpressions, residualsHaveTheSameValue
    case costIsARange, costIsABound, nothingTakesLong
  }

  let law: Law
  let text: String
  let details: String

  var description: String { "\(law): \(text)\n  \(details)" }
}

/// How far expressions came, so that a fuzz that looks at nothing is not taken for a clean one.
struct FuzzCounts {
  var texts = 0
  var parsed = 0
  var checked = 0
  var evaluated = 0
  var known = 0
  var unknown = 0
  var residuals = 0
  /// Evaluations whose steps were counted.
  var counted = 0
  /// Checked expressions of which every type is known.
  var typed = 0
  var slowest: (seconds: Double, text: String) = (0, "")
}
