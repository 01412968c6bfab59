import HoldfastExpressions
import HoldfastModel
import Testing

/// A condition, and the texts that only the data can confirm.
private let conditions: [(condition: String, literals: [String])] = [
  ("category == \"works\"", ["category: works"]),
  ("\"works\" == category", ["category: works"]),
  ("category != \"works\"", ["category: works"]),
  ("'works' != category", ["category: works"]),
  ("!(category == \"works\")", ["category: works"]),
  ("category in [\"works\", \"goods\"]", ["category: goods", "category: works"]),
  ("!(category in [\"works\"]) && sme", ["category: works"]),
  ("sme ? category == \"a\" : category == \"b\"", ["category: a", "category: b"]),
  ("is_works", ["category: works"]),
  ("cat == \"goods\"", ["category: goods"]),
  ("category == works", ["category: works"]),
  ("cat in [works, \"goods\"]", ["category: goods", "category: works"]),
  ("category == params.kind", ["category: loans"]),
  ("params.kind == category", ["category: loans"]),
  ("category in [params.kind, \"x\"]", ["category: loans", "category: x"]),
  ("supplier.town == \"Salford\"", ["supplier.town: Salford"]),
  ("size == \"small\"", ["size: small"]),
  // What a blank stands for is declared, so the data need not hold it.
  ("size == \"none\"", []),
  ("kind == \"Works\"", []),
  ("category == department", []),
  ("\"works\" == \"goods\"", []),
  ("category.startsWith(\"works\")", []),
  ("sme == true && amount > 100", []),
]

@Suite struct LiteralTests {
  private func draft(_ condition: String) -> Draft {
    Draft(
      condition: condition,
      definitions: [
        ("is_works", "category == \"works\""), ("cat", "category"), ("works", "\"works\""),
      ],
      parameters: [("kind", .text, .text("loans"))])
  }

  @Test(arguments: conditions) func finds(_ condition: String, _ literals: [String]) throws {
    let checked = try Outcome(draft(condition)).commitment()
    let found = checked.literals.map { "\(checked.schema.slots[$0.slot].name): \($0.literal)" }
    #expect(found.sorted() == literals)
  }

  @Test func findsThemInEveryPart() throws {
    let draft = Draft(
      among: "category != \"a\"", condition: "category == \"b\"", leaveOut: ["category == \"c\""])
    let literals = try Outcome(draft).commitment().literals.map(\.literal)
    #expect(literals.sorted() == ["a", "b", "c"])
  }

  @Test(arguments: [
    ("kind == \"Work\"", "\"Work\": 'Work' is no value of column 'kind' [did you mean 'Works'?]"),
    (
      "kind in ['Goods', 'Transport']",
      "'Transport': 'Transport' is no value of column 'kind' [its values are Goods, Works]"
    ),
  ])
  func refusesWhatAChoiceDoesNotList(_ condition: String, _ message: String) {
    #expect(Outcome(Draft(condition: condition)).messages == [message])
  }

  @Test func refusesItInADefinitionToo() {
    let draft = Draft(condition: "k == \"Work\"", definitions: [("k", "kind")])
    #expect(
      Outcome(draft).messages
        == ["\"Work\": 'Work' is no value of column 'kind' [did you mean 'Works'?]"])
  }
}
