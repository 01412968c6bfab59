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

  /// Texts that look alike come in the order of their bytes, in every run.
  @Test func comeInOneOrder() throws {
    let alike = [
      "\u{E9}", "e\u{301}", "\u{E8}", "e\u{300}", "\u{FC}", "u\u{308}", "\u{F6}", "o\u{308}",
      "\u{F1}", "n\u{303}", "\u{E7}", "c\u{327}", "\u{E4}", "a\u{308}", "\u{E5}", "a\u{30A}",
    ]
    let list = alike.map { "\"\($0)\"" }.joined(separator: ", ")
    let literals = try Outcome(Draft(condition: "category in [\(list)]")).commitment().literals
    #expect(literals.count == 16)
    #expect(
      literals.map { Array($0.literal.utf8) }
        == alike.map { Array($0.utf8) }.sorted {
          $0.lexicographicallyPrecedes($1)
        })
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
