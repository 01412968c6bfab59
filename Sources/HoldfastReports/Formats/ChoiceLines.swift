import Exact
import HoldfastModel

/// The choices of a report for a terminal; exclusions that several commitments share stand once.
struct ChoiceLines {
  let report: Report

  /// The lines with their heading; none where there are no choices.
  var lines: [String] {
    guard !report.choices.isEmpty else { return [] }
    return ["", "Choices that the institution or the pack made"]
      + texts.flatMap { Layout.wrapped($0, indent: 2) }
  }

  /// A text a choice.
  var texts: [String] {
    var result: [String] = []
    var done: Set<String> = []
    for choice in report.choices where !done.contains(choice.what) {
      let twins = report.choices.filter { isTwin($0, of: choice) }
      done.formUnion(twins.map(\.what))
      result.append(text(choice, twins))
    }
    return result
  }

  /// Whether two choices are the same exclusion of two commitments.
  private func isTwin(_ other: Choice, of choice: Choice) -> Bool {
    if other.what == choice.what { return true }
    return exclusion(choice) != nil && exclusion(other) == exclusion(choice)
      && other.value == choice.value && other.rows?.rows == choice.rows?.rows
  }

  private func exclusion(_ choice: Choice) -> Substring? {
    let marker = ".leave_out."
    guard let start = choice.what.utf8.firstRange(of: marker.utf8) else { return nil }
    return choice.what[start.lowerBound...]
  }

  private func text(_ choice: Choice, _ twins: [Choice]) -> String {
    let who = [choice.by, choice.on?.description].compactMap { $0 }.joined(separator: ", ")
    var text = name(choice, twins) + ": \(choice.value)" + (who.isEmpty ? "" : " (\(who))")
    if let rows = choice.rows {
      let sum = twins.compactMap { $0.rows?.total }.first { $0.signum != 0 }
      let value = sum.map { ", \(Figures.shortMoney($0, report.currency))" } ?? ""
      text += "; \(Figures.count(rows.rows, "row"))\(value)"
    }
    let decided = twins.flatMap(\.decides)
    guard !decided.isEmpty else { return text }
    let names = decided.count > 3 ? "\(decided.count) findings" : decided.joined(separator: ", ")
    return text + "; decides \(names)"
  }

  private func name(_ choice: Choice, _ twins: [Choice]) -> String {
    guard twins.count > 1, let tail = exclusion(choice) else { return choice.what }
    let owners = twins.map { String($0.what.dropLast(tail.count)) }
    return owners.joined(separator: ", ") + ": \(tail.dropFirst())"
  }
}
