import Exact
import HoldfastPluginKit

/// Of each group, its part of the rows over its part of the population; and of these ratios the
/// smallest. 1 is parity; 0.8 is the line that the four-fifths rule draws.
struct SmallestRatio: AggregatesChecker {
  static let name = "smallest_ratio"
  static let summary =
    "the smallest ratio of a group's part of the rows to its part of the population"
  static let unit = Unit.number
  /// The groups are told apart by the names that the population has, and no digest is one.
  static let needsTexts = true
  static let keys: [(Key, Want)] = [(.condition, .optional), (.by, .required), (.per, .optional)]

  static let population = Parameter<[String: Decimal]>(
    "population",
    "each group's part of the population served, or its number of people; every group that rows "
      + "can be of has to be named")
  static let parameters: [any ParameterDeclaration] = [population]

  private let served: Population

  init(_ parameters: Parameters, _ commitment: Commitment) throws(PluginError) {
    served = try Population(parameters[Self.population])
  }

  func plan() -> Plan { Plan(.keys, .uncertainRows(limit: 20)) }

  func conclude(_ groups: [Group]) throws(PluginError) -> Measurement {
    guard groups.count == 1 else {
      throw PluginError(.unsupported, "groups are measured one by one")
    }
    let staff = try Staff(groups[0].slice, served)
    guard staff.certain > 0 else {
      return try .unbounded(
        "no row counts for certain, so that there may be nothing to divide by", rows: staff.rows,
        unknownRows: staff.unknown)
    }
    var result = try Measurement.between(
      served.least(of: staff), served.greatest(of: staff), rows: staff.rows,
      unknownRows: staff.unknown)
    result.remarks = served.names.indices.prefix(20).map { remark($0, staff) }
    return result
  }

  private func remark(_ group: Int, _ staff: Staff) -> String {
    let (known, most) = (staff.known[group], staff.most(group))
    let count = known == most ? "\(known)" : "\(known) to \(most)"
    let rows = most == 1 ? "row" : "rows"
    return "\(served.names[group]): \(count) \(rows); \(served.weights[group]) of \(served.whole) "
      + "of the population."
  }
}
