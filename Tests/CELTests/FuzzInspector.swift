import CEL
import Foundation

/// Holds one expression after the other against the laws of the language.
struct FuzzInspector {
  let world: FuzzWorld
  var values: FuzzValues
  var findings: [FuzzFinding] = []
  var counts = FuzzCounts()
  /// The text that is being looked at.
  private var text = ""

  init(seed: UInt64, world: FuzzWorld) {
    self.world = world
    values = FuzzValues(random: FuzzRandom(seed: seed))
  }

  /// Parses, prints, checks, plans and evaluates a text, over several rows.
  mutating func inspect(_ text: String) {
    let start = Self.seconds()
    self.text = text
    counts.texts += 1
    guard
      let tree = attempt({ environment throws(IssueList) in
        try environment.parse(text)
      })
    else {
      return
    }
    counts.parsed += 1
    inspectPrinting(tree)
    let checked = attempt { environment throws(IssueList) in
      try environment.compile(text)
    }
    let unchecked = attempt { environment throws(IssueList) in
      try environment.compileUnchecked(text)
    }
    if checked != nil, unchecked == nil {
      note(.whatIsCheckedIsPlanned, "only checked it compiles")
    }
    if let checked { inspectChecked(checked, unchecked) }
    if let unchecked, checked == nil { inspectUnchecked(unchecked) }
    let seconds = Self.seconds() - start
    if seconds > counts.slowest.seconds { counts.slowest = (seconds, text) }
  }

  mutating func note(_ law: FuzzFinding.Law, _ details: String) {
    findings.append(FuzzFinding(law: law, text: text, details: String(details.prefix(2000))))
  }

  /// The processor time that this thread has taken.
  static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A result, or nil where the text has mistakes, whose places must be within it.
  mutating func attempt<Result>(
    _ body: (Environment) throws(IssueList) -> Result
  ) -> Result? {
    do throws(IssueList) {
      return try body(world.environment)
    } catch {
      let whole = 0...text.utf8.count
      for issue in error.issues {
        let isInside =
          whole.contains(issue.range.lowerBound) && whole.contains(issue.range.upperBound)
        if !isInside || issue.message.isEmpty || issue.message.hasSuffix(".") {
          note(.mistakesHaveAPlaceInTheText, "\(issue)")
        }
      }
      if error.issues.isEmpty { note(.mistakesHaveAPlaceInTheText, "no mistake is told") }
      return nil
    }
  }

  mutating func plan(_ checked: CheckedExpression) -> Program? {
    attempt { environment throws(IssueList) in
      try environment.program(checked)
    }
  }

  /// The value over a row, the same each time.
  mutating func evaluate(_ program: Program, _ row: [Value]) -> Value {
    let value = program.evaluate(Cells(values: row))
    counts.evaluated += 1
    if values.random.chance(20) {
      let again = program.evaluate(Cells(values: row))
      if !again.isSame(as: value) {
        note(.evaluatingTwiceGivesTheSame, "\(value.shown), then \(again.shown)")
      }
    }
    return value
  }

  /// The cells of a row that an expression reads.
  func shown(_ row: [Value], _ checked: CheckedExpression) -> String {
    let cells = zip(FuzzWorld.variables, row).filter { checked.variables.contains($0.0.name) }
    return cells.map { "\($0.0.name)=\($0.1.shown)" }.joined(separator: " ")
  }
}

extension CheckedExpression {
  /// Whether the checker knew every type; where one is open, so is what others were inferred from.
  var isTyped: Bool { !types.contains { $0.mentions(.dyn) } }
}

extension Value {
  /// The value as messages show it, cut where it is long.
  var shown: String { isSmall(200) ? "\(description.prefix(300))" : "a large \(type)" }

  /// Whether it is made of fewer values than a number, and of no long text.
  func isSmall(_ limit: Int) -> Bool {
    var left = limit
    return Self.isSmall(self, &left)
  }

  private static func isSmall(_ value: Value, _ left: inout Int) -> Bool {
    left -= 1
    guard left > 0 else { return false }
    switch value {
    case .string(let text): return text.utf8.count < 4096
    case .list(let list): return list.allSatisfy { isSmall($0, &left) }
    case .map(let map): return map.entries.allSatisfy { isSmall($0.value, &left) }
    case .optional(let held?): return isSmall(held, &left)
    default: return true
    }
  }
}
