import Diagnostics
import Exact
import HoldfastModel

/// What a finding says to a board, sentence by sentence: every format prints the same words.
struct Explanation {
  let finding: Finding

  /// The verdict in words and the number behind it.
  var headline: String { "\(finding.verdict.words): \(outcome)" }

  /// Verdict, number, and what stands behind them.
  var sentences: [String] {
    [headline] + unknowns + settlement + distances + rows + target
  }

  /// Everything as one paragraph.
  var paragraph: String { sentences.joined(separator: " ") }

  private var unit: Measurement.Unit { finding.measurement?.unit ?? .number }

  /// What was found, against what was wanted.
  private var outcome: String {
    if let reason = reasonWithoutNumber { return reason }
    guard let measurement = finding.measurement, let bounds = measurement.bounds else {
      return "nothing was measured."
    }
    let wanted = finding.target.map { ", target \($0.text)" } ?? ""
    if measurement.ownLine != nil { return breaches(measurement, bounds) }
    return measured(bounds) + wanted + "." + aside
  }

  private func measured(_ bounds: Measurement.Bounds) -> String {
    if bounds.isExact { return Figures.text(bounds.lower, unit, against: finding.target) }
    let lower = Figures.text(bounds.lower, unit, .lower, against: finding.target)
    let upper = Figures.text(bounds.upper, unit, .upper, against: finding.target)
    return "between \(lower) and \(upper)"
  }

  /// For checks of every row.
  private func breaches(_ measurement: Measurement, _ bounds: Measurement.Bounds) -> String {
    let all = "of \(Figures.count(measurement.rows, "row"))"
    let sure = Figures.text(bounds.lower, .rows)
    if bounds.upper == .zero { return "every one \(all) holds." }
    if bounds.isExact {
      return "\(sure) \(all) \(bounds.lower == Rational(1) ? "breaches" : "breach") the rule."
    }
    return "between \(sure) and \(Figures.text(bounds.upper, .rows)) \(all) breach the rule."
  }

  /// Why a verdict is not what the number suggests.
  private var aside: String {
    switch finding.cause {
    case .provisional: " The period is still running, so this is provisional."
    case .literalNeverHeld(let literal, let column, let nearest):
      " The text '\(literal)' never stands in column '\(column)'"
        + (nearest.map { "; the nearest value there is '\($0)'." } ?? ".")
        + " A condition that can never hold proves nothing: mend the spelling, or declare the "
        + "column's values."
    default: ""
    }
  }

  private var reasonWithoutNumber: String? {
    switch finding.cause {
    case .errors:
      "\(Figures.count(finding.errorCount, "error")) in the data or the rules that it needs."
    case .nothingSelected:
      "no row of \(finding.dataset) \(span) is selected, so there is nothing to judge."
    case .groupWithoutRows:
      "the group '\(finding.group ?? "")' has no rows \(span)."
    case .emptyAllowed: "no row of \(finding.dataset) \(span) is selected, which may be."
    case .unbounded: unbounded
    case .snapshotOutsidePeriod(let day):
      "\(finding.dataset) describes \(day), which is outside the period asked for."
    case .notYetEffective(let day): "the pack holds from \(day) on."
    case .noLongerEffective(let day): "the pack held until \(day)."
    case .suppressed: "the group is of too few persons to be shown."
    case .scheduleNotBegun(let day): "the first target comes into force on \(day)."
    case nil where finding.measurement?.bounds == nil: "nothing was measured."
    default: nil
    }
  }

  private var span: String {
    guard let period = finding.period else { return "" }
    guard let from = period.from else { return "up to \(period.to)" }
    return "from \(from) to \(period.to)"
  }

  private var unbounded: String {
    switch finding.measurement?.unbounded {
    case .measureUnknown(let rows):
      "\(Figures.count(rows, "row")) that may count \(rows == 1 ? "has" : "have") no "
        + "\(finding.definition.measure ?? "measure"), so no bounds can be given. Correct the "
        + "cells, or declare what a blank means (blank: exclude, or a value)."
    case .denominatorNotPositive:
      finding.measurement?.unknownRows == 0
        ? "nothing, or less than nothing, is left to divide by."
        : "the unknown rows may leave nothing to divide by, so no bounds can be given."
    case nil: "no bounds can be given."
    }
  }

  /// How much is unknown, and for want of what.
  private var unknowns: [String] {
    guard let measurement = finding.measurement, measurement.unknownRows > 0,
      measurement.bounds != nil
    else { return [] }
    let value = measurement.countsRows ? "" : " (\(amount(measurement.unknown)))"
    let missing =
      finding.unknownColumns.isEmpty
      ? "cannot be judged"
      : (measurement.unknownRows == 1 ? "has" : "have") + " no usable "
        + finding.unknownColumns.joined(separator: " or ")
    var result = ["\(Figures.count(measurement.unknownRows, "row"))\(value) \(missing)."]
    if finding.verdict == .indeterminate, let known = measurement.knownRowsOnly,
      measurement.ownLine == nil
    {
      result.append("Known rows only: \(Figures.text(known, unit)) (not a result).")
    }
    return result
  }

