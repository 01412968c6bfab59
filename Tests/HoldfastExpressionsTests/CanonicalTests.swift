import Exact
import HoldfastExpressions
import HoldfastModel
import Testing

/// A change to a pack or an institution.
struct Change: Sendable, CustomTestStringConvertible {
  let name: String
  let draft: Draft
  let institution: @Sendable (inout Institution) -> Void
  var testDescription: String { name }

  init(
    _ name: String, _ change: (inout Draft) -> Void = { _ in },
    institution: @escaping @Sendable (inout Institution) -> Void = { _ in }
  ) {
    self.name = name
    var draft = Change.base
    change(&draft)
    self.draft = draft
    self.institution = institution
  }

  static let base = Draft(
    among: "category != \"payroll\"", condition: "local && amount > params.limit",
    leaveOut: ["kind == \"Works\""], per: "department",
    definitions: [("local", "supplier.postcode in area(params.home)")],
    parameters: [
      ("home", .area, .text("home")), ("limit", .decimal, .decimal(Decimal(100))),
      ("unused", .integer, .integer(1)),
    ])

  /// Those that can move a number.
  static let telling = [
    Change("another checker", { $0.check = "total" }),
    Change("another denominator", { $0.among = "category != \"loans\"" }),
    Change("no denominator", { $0.among = nil }),
    Change("another condition", { $0.condition = "local || amount > params.limit" }),
    Change("another measure", { $0.measure = "count" }),
    Change("no measure", { $0.measure = nil }),
    Change("another exclusion", { $0.leaveOut = ["kind == \"Goods\""] }),
    Change("no exclusion", { $0.leaveOut = [] }),
    Change("another group", { $0.per = "supplier.town" }),
    Change("no group", { $0.per = nil }),
    Change("another way of missing", { $0.missing = .exclude }),
    Change(
      "another definition", { $0.definitions = [("local", "supplier.town == params.home")] }),
    Change("another value of a parameter", { $0.parameters[1].2 = .decimal(Decimal(101)) }),
    Change("another area", { $0.parameters[0].2 = .text("away") }),
    Change("rows kept", institution: { $0.datasets[0].keep = ExpressionText("sme") }),
    Change("another scale", institution: { $0.datasets[0].columns[0].scale = 3 }),
    Change("another currency", institution: { $0.datasets[0].columns[0].currency = "EUR" }),
    Change("another blank", institution: { $0.datasets[0].columns[0].blank = .exclude }),
    Change(
      "a blank of a value", institution: { $0.datasets[0].columns[0].blank = .value(TextKey("0")) }),
    Change(
      "another header",
      institution: { $0.datasets[0].columns[0].origin = .headers([.init("Net Amount")]) }),
    Change(
      "a file that is read otherwise",
      institution: {
        let pattern = Located("a.csv", at: $0.datasets[0].span)
        $0.datasets[0].files = [
          FileItem(
            pattern: pattern, format: FileFormat(kind: .tsv), columns: $0.datasets[0].columns,
            isPlain: false)
        ]
      }),
    Change("a position", institution: { $0.datasets[0].columns[0].origin = .position(3) }),
    Change("a part of the cell", institution: { $0.datasets[0].columns[0].extract = .postcode }),
    Change(
      "a pattern of unknown cells",
      institution: { $0.datasets[0].columns[0].unknownPatterns = ["n.a."] }),
    Change(
      "redacted cells",
      institution: { $0.datasets[0].columns[0].redacted = CellTokens(texts: ["REDACTED"]) }),
    Change(
      "what unknown amounts lie between",
      institution: { $0.datasets[0].columns[0].between = Decimal(0)...Decimal(1) }),
    Change(
      "credits without minus",
      institution: { $0.datasets[0].columns[0].negateWhen = ExpressionText("sme") }),
    Change(
      "another unknown token", institution: { $0.datasets[0].columns[0].unknownTokens = ["-"] }),
    Change(
      "another meaning", institution: { $0.datasets[0].columns[8].values[TextKey("X")] = .unknown }),
    Change("another type", institution: { $0.datasets[0].columns[3].type = .companyNumber }),
    Change(
      "another column of the reference",
      institution: { $0.datasets[1].columns[1].blank = .exclude }),
  ]

  /// Those that cannot.
  static let idle = [
    Change("nothing"),
    Change(
      "blanks and brackets",
      { $0.condition = "( local )&&(amount>params.limit)" }),
    Change("quotes", { $0.among = "category != 'payroll'" }),
    Change(
      "the name of a definition",
      {
        $0.definitions = [("near", "supplier.postcode in area(params.home)")]
        $0.condition = "near && amount > params.limit"
      }),
    Change("a definition that nobody uses", { $0.definitions.append(("odd", "sme")) }),
    Change("a parameter that nobody uses", { $0.parameters[2].2 = .integer(7) }),
    Change("a value with other zeros", { $0.parameters[1].2 = .decimal(Decimal(100)) }),
    Change(
      "a target",
      {
        $0.target = (.atLeast, ["0.5 * params.part"])
        $0.parameters.append(("part", .percent, .decimal(Decimal(1))))
      }),
    Change("groups that are listed", { $0.groups = ["a"] }),
    Change("a column that nobody reads", institution: { $0.datasets[0].columns[1].scale = 5 }),
    Change("the order of the columns", institution: { $0.datasets[0].columns.reverse() }),
    Change("the institution's name", institution: { $0.name = "M" }),
  ]
}

@Suite struct CanonicalTests {
  private func text(_ change: Change) throws -> String {
    let place = institution { change.institution(&$0) }
    return try Outcome(change.draft, place).commitment().canonicalText
  }

  @Test(arguments: Change.telling) func changesWithTheMeaning(_ change: Change) throws {
    #expect(try text(change) != text(Change("base")))
  }

  @Test(arguments: Change.idle) func staysWithTheMeaning(_ change: Change) throws {
    #expect(try text(change) == text(Change("base")))
  }

  /// Lists that differ look different, whatever their texts hold.
  @Test func textsThatPeopleChoseCannotPassForOthers() throws {
    func tokens(_ tokens: [String]) throws -> String {
      try text(
        Change("tokens", institution: { $0.datasets[0].columns[0].unknownTokens = tokens }))
    }
    #expect(try tokens(["a,b"]) != tokens(["a", "b"]))
    #expect(try tokens(["a\", \"b"]) != tokens(["a", "b"]))
    #expect(try tokens(["b", "a"]) == tokens(["a", "b"]))
  }
}
