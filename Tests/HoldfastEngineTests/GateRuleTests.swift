import Diagnostics
import Exact
import HoldfastEngine
import HoldfastModel
import Testing

@Suite("What the gate decides")
struct GateRuleTests {
  /// Bounds in percent, and the verdict that they have.
  struct State: Sendable {
    let verdict: Verdict
    var bounds: (Int, Int)?

    static func pass(_ low: Int, _ high: Int) -> State {
      State(verdict: .pass, bounds: (low, high))
    }
    static func fail(_ low: Int, _ high: Int) -> State {
      State(verdict: .fail, bounds: (low, high))
    }
    static func open(_ low: Int, _ high: Int) -> State {
      State(verdict: .indeterminate, bounds: (low, high))
    }
    static let unbounded = State(verdict: .indeterminate)
    static let error = State(verdict: .error)
    static let waived = State(verdict: .waived, bounds: (0, 10))
  }

  private static func finding(_ state: State, isFloor: Bool) -> Finding {
    let span = SourceSpan(source: SourceText(name: "t", text: ""), range: 0..<0)
    let commitment = Commitment(
      id: "C", title: "", check: Located("share", at: span), dataset: Located("d", at: span),
      span: span)
    var finding = Finding(
      pack: Pack(id: "p", title: "", version: "1", span: span), commitment: commitment, group: nil,
      verdict: state.verdict,
      definition: FindingDefinition(
        condition: nil, among: nil, measure: nil, definitions: [:], digest: ""))
    finding.target = TargetLine(
      isFloor ? .atLeast : .atMost, [Rational(50)], text: "50")
    var measurement = Measurement(.quotient, unit: .share)
    measurement.bounds = state.bounds.map { .init(Rational($0.0), Rational($0.1)) }
    finding.measurement = measurement
    return finding
  }

  /// What stands before and after a floor of 50, and what is decided. A ceiling decides the same of
  /// what is mirrored.
  static let rows: [(State, State, GateDecision)] = [
    (.pass(60, 70), .pass(50, 60), .approve), (.pass(60, 70), .fail(40, 49), .reject),
    (.pass(60, 70), .open(49, 60), .refer), (.pass(60, 70), .unbounded, .refer),
    (.open(40, 60), .pass(50, 60), .approve), (.open(40, 60), .fail(39, 49), .reject),
    (.open(40, 60), .fail(41, 49), .reject), (.open(40, 60), .open(39, 61), .refer),
    (.open(40, 60), .open(40, 59), .approve), (.open(40, 60), .open(41, 60), .approve),
    (.open(40, 60), .unbounded, .refer), (.unbounded, .unbounded, .refer),
    (.unbounded, .open(40, 60), .refer), (.unbounded, .pass(50, 60), .approve),
    (.unbounded, .fail(10, 20), .reject), (.fail(30, 40), .fail(30, 39), .approve),
    (.fail(30, 40), .fail(29, 45), .reject), (.fail(30, 40), .open(30, 60), .approve),
    (.fail(30, 40), .open(29, 60), .refer), (.fail(30, 40), .pass(50, 60), .approve),
    (.fail(30, 40), .unbounded, .refer), (.pass(60, 70), .error, .error),
    (.error, .pass(60, 70), .error), (.fail(30, 40), .waived, .approve),
  ]

  @Test(arguments: rows.indices, [true, false])
  func followsTheTable(_ index: Int, _ isFloor: Bool) {
    let (before, after, wanted) = Self.rows[index]
    let mirrored = { (state: State) in
      isFloor
        ? state
        : State(verdict: state.verdict, bounds: state.bounds.map { (100 - $0.1, 100 - $0.0) })
    }
    let rule = GateRule(
      before: Self.finding(mirrored(before), isFloor: isFloor),
      after: Self.finding(mirrored(after), isFloor: isFloor))
    #expect(rule.decision == wanted)
  }

  @Test(arguments: [
    (State.pass(60, 70), GateDecision.approve), (.fail(10, 20), .reject), (.open(40, 60), .refer),
    (.error, .error),
  ])
  func aGroupOfItsOwnWasNotBroken(_ after: State, _ wanted: GateDecision) {
    let rule = GateRule(before: nil, after: Self.finding(after, isFloor: true))
    #expect(rule.decision == wanted)
  }
}
