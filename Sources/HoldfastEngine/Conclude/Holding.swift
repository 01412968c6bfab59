import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// What draws the line of a target for a group, once all that it rests on is measured.
typealias LineDrawing = (Aim, CheckedCommitment, String) -> DrawnLine

/// What came of drawing a line.
enum DrawnLine {
  /// The line, and what it was drawn from.
  case line(TargetLine, from: [(name: String, finding: Finding)])
  /// Something that it rests on cannot be told, or could not be evaluated.
  case unknown(name: String, Finding)
  /// It cannot be drawn.
  case wrong(Diagnostic, from: [(name: String, finding: Finding)])
}

/// Holds a measurement against its line.
struct Holding {
  let commitment: CheckedCommitment
  let asOf: CivilDate
  let period: Period
  let draw: LineDrawing

  private var promise: Commitment { commitment.commitment }

  /// The verdict of a measurement; of a part, which has no line, only the measurement.
  func hold(
    _ measurement: Measurement, against aim: Aim?, into result: inout Finding
  ) throws(ExactError) {
    result.measurement = measurement
    var line = measurement.ownLine
    if let aim {
      guard let drawn = drawn(aim, &result) else { return }
      line = drawn
    }
    result.target = line
    guard measurement.certain > 0 else {
      // Rows that may belong elsewhere keep an empty period from being one for certain.
      let isEmpty = promise.mayBeEmpty && measurement.selected == 0
      result.verdict = isEmpty ? .notApplicable : .indeterminate
      result.cause = isEmpty ? .emptyAllowed : .nothingSelected
      return
    }
    guard let bounds = measurement.bounds else {
      result.cause = .unbounded
      return
    }
    if let rule = promise.score { result.score = (try rule.points(for: bounds), rule.points) }
    guard let line else { return }
    result.verdict = line.verdict(of: bounds)
    if result.verdict == .indeterminate { result.cause = .straddles }
    temper(&result, line)
    addDistances(&result, measurement, line, bounds)
  }

  /// The line of a target; nil, with what is to be said of it, where it cannot be drawn.
  private func drawn(_ aim: Aim, _ result: inout Finding) -> TargetLine? {
    switch draw(aim, commitment, result.group ?? "") {
    case .line(let line, let parts):
      result.parts += parts
      guard let unit = result.measurement?.unit, case .open(let target) = aim,
        !target.hasOwnUnit,
        let other = parts.first(where: { $0.finding.measurement?.unit.isLike(unit) == false })
      else { return line }
      result.fail(
        Diagnostic(
          "the measurement of '\(other.name)' is in another unit than '\(promise.id)'",
          at: target.target.span, help: "a share is held against shares, money against money"))
      return nil
    case .unknown(let name, let finding):
      result.rest(on: finding, named: name)
      return nil
    case .wrong(let problem, let parts):
      result.parts += parts
      result.fail(problem)
      return nil
    }
  }

  /// Takes back verdicts that the day does not allow.
  private func temper(_ result: inout Finding, _ line: TargetLine) {
    let blocks = promise.enforcement.check == .block
    if period.provisional {
      let isShort = result.measurement?.bounds.map { !line.isAbove($0.upper) } ?? false
      let mayStillGrow =
        result.verdict == .fail && isShort && result.measurement?.form == .sum
      if mayStillGrow || (result.verdict == .pass && blocks) {
        result.verdict = .indeterminate
        result.cause = .provisional
      }
    }
    // What rests on a period that still runs is no more certain than that.
    if result.verdict == .pass, blocks,
      result.parts.contains(where: { $0.finding.period?.provisional == true })
    {
      result.verdict = .indeterminate
      result.cause = .provisional
    }
    if result.verdict == .fail, let due = promise.due, asOf < due {
      result.enforcement = Enforcement(check: .report, gate: .report)
      result.dueBy = due
    }
  }

  private func addDistances(
    _ result: inout Finding, _ measurement: Measurement, _ line: TargetLine,
    _ bounds: Measurement.Bounds
  ) {
    let settler = Settler(measurement: measurement, line: line)
    switch (result.verdict, result.cause) {
    case (.pass, _): result.headroom = (try? settler.headroom()) ?? nil
    case (.fail, _): result.shortfall = (try? settler.shortfall()) ?? nil
    // Where the line itself is not wholly known, rows alone settle nothing.
    case (.indeterminate, .straddles?) where line.lenient == nil:
      // What cannot be worked out exactly is left unsaid: the verdict does not rest on it.
      result.settlesPass = (try? settler.settlement(pass: true)) ?? nil
      result.settlesFail = (try? settler.settlement(pass: false)) ?? nil
    default: break
    }
    guard let stretch = commitment.stretch else { return }
    guard case .line(let further, _) = draw(stretch, commitment, result.group ?? "") else {
      result.stretch = (stretch.text, nil)
      return
    }
    let reached: Bool? =
      switch further.verdict(of: bounds) {
      case .pass: true
      case .fail: false
      default: nil
      }
    result.stretch = (further.text, reached)
  }
}

extension Measurement.Unit {
  /// Whether a number of the one can be the line of a number of the other.
  fileprivate func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.rows, .number), (.number, .rows): true
    default: self == other
    }
  }
}

extension Finding {
  /// Takes over that something it rests on could not be told, or not evaluated.
  mutating func rest(on part: Finding, named name: String) {
    parts.append((name, part))
    guard part.verdict == .error else {
      verdict = .indeterminate
      cause = .partUnknown(name)
      return
    }
    verdict = .error
    cause = .errors
    errors = part.errors
    errorCount = part.errorCount
    unsaidErrors = part.unsaidErrors
  }

  /// Is held by several institutions together: alone it is measured and not judged.
  mutating func leaveToOthers() {
    guard verdict != .error, cause != .suppressed else { return }
    verdict = .notApplicable
    // Why it cannot be told is told with the whole.
    if measurement?.bounds != nil, cause == nil { cause = .heldJointly }
  }

  /// Cannot be evaluated, for a reason.
  mutating func fail(_ problem: Diagnostic) {
    verdict = .error
    cause = .errors
    errors = [problem]
    errorCount = 1
  }

  /// Whether others can rest on what it measured.
  var isMeasured: Bool {
    guard verdict != .error, let measurement, measurement.bounds != nil, measurement.certain > 0
    else { return false }
    switch cause {
    // What keeps its own line from being drawn says nothing against its number.
    case nil, .straddles?, .provisional?, .partUnknown?, .heldJointly?: return true
    default: return false
    }
  }
}
