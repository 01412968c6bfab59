import HoldfastExpressions
import HoldfastModel

/// A choice made otherwise.
struct Otherwise: Hashable {
  /// The choice, as `Choice.what` names it.
  let choice: String
  /// Which of the ways to make it otherwise: an area may be drawn in several.
  let ordinal: Int
}

extension Judgement {
  /// The choices behind the commitment, each with every way to make it otherwise.
  var alternatives: [Otherwise] {
    var result = reading.plan.talliers[index].variants.indices.map(otherwise)
    if commitment.commitment.missing != .unknown, !commitment.readsOutside {
      result.append(Otherwise(choice: missingName, ordinal: 0))
    }
    return result
  }

  private var missingName: String { "\(commitment.promiseName).missing" }

  private func otherwise(_ place: Int) -> Otherwise {
    let variants = reading.plan.talliers[index].variants
    let choice = variants[place].choice
    return Otherwise(
      choice: choice, ordinal: variants[..<place].count { $0.choice == choice })
  }

  /// The findings if a choice had been made otherwise; as they are where it does not concern them.
  func findings(_ other: Otherwise?) -> [Finding] {
    guard let other else { return findings() }
    if other.choice == missingName {
      return conclusion(missing: .unknown).findings(tally)
    }
    let places = reading.plan.talliers[index].variants.indices
    guard let place = places.first(where: { otherwise($0) == other }) else { return findings() }
    return conclusion().findings(tallies.variants[place].known(by: asOf))
  }
}

extension CheckedCommitment {
  /// The name of the promise that it is, or is a part of: `cleveland/CLE-1`.
  var promiseName: String {
    "\(pack.id)/" + commitment.id.prefix { $0 != "/" }
  }
}
