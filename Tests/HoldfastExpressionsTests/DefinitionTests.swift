import CEL
import HoldfastExpressions
import HoldfastModel
import Testing

@Suite struct DefinitionTests {
  @Test func comeInAnyOrder() throws {
    let draft = Draft(
      condition: "both",
      definitions: [
        ("both", "large && local"), ("large", "amount > limit"), ("limit", "100"),
        ("local", "supplier.postcode in area(\"home\")"),
      ])
    let checked = try Outcome(draft).commitment()
    #expect(
      checked.definitions == [
        "both": "large && local", "large": "amount > limit", "limit": "100",
        "local": "supplier.postcode in area(\"home\")",
      ])
    #expect(
      checked.condition?.expression.variables == ["amount", "supplier.postcode"])
  }

  @Test func areListedWhereTheyAreUsed() throws {
    let draft = Draft(
      condition: "large", definitions: [("large", "amount > 100"), ("small", "amount < 1")])
    #expect(try Outcome(draft).commitment().definitions == ["large": "amount > 100"])
  }

  /// The pack's word is the pack's, whatever columns an institution has.
  @Test func goBeforeColumns() throws {
    let draft = Draft(condition: "sme", definitions: [("sme", "size == \"small\"")])
    #expect(
      try Outcome(draft).commitment().condition?.expression.variables == ["size"])
  }

  @Test func cyclesAreRefusedOnceForEachOfThem() {
    let draft = Draft(
      condition: "a && c",
      definitions: [("a", "b || sme"), ("b", "a"), ("c", "a && sme"), ("d", "sme")],
      commitments: 3)
    #expect(
      Outcome(draft).messages == [
        "b || sme: definition 'a' leads back to itself (a, b)",
        "a: definition 'b' leads back to itself (a, b)",
      ])
  }

  @Test func oneMayLeadToItself() {
    let draft = Draft(condition: "a", definitions: [("a", "!a")])
    #expect(Outcome(draft).messages == ["!a: definition 'a' leads back to itself (a)"])
  }

  @Test func variablesOfMacrosAreNoDefinitions() throws {
    let draft = Draft(
      condition: "a", definitions: [("x", "a"), ("a", "[1, 2].exists(x, x == count)")])
    #expect(try Outcome(draft).commitment().definitions.keys.sorted() == ["a"])
  }

  @Test(arguments: [1, 3]) func aBrokenOneIsReportedOnce(_ commitments: Int) {
    let draft = Draft(
      condition: "outer",
      definitions: [("outer", "inner && sme"), ("inner", "categry == \"x\"")],
      commitments: commitments)
    let messages = Outcome(draft).messages
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix("categry: ") == true)
    #expect(messages.first?.contains("did you mean 'category'?") == true)
  }

  @Test func aBrokenOneIsReportedThoughNobodyUsesIt() {
    let draft = Draft(condition: "sme", definitions: [("odd", "amount >")])
    #expect(Outcome(draft).messages.count == 1)
    #expect(Outcome(draft).commitments.count == 1)
  }

  /// A hundred definitions, each using the next, do not take the checker's time or stack.
  @Test func longChainsAreCompiled() throws {
    let chain = (0..<100).map { ("d\($0)", $0 == 99 ? "sme" : "d\($0 + 1)") }
    #expect(
      try Outcome(Draft(condition: "d0", definitions: chain)).commitment().definitions.count
        == 100)
  }
}