  private func amount(_ value: Decimal) -> String {
    Figures.short(value, unit, finding.currency)
  }

  /// Which rows would settle it.
  private var settlement: [String] {
    guard finding.verdict == .indeterminate, finding.cause == .straddles else { return [] }
    let (pass, fail) = (finding.settlesPass, finding.settlesFail)
    if let pass, let fail, pass.rows == fail.rows {
      return [
        "\(lead(pass)) \(pass.rows.count == 1 ? "settles" : "settle") it: \(names(pass)).",
        "\(words(pass)): \(reach(pass)), pass. \(words(fail)): \(reach(fail)), fail.",
      ]
    }
    let ways = [(pass, "pass"), (fail, "fail")].compactMap { settlement, word in
      settlement.map {
        "\(lead($0)) would settle a \(word): \(names($0)). \(words($0)): \(reach($0)), \(word)."
      }
    }
    guard ways.isEmpty else { return ways }
    let areShown = finding.measurement?.assignments?.rows.isEmpty == false
    return areShown ? ["No twenty rows settle it."] : []
  }

  private func words(_ settlement: Settlement) -> String {
    settlement.resolution(isAboutBreaches: finding.measurement?.form == .breaches)
  }

  private func lead(_ settlement: Settlement) -> String {
    let words = ["One row", "Two rows", "Three rows", "Four rows", "Five rows"]
    let count = settlement.rows.count
    return words.indices.contains(count - 1) ? words[count - 1] : "\(count) rows"
  }

  private func names(_ settlement: Settlement) -> String {
    let rows = settlement.rows.map { row in
      let value = finding.measurement?.countsRows == true ? nil : row.measure
      return row.name + (value.map { " (\(amount($0)))" } ?? "")
    }
    if rows.count > 5 { return rows.prefix(4).joined(separator: "; ") + " and \(rows.count - 4) more" }
    guard rows.count > 1, let last = rows.last else { return rows.joined() }
    return rows.dropLast().joined(separator: "; ") + " and " + last
  }

  private func reach(_ settlement: Settlement) -> String {
    settlement.isLowerBound
      ? "at least \(Figures.text(settlement.bound, unit, .lower, against: finding.target))"
      : "at most \(Figures.text(settlement.bound, unit, .upper, against: finding.target))"
  }

  /// How far it is to the line.
  private var distances: [String] {
    if let headroom = finding.headroom {
      let side = finding.target?.minimum != nil ? "outside the condition" : "inside the condition"
      return ["Headroom: a further \(amount(headroom)) \(side) would still pass."]
    }
    if let shortfall = finding.shortfall {
      return ["Short by \(amount(shortfall)) inside the condition."]
    }
    return []
  }

  /// Which rows are not in the number.
  private var rows: [String] {
    var result: [String] = []
    let left = finding.leftOut.sorted { $0.key < $1.key }.map { name, sum in
      let value =
        sum.total.signum == 0 || finding.measurement?.countsRows == true
        ? "" : ", \(amount(sum.total))"
      return "\(Figures.count(sum.rows, "row"))\(value) (\(name))"
    }
    if !left.isEmpty { result.append("Left out: \(left.joined(separator: "; ")).") }
    for (name, sum) in finding.unmatched.sorted(by: { $0.key < $1.key }) {
      let value = finding.measurement?.countsRows == true ? "" : " (\(amount(sum.total)))"
      result.append("\(Figures.count(sum.rows, "row"))\(value) lead to no known \(name).")
    }
    if let measurement = finding.measurement, measurement.rows > 0 {
      if measurement.countsRows, measurement.unit == .share {
        result.append("Rows are counted, not money.")
      }
      if finding.currency != nil, !measurement.hasCredits {
        result.append("No credit notes among these rows.")
      }
    }
    return result
  }

  /// What is said of the further line.
  private var target: [String] {
    guard let stretch = finding.stretch else { return [] }
    let word =
      switch stretch.reached {
      case true?: "reached"
      case false?: "missed"
      case nil: "cannot be told"
      }
    return ["Stretch target \(stretch.text): \(word)."]
  }
}

extension Verdict {
  /// The verdict as a board reads it.
  var words: String {
    switch self {
    case .pass: "PASS"
    case .fail: "FAIL"
    case .indeterminate: "CANNOT TELL"
    case .waived: "WAIVED"
    case .notApplicable: "NOT APPLICABLE"
    case .error: "ERROR"
    }
  }
}

extension Settlement {
  /// What the rows have to turn out to be.
  fileprivate func resolution(isAboutBreaches: Bool) -> String {
    let counted: (String, String) =
      isAboutBreaches
      ? (rows.count == 1 ? ("If it breaches", "If it holds") : ("If all breach", "If all hold"))
      : rows.count == 1
        ? ("If it counts", "If it does not")
        : rows.count == 2
          ? ("If both count", "If neither does") : ("If all count", "If none does")
    switch way {
    case .counted: return counted.0
    case .notCounted: return counted.1
    case .mixed: return isLowerBound ? "If they turn out for it" : "If they turn out against it"
    }
  }
}
