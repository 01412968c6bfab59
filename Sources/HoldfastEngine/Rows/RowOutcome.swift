import CEL
import Exact
import HoldfastModel

/// What a commitment says of a row.
struct RowOutcome: Sendable {
  /// What becomes of the row.
  enum Fate {
    /// It is none of the commitment's business.
    case passedBy
    /// It is left out, for a reason.
    case leftOut(String, Decimal?)
    /// It counts, or may.
    case counted(RowClass.Membership, RowClass.Condition, Amount)
    /// Something could not be evaluated.
    case failed(EvaluationError, role: String)
  }

  /// What is known of its measure.
  enum Amount {
    case exact(Decimal)
    case within(ClosedRange<Decimal>)
    case unknown
  }

  var fate: Fate
  /// The group; nil where it is unknown, empty where there are none.
  var group: String? = ""
  /// What tells the row apart; nil where that is unknown, or nothing does.
  var key: TextKey?
  /// The columns for want of which the row is uncertain.
  var unknown: [String] = []
  /// The references that lead nowhere.
  var unmatched: [String] = []

  init(_ fate: Fate) { self.fate = fate }
}
