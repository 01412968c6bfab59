import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

extension CommitmentReader {
  /// The word in place of a target that somebody else has to supply.
  static let required = "required"

  func readTargets(_ fields: inout Fields, into result: inout Commitment) {
    readSchedule(&fields, into: &result)
    if let text = fields.expression("stretch") {
      result.stretch = TargetReader(problems: problems).target(text)
    }
  }

  /// A line to reach, or several, one after the other.
  func readSchedule(_ fields: inout Fields, into result: inout Commitment) {
    let reader = TargetReader(problems: problems)
    if let text = fields.expression("target") {
      if text.text.trimmed == Self.required {
        result.isTemplate = true
      } else if let target = reader.target(text) {
        result.schedule.append(ScheduledTarget(from: nil, target: target))
      }
    }
    let steps = fields.list("schedule", "a step of the schedule")
    if let node = fields.node("schedule"), case .sequence(let items) = node.kind, items.isEmpty {
      problems.add("a schedule has at least one step", at: node.span)
    }
    if !steps.isEmpty, result.isTemplate {
      problems.add("write target: required or schedule:, not both", at: steps[0].span)
    }
    if !steps.isEmpty, let target = result.schedule.first?.target {
      problems.add(
        "write target: or schedule:, not both", at: target.span,
        help: "put the target into the schedule with a day: {from: 2024-04-01, target: \"...\"}")
    }
    for item in steps {
      var step = item
      let from = step.date("from")
      let target = step.expression("target").flatMap { reader.target($0) }
      step.finish()
      guard let from, let target else { continue }
      if let last = result.schedule.last?.from, last >= from {
        problems.add("the steps of a schedule must follow each other in time", at: item.span)
      }
      result.schedule.append(ScheduledTarget(from: from, target: target))
    }
  }

  /// Notes whether a target is written in percent.
  func noteUnit(of result: inout Commitment) {
    let steps = result.schedule + (result.joint?.schedule ?? [])
    result.isInPercent = steps.flatMap(\.target.quantities).contains { quantity in
      switch quantity {
      case .number(_, .percent), .baseline(.plus(_, .percent)): true
      default: false
      }
    }
  }

  /// Holds the commitment's keys against what its checker takes.
  func checkKeys(_ fields: inout Fields, _ commitment: Commitment, isPart: Bool = false) {
    guard let declaration = checkers[commitment.check.value] else {
      guard !commitment.check.value.isEmpty else { return }
      problems.add(
        "there is no checker '\(commitment.check.value)'", at: commitment.check.span,
        help: help(for: commitment.check.value))
      return
    }
    for key in CheckerDeclaration.Key.allCases {
      if isPart, !CheckerDeclaration.isForParts(key) { continue }
      let span = fields.node(key.rawValue)?.span
      let isScheduled =
        key == .target && CheckerDeclaration.targetKeys.contains { fields.node($0) != nil }
      switch (declaration.keys[key], span) {
      case (nil, let span?):
        problems.add(
          "'\(declaration.keyword)' takes no '\(key.rawValue)'", at: span,
          help: "it measures \(declaration.summary)")
      case (.required, nil) where !isScheduled:
        problems.add(
          "'\(declaration.keyword)' needs '\(key.rawValue)'", at: commitment.check.span,
          help: "it measures \(declaration.summary)")
      default: break
      }
    }
    checkMissing(declaration, commitment)
    let unit = declaration.unit(of: commitment)
    for target in commitment.schedule.map(\.target) + [commitment.stretch].compactMap({ $0 }) {
      if let mistake = unit.mistake(in: target, of: declaration.keyword) {
        problems.add(mistake)
      }
    }
  }

  private func help(for keyword: String) -> String {
    let names = checkers.keywords
    if let hint = Nearest.hint(for: keyword, in: names) { return hint }
    if let slash = keyword.firstIndex(of: "/") {
      return "name the folder of the plugin '\(keyword[..<slash])' with --plugins FOLDER"
    }
    return "the checkers are \(names.joined(separator: ", "))"
  }

  private func checkMissing(_ declaration: CheckerDeclaration, _ commitment: Commitment) {
    // Which side hurts is a matter of the line, and a part has none.
    let isPart = commitment.id.contains("/")
    if !declaration.missingRules.contains(commitment.missing)
      || (isPart && commitment.missing == .worst)
    {
      problems.add(
        "'\(declaration.keyword)' cannot take missing: \(commitment.missing.rawValue)",
        at: commitment.check.span,
        help: "use one of \(declaration.missingRules.map(\.rawValue).joined(separator: ", "))")
    }
    guard commitment.missing == .worst else { return }
    for step in commitment.schedule where [.equal, .between].contains(step.target.comparison) {
      problems.add(
        "missing: worst needs a target with a direction, >= or <=", at: step.target.span)
    }
  }
}
