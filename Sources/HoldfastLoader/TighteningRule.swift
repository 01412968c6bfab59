import Exact
import HoldfastModel
import YAMLSource

/// Whether a commitment asks at least as much as the one that it is written over.
struct TighteningRule {
  let parent: Commitment
  let child: Commitment

  /// Keys that say nothing of what is judged, or are compared by their meaning.
  private static let free: Set<String> = [
    "id", "title", "source", "tags", "owner", "target", "schedule", "stretch", "enforcement", "due",
    "legal_basis", "loosens",
  ]

  /// What it changes in a way that may ask less, in words.
  func loosened(_ node: YAMLNode, over base: YAMLNode) -> [String] {
    var result = node.keys.filter { key in
      guard !Self.free.contains(key) else { return false }
      // What is asked of several institutions besides asks more.
      if key == "joint", base[key] == nil { return false }
      // What blocked no award before blocks some now.
      if key == "block_when", parent.enforcement.gate != .block { return false }
      // Only what is the same text, letter by letter, is known to be the same.
      guard let own = node[key]?.scalar?.text, let other = base[key]?.scalar?.text else {
        return true
      }
      return own != other
    }.map { "'\($0)'" }
    if !isAimTighter { result.append("the target") }
    if Self.rank(child.enforcement.check) < Self.rank(parent.enforcement.check)
      || Self.rank(child.enforcement.gate) < Self.rank(parent.enforcement.gate)
    {
      result.append("the enforcement")
    }
    if let due = child.due, parent.due.map({ due > $0 }) ?? true { result.append("'due'") }
    return result
  }

  private static func rank(_ level: Enforcement.Level) -> Int {
    switch level {
    case .report: 0
    case .warn: 1
    case .block: 2
    }
  }

  /// Whether on every day the target is at least as hard to reach.
  var isAimTighter: Bool {
    guard !parent.isTemplate else { return true }
    let days = (parent.schedule + child.schedule).map(\.from)
    return days.allSatisfy { day in
      guard let old = Self.inForce(parent.schedule, day) else { return true }
      guard let new = Self.inForce(child.schedule, day) else { return false }
      return Self.isTighter(new, than: old)
    }
  }

  private static func inForce(_ schedule: [ScheduledTarget], _ day: CivilDate?) -> Target? {
    schedule.last { step in
      guard let from = step.from else { return true }
      return day.map { from <= $0 } ?? false
    }?.target
  }

  /// Whether a target is one of the same kind that asks at least as much; what cannot be decided is
  /// not.
  private static func isTighter(_ new: Target, than old: Target) -> Bool {
    if new.text == old.text { return true }
    guard case .number(let own, let unit)? = new.quantities.first,
      case .number(let other, let oldUnit)? = old.quantities.first, unit == oldUnit
    else { return false }
    switch (old.comparison, new.comparison) {
    case (.atLeast, .atLeast), (.above, .above), (.atLeast, .above): return own >= other
    case (.above, .atLeast): return own > other
    case (.atMost, .atMost), (.below, .below), (.atMost, .below): return own <= other
    case (.below, .atMost): return own < other
    case (.between, .between):
      guard case .number(let top, let unit)? = new.quantities.last,
        case .number(let oldTop, let oldUnit)? = old.quantities.last, unit == oldUnit
      else { return false }
      return own >= other && top <= oldTop
    default: return false
    }
  }
}
