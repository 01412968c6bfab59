import Exact
import HoldfastModel

/// What an award does to one commitment, in sentences that a buyer understands: every format prints
/// the same words.
struct GateWords {
  let effect: GateEffect

  private var after: Finding { effect.after }

  /// The commitment, the group and the year of the award.
  var name: String {
    after.id + (after.group.map { " [\($0)]" } ?? "")
      + (effect.year.map { ", year \($0) of the award" } ?? "")
  }

  /// What the commitment decides, in a word.
  var label: String {
    switch (effect.level, effect.decision) {
    case (_, .error): "ERROR"
    case (.block, let decision): decision.rawValue.uppercased()
    case (_, .approve): "NO OBJECTION"
    case (.warn, _): "WARNING"
    case (.report, _): "NOTED"
    }
  }

  /// The one sentence: what happens, in numbers.
  var sentence: String {
    guard effect.decision != .error else {
      let count = max(after.errorCount, effect.before?.errorCount ?? 0)
      return "It could not be evaluated: \(Figures.count(count, "error")) in the data or the rules "
        + "that it needs."
    }
    return "\(summary): \(numbers)."
  }

  /// Everything: the sentence, what would turn the decision, and how much room is left.
  var sentences: [String] { [sentence] + aside + turn + room }

  // MARK: What happens

  private var summary: String {
    switch (effect.before?.verdict, after.verdict) {
    case (_, .waived): waived
    case (_, .notApplicable): "It does not apply"
    case (.pass?, .pass): "It stays kept"
    case (.fail?, .pass): "The award mends it"
    case (.indeterminate?, .pass): "With the award it is kept for certain"
    case (_, .pass): "It is kept"
    case (.fail?, .fail) where effect.isWorse: "It is missed already, and the award makes it worse"
    case (.fail?, .fail): "It is missed already, and the award does not make it worse"
    case (.indeterminate?, .fail): "Nobody could tell, and with the award it is missed"
    case (_, .fail): "The award breaks it"
    case (.fail?, _): "It is missed without the award, and may be kept with it"
    case (.indeterminate?, .indeterminate) where hasNoNumber:
      "Nobody can tell what the award does to it"
    case (.indeterminate?, _) where effect.isWorse:
      "Nobody can tell, and the award makes the worst case worse"
    case (.indeterminate?, _): "Nobody can tell, and the award makes the worst case no worse"
    default: "It is kept without the award, and nobody can tell with it"
    }
  }

  /// Whether neither side has bounds that could be held against each other.
  private var hasNoNumber: Bool {
    effect.before?.measurement?.bounds == nil && effect.after.measurement?.bounds == nil
  }

  private var waived: String {
    guard let waiver = after.waiver?.waiver else { return "It is waived, so this advises" }
    return "It is waived until \(waiver.expires) by \(waiver.approver), so this advises"
  }

  private var numbers: String {
    let target = after.target.map { ", target \($0.text)" } ?? ""
    let (then, now) = (Self.number(effect.before), Self.number(after))
    return then == now ? now + " before and after" + target : "from \(then) to \(now)\(target)"
  }

  /// The number of a finding, or that there is none.
  static func number(_ finding: Finding?) -> String {
    guard let finding, let bounds = finding.toldBounds else { return "no number" }
    return Explanation(finding: finding).figure(bounds)
  }

  private var aside: [String] {
    var result: [String] = []
    if effect.before == nil, after.group != nil {
      result.append("The data has no such group so far: look whether it is spelt as there.")
    }
    if effect.leavesReplaced {
      result.append(
        "What the award replaces cannot be taken out of this number, so a person has to look at it."
      )
    }
    if after.cause == .provisional || effect.before?.cause == .provisional {
      result.append("The period is still running, so this is provisional.")
    }
    if let condition = effect.unblocked {
      result.append("It does not block this award, since '\(condition)' does not hold.")
    }
    return result
  }

  // MARK: What would turn it, and what is left

  private var condition: String {
    after.definition.condition.flatMap { $0.utf8.count <= 60 ? "'\($0)'" : nil } ?? "its condition"
  }

  private var turn: [String] {
    guard let change = effect.change else { return [] }
    let way = change.isMore ? "more of the award for certain" : "less of the award for certain"
    let limit = change.isPossible ? "" : ", and the award is not that large"
    return [
      "To turn this, \(condition) would have to hold for \(counted(change.amount)) \(way)\(limit)."
    ]
  }

  private var room: [String] {
    guard let headroom = after.headroom, after.verdict == .pass else { return [] }
    guard headroom.signum > 0 else { return ["No room is left."] }
    let holds = after.target?.minimum != nil ? "does not hold" : "holds"
    return ["Room left: a further \(counted(headroom)) for which \(condition) \(holds)."]
  }

  /// An amount to the last digit: a buyer acts on it.
  private func counted(_ value: Decimal) -> String {
    if after.measurement?.countsRows == true {
      return Figures.count(Int(value.normalized.description) ?? 0, "row")
    }
    if let code = after.currency { return Figures.money(value, code) }
    return Figures.trimmed(value).grouped
  }
}

extension GateDecision {
  /// The decision as a buyer reads it.
  var words: String { rawValue.uppercased() }
}

extension GateReport {
  /// That the gate says nothing of bids.
  static let scope = "The effect of the award on commitments; not an evaluation of bids."

  /// That commitments were left out, in words; nil where none was.
  var leftOutWords: String? {
    guard !leftOut.isEmpty else { return nil }
    let blocking = leftOut.filter(\.blocks).map(\.name)
    let more = blocking.count > 5 ? " and \(blocking.count - 5) more" : ""
    return "Only part of the packs was asked: \(Figures.count(leftOut.count, "commitment")) "
      + (leftOut.count == 1 ? "was left out" : "were left out")
      + (blocking.isEmpty
        ? "."
        : ", and may block the award: \(blocking.prefix(5).joined(separator: ", "))\(more).")
  }

  /// What the award is added to, in words.
  var baseWords: String {
    let rows =
      switch proposal.base {
      case .period: "the period of each commitment"
      case .last12Months: "the last twelve months"
      case .forecast: "the running year to its end, with what the data has for days to come"
      }
    guard !reserved.isEmpty else { return "Added to \(rows)." }
    return "Added to \(rows) and to what is reserved: \(reserved.joined(separator: ", "))."
  }

  /// What becomes of the exit code.
  var summary: String {
    let one = "\(decision.words) (exit \(decision.exitCode))"
    guard outcomes.count > 1 else { return "Decision: \(one)\(outcomes.first?.warned ?? "")" }
    let each = outcomes.map { "\($0.alternative.id) \($0.decision.rawValue)\($0.warned)" }
    return "Decision over all alternatives: \(one); \(each.joined(separator: ", "))"
  }
}

extension GateOutcome {
  /// The alternative with its title and value.
  func name(_ currency: String) -> String {
    let title = alternative.title.map { ": \($0)" } ?? ""
    return alternative.id + title + (value.map { ", \(Figures.money($0, currency))" } ?? "")
  }

  /// How many commitments warn of it, in brackets.
  var warned: String {
    let count = effects.count { $0.level == .warn && $0.decision != .approve }
    return count == 0 ? "" : " (\(Figures.count(count, "warning")))"
  }

  /// What is said of an award of which no commitment speaks.
  var unspoken: String? {
    effects.isEmpty && decision == .refer
      ? "No commitment speaks of these rows, so nothing was judged." : nil
  }
}
