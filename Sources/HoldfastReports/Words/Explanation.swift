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
    [headline] + waived + stands + due + remarks + parts + judged + decisions + unknowns
      + partUnknowns
      + settlement
      + distances + rows + stretch + score
      + origin + answers
  }

  /// Everything as one paragraph.
  var paragraph: String { sentences.joined(separator: " ") }

  var unit: Measurement.Unit { finding.measurement?.unit ?? .number }

  /// What was found, against what was wanted.
  var outcome: String {
    if let reason = reasonWithoutNumber { return reason }
    guard let measurement = finding.measurement, let bounds = measurement.bounds else {
      return "nothing was measured."
    }
    let wanted = finding.target.map { ", target \($0.text)\(drawn($0))" } ?? ""
    if finding.check == "evidence" {
      return "\(measured(bounds)) of the documents for '\(claim)' in order." + aside
    }
    switch measurement.form {
    case .breaches: return breaches(measurement, bounds) + aside
    case .repeats: return repeats(measurement, bounds) + aside
    default: break
    }
    return measured(bounds) + wanted + "." + aside
  }

  /// The number of a line that was drawn from measurements.
  private func drawn(_ line: TargetLine) -> String {
    guard line.isDrawn, let end = (line.minimum ?? line.maximum)?.value else { return "" }
    // A line that counts rows may lie between two numbers of rows.
    let unit = unit == .rows ? Measurement.Unit.number : unit
    guard let soft = (line.lenient?.minimum ?? line.lenient?.maximum)?.value else {
      return " (\(Figures.text(end, unit)))"
    }
    let ends = [
      Figures.text(min(end, soft), unit, .lower), Figures.text(max(end, soft), unit, .upper),
    ]
    return " (between \(ends[0]) and \(ends[1]))"
  }

  /// What was found, without what was wanted.
  func figure(_ bounds: Measurement.Bounds) -> String {
    guard let measurement = finding.measurement else { return measured(bounds) }
    let text =
      switch measurement.form {
      case .breaches: breaches(measurement, bounds)
      case .repeats: repeats(measurement, bounds)
      default: measured(bounds)
      }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  func measured(_ bounds: Measurement.Bounds) -> String {
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

  /// The claim that evidence is of.
  private var claim: String { finding.definition.claim ?? "" }

  /// For checks that no value stands in two rows.
  private func repeats(_ measurement: Measurement, _ bounds: Measurement.Bounds) -> String {
    let all = "of \(Figures.count(measurement.rows, "row"))"
    if bounds.upper == .zero { return "each \(all) has a value of its own." }
    let sure = Figures.text(bounds.lower, .rows)
    let number =
      bounds.isExact ? sure : "between \(sure) and \(Figures.text(bounds.upper, .rows))"
    let verb = bounds.isExact && bounds.lower == Rational(1) ? "repeats" : "repeat"
    return "\(number) \(all) \(verb) a value that another has."
  }

  /// Why a verdict is not what the number suggests.
  private var aside: String {
    switch finding.cause {
    case .heldJointly:
      " It is promised jointly with other institutions, so one alone is not judged: name all of "
        + "them with --institution."
    case .provisional: " The period is still running, so this is provisional."
    case .literalNeverHeld(let literal, "claim", let nearest) where finding.check == "evidence":
      " No attestation in evidence.yaml is of '\(literal)'"
        + (nearest.map { "; the nearest claim there is '\($0)'." } ?? ".")
    case .literalNeverHeld(let literal, let column, let nearest):
      " The text '\(literal)' never stands in column '\(column)'"
        + (nearest.map { "; the nearest value there is \(Nearest.quoted($0, for: literal))." }
          ?? ".")
        + " A condition that can never hold proves nothing: mend the spelling, or declare the "
        + "column's values."
    default: ""
    }
  }

  private var reasonWithoutNumber: String? {
    switch finding.cause {
    case .partUnknown(let name): partUnknown(name)
    case .errors where finding.isJoint && finding.parts.last?.finding.verdict == .error:
      "\(finding.parts.last?.name ?? "") could not be evaluated, so nothing can be told of all "
        + "together: \(Figures.count(finding.errorCount, "error")) in its data or the rules."
    case .errors:
      "\(Figures.count(finding.errorCount, "error")) in the data or the rules that it needs."
    case .nothingSelected:
      "no row of \(finding.dataset) \(span) is selected\(finding.measurement?.selected ?? 0 > 0 ? " for certain" : ""), so there is "
        + "nothing to judge."
    case .groupWithoutRows:
      "the group '\(finding.group ?? "")' has no rows \(span)."
    case .emptyAllowed: "no row of \(finding.dataset) \(span) is selected, which may be."
    case .unbounded: unbounded
    case .snapshotAfterAsOf(let day):
      "\(finding.dataset) describes \(day), which is after the day of the run."
    case .snapshotOutsidePeriod(let day):
      "\(finding.dataset) describes \(day), which is outside the period asked for."
    case .notYetEffective(let day): "the pack holds from \(day) on."
    case .noLongerEffective(let day): "the pack held until \(day)."
    case .suppressed: "too few persons to be shown."
    case .institutionsMissing(let names): institutionsMissing(names)
    case .scheduleNotBegun(let day): "the first target comes into force on \(day)."
    case .filesMissing(let cadence, let names): filesMissing(cadence, names)
    case .controlTotal(let column, let found, let wanted, let source):
      "the rows of \(finding.dataset) add up to \(found.grouped) in \(column), but should come to "
        + "\(wanted)\(source.map { " (\($0))" } ?? "")."
    case nil where finding.measurement?.bounds == nil: "nothing was measured."
    default: nil
    }
  }

  private func institutionsMissing(_ names: [String]) -> String {
    let verb = names.count == 1 ? "has promised it too and is" : "have promised it too and are"
    return "\(names.joined(separator: ", ")) \(verb) not counted in this run. Name every "
      + "institution with --institution."
  }

  private func filesMissing(_ cadence: String, _ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    let more = names.count > 12 ? " and \(names.count - 12) more" : ""
    let what = names.count == 1 ? cadence : "\(cadence)s"
    return "there are no rows of \(finding.dataset) for the \(what) \(shown)\(more), which are "
      + "expected. Add the files, or correct `expect`."
  }

  /// What the number of a row is called.
  private var measureName: String {
    finding.check == "value" ? "quantity or factor" : finding.definition.measure ?? "measure"
  }

  private var unbounded: String {
    switch finding.measurement?.unbounded {
    case .measureUnknown(let rows):
      "\(Figures.count(rows, "row")) that may count \(rows == 1 ? "has" : "have") no "
        + "\(measureName), so no bounds can be given. Correct the "
        + "cells, or declare what a blank means (blank: exclude, or a value)"
        + (["mean", "concentration"].contains(finding.check)
          ? "." : ", or what an unknown one lies between (between:).")
    case .rankUnknown(let rows):
      "\(Figures.count(rows, "row")) that may count \(rows == 1 ? "has" : "have") no "
        + "\(finding.definition.measure ?? "measure") and may stand anywhere in the order, so no "
        + "bounds can be given. Correct the cells, or declare what a blank means (blank: exclude, or "
        + "a value)."
    case .severalRows(let count):
      "a figure is the number of one row, and \(Figures.count(count, "row")) may be meant. Narrow "
        + "`among` or `where`."
    case .divisor(let name):
      "the \(name) may be nothing, or less, so it cannot be divided by."
    case .tooFewGroups:
      "there are fewer than two groups, so that nothing can be compared."
    case .coverage(let answered, let wanted):
      "only \(Figures.text(answered, .share, .lower)) of it is answered for, and "
        + "\(Figures.text(Rational(wanted), .share)) are wanted before anything is said."
    case .claimed(let reason): "the plugin gives no bounds: \(reason)."
    case .columnUnknown(let name, let rows):
      "\(Figures.count(rows, "row")) \(rows == 1 ? "lacks" : "lack") what the plugin wants as "
        + "'\(name)'."
    case .denominatorNotPositive:
      finding.measurement?.unknownRows == 0
        ? "nothing, or less than nothing, is left to divide by."
        : "the unknown rows may leave nothing to divide by, so no bounds can be given."
    case nil: "no bounds can be given."
    }
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
