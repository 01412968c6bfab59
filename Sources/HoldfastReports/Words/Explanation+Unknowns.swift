import Exact
import HoldfastModel

/// What is not known, and what knowing it would change.
extension Explanation {
  /// How much is unknown, and for want of what.
  var unknowns: [String] {
    guard let measurement = finding.measurement, measurement.unknownRows > 0,
      measurement.bounds != nil, measurement.form != .parts
    else { return [] }
    let value =
      measurement.countsRows || measurement.hasNoAmounts || measurement.isWithheld
      ? "" : " (\(amount(measurement.unknown)))"
    let rows = Figures.count(measurement.unknownRows, "row") + value
    var result = ["\(rows) \(missing(measurement))."]
    if finding.verdictWithoutWaiver == .indeterminate, let known = measurement.knownRowsOnly,
      measurement.ownLine == nil, !measurement.isWithheld
    {
      result.append("Known rows only: \(Figures.text(known, unit)) (not a result).")
    }
    return result
  }

  private func missing(_ measurement: Measurement) -> String {
    let columns = finding.unknownColumns
    guard let first = columns.first else { return "cannot be judged" }
    guard columns.count > 1 else {
      return (measurement.unknownRows == 1 ? "has" : "have") + " no usable \(first.name)"
    }
    let parts = columns.map { "\(Decimal($0.rows).grouped) for want of \($0.name)" }
    return "cannot be judged: " + parts.joined(separator: ", ")
  }

  /// Which rows would settle it.
  var settlement: [String] {
    guard finding.verdictWithoutWaiver == .indeterminate, finding.cause == .straddles,
      finding.target?.hasOneEnd == true
    else { return [] }
    let (pass, fail) = (finding.settlesPass, finding.settlesFail)
    if let pass, let fail, pass.rows == fail.rows {
      return [
        "\(lead(pass)) \(pass.rows.count == 1 ? "settles" : "settle") it\(names(pass)).",
        "\(words(pass)): \(reach(pass)), pass. \(words(fail)): \(reach(fail)), fail.",
      ]
    }
    return [(pass, "pass"), (fail, "fail")].compactMap { settlement, word in
      guard let settlement else {
        guard let measurement = finding.measurement, measurement.isOfRows,
          finding.target?.lenient == nil
        else { return nil }
        return "More than twenty rows would be needed to settle a \(word)."
      }
      return "\(lead(settlement)) would settle a \(word)\(names(settlement)). "
        + "\(words(settlement)): \(reach(settlement)), \(word)."
    }
  }

  private func lead(_ settlement: Settlement) -> String {
    let words = ["One row", "Two rows", "Three rows", "Four rows", "Five rows"]
    let count = settlement.rows.count
    return words.indices.contains(count - 1) ? words[count - 1] : "\(count) rows"
  }

  /// The rows by name, at most five; none where they are about persons.
  private func names(_ settlement: Settlement) -> String {
    let rows = settlement.rows.filter { !$0.isHidden }.map { row in
      let value = finding.measurement?.countsRows == true ? nil : row.measure
      return row.name + (value.map { " (\(amount($0)))" } ?? "")
    }
    guard let last = rows.last else { return "" }
    if rows.count > 5 {
      return ": " + rows.prefix(4).joined(separator: "; ") + " and \(rows.count - 4) more"
    }
    guard rows.count > 1 else { return ": " + last }
    return ": " + rows.dropLast().joined(separator: "; ") + " and " + last
  }

  /// What the rows have to turn out to be.
  private func words(_ settlement: Settlement) -> String {
    let count = settlement.rows.count
    let isAboutBreaches = finding.measurement?.form == .breaches
    switch (settlement.way, isAboutBreaches) {
    case (.counted, true): return count == 1 ? "If it breaches" : "If all breach"
    case (.notCounted, true): return count == 1 ? "If it holds" : "If all hold"
    case (.counted, false):
      return count == 1 ? "If it counts" : count == 2 ? "If both count" : "If all count"
    case (.notCounted, false):
      return count == 1 ? "If it does not" : count == 2 ? "If neither does" : "If none does"
    case (.mixed, _):
      return settlement.isLowerBound ? "If they turn out for it" : "If they turn out against it"
    }
  }

  private func reach(_ settlement: Settlement) -> String {
    settlement.isLowerBound
      ? "at least \(Figures.text(settlement.bound, unit, .lower, against: finding.target))"
      : "at most \(Figures.text(settlement.bound, unit, .upper, against: finding.target))"
  }
}

extension Measurement {
  /// Whether single rows settle it: each adds to it by itself.
  fileprivate var isOfRows: Bool { [.quotient, .sum, .breaches].contains(form) }

  /// Whether the amounts of its unknown rows are not added up.
  fileprivate var hasNoAmounts: Bool { [.rank, .keys, .repeats, .claimed].contains(form) }
}

extension TargetLine {
  /// Whether it is open above or below.
  fileprivate var hasOneEnd: Bool { (minimum == nil) != (maximum == nil) }
}
