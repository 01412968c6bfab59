import Testing

/// Institutions side by side: ranked where their numbers say something of each other, and else not.
@Suite("The matrix")
struct MatrixTests {
  private static let share =
    "id: S, of: spend, check: share, measure: amount, where: local, target: '>= 10%'"
  private static let near =
    "id: S, of: spend, check: share, measure: amount, where: postcode in area(\"home\"), "
    + "target: '>= 10%'"

  /// Aldwick 60%, Bramley 20% to 45%, Corve 20%.
  @Test func ranksAsFarAsBoundsTell() throws {
    let workdir = try JointSample.workdir([Self.share])
    let json = try workdir.run(JointSample.check() + ["--report", "json"]).json()
    let ranks = json.items("result/matrix/0/cells").map { cell in
      ["institution", "best_rank", "worst_rank"].map { cell[$0] ?? "" }.joined(separator: " ")
    }
    #expect(ranks == ["Aldwick 1 1", "Bramley 2 2", "Corve 2 3"])
    #expect(json["result/matrix/0/ranked"] == "true")
  }

  @Test func aCeilingRanksTheSmallestFirst() throws {
    let ceiling = Self.share.replacing(">= 10%", with: "<= 90%")
    try JointSample.workdir([ceiling]).run(JointSample.check()).expect(
      exit: 0, ["rank 3 rank 1-2 rank 1"])
  }

  /// What is to differ, and what is said of it; nil where the numbers can still be compared.
  static let terms: [(what: String, phrase: String?)] = [
    ("nothing", nil), ("home", "the area 'home' differs: Aldwick M, Corve L"),
    ("year", "the days that are judged differs: Aldwick 2024-04-01 to 2025-03-31"),
    ("basis", "the basis of spend.amount differs: Aldwick net, Corve gross"),
    ("currency", "the currency differs: Aldwick GBP, Corve EUR"),
    ("keep: amount > 0", "the rows kept of spend differs: Aldwick its own, Corve amount > 0"),
    ("keep: team == \"x\"", nil),
    (
      "duplicates: { key: [date, supplier], then: drop }",
      "what becomes of duplicates in spend differs: Aldwick counted, Corve counted once"
    ),
    ("duplicates: { key: [date, supplier], then: report }", nil),
  ]

  @Test(arguments: terms) func refusesToRankWhatRestsOnOtherTerms(
    _ term: (what: String, phrase: String?)
  ) throws {
    var members = JointSample.members
    switch term.what {
    case "nothing": break
    case "home": members[2].home = "L"
    case "year": members[2].year = "01-01"
    case "basis": members[2].basis = "gross"
    case "currency": members[2].currency = "EUR"
    default: members[2].more = term.what
    }
    let promise = Self.near + ", period: fiscal_year"
    let outcome = try JointSample.workdir(members, [promise]).run(JointSample.check())
    if let phrase = term.phrase {
      outcome.expect(exit: 0, ["Not ranked S: \(phrase)"], never: ["rank 1"])
    } else {
      outcome.expect(exit: 0, ["rank "], never: ["Not ranked"])
    }
  }

  @Test func refusesWhereABlankIsLeftOutByOne() throws {
    let workdir = try JointSample.workdir([Self.share])
    let changed = try workdir.read("c/institution.yaml").replacing(
      "local: { type: bool,", with: "local: { blank: exclude, type: bool,")
    try workdir.write("c/institution.yaml", changed)
    try workdir.run(JointSample.check()).expect(
      exit: 0, ["rows left out for a blank spend.local differs: Aldwick not said, Corve left out"])
  }

  @Test func saysWhyElseNothingIsRanked() throws {
    try JointSample.workdir([
      Self.share.replacing("'>= 10%'", with: "between 0% and 90%"),
      Self.share.replacing("S,", with: "G,") + ", per: team",
      Self.share.replacing("S,", with: "E,") + ", among: team == 'z', may_be_empty: true",
    ]).run(JointSample.check()).expect(
      exit: 1,
      [
        "S: no end of its target says which number is better", "G: it is judged by group",
        "E: fewer than two institutions have a number",
      ])
  }

  /// What is to come for all is told once, what is to come for one beside its name.
  @Test func whatIsToComeIsTold() throws {
    let terms =
      "schedule: [ { from: 2020-01-01, target: '>= 70%' }, { from: 2025-05-02, target: '>= 2%' } ]"
    let commitment =
      "id: L, of: spend, check: share, measure: amount, where: local, period: last_12_months, \(terms)"
    let workdir = try JointSample.workdir([commitment])
    try workdir.write(
      "a/waivers.yaml",
      "waivers:\n  - { commitment: p/L, reason: x, approver: a, owner: b, issued: 2025-04-01, "
        + "expires: 2025-05-10 }\n")
    let outcome = try workdir.run(
      JointSample.check() + ["--report", "terminal", "--report", "html=m.html"])
    let html = try workdir.read("m.html")
    #expect(outcome.out.ranges(of: "2025-05-02 p/L: >= 2%").count == 1)
    #expect(html.ranges(of: "2025-05-02 p/L: &gt;= 2%").count == 1)
    outcome.expect(exit: 1, ["To come for all", "Aldwick", "To come", "2025-05-11 p/L"])
    #expect(html.contains("<h2>Aldwick: To come</h2>") && html.contains("<h2>To come for all</h2>"))
  }

  @Test func theSpreadsheetHasALineEach() throws {
    let csv = try JointSample.workdir([Self.share, "id: J, of: spend, check: count, joint: '>= 9'"])
      .run(JointSample.check() + ["--report", "csv"]).out
    let lines = csv.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.count == 3)
    let head = "pack,commitment,title,target,as of,only part of the packs,Aldwick: verdict"
    #expect(lines[0].hasPrefix("\u{FEFF}\(head)"))
    let cells = "pass,0.6,0.6,1,pass,0.2,0.45,2,pass,0.2,0.2,2-3,,,,,"
    #expect(lines[1] == "p,S,T,>= 10%,2025-04-30,no,\(cells)")
    #expect(lines[2].hasSuffix(",fail,7,7,,"))
  }

  @Test func aNameIsNoFormulaAndNoMarkup() throws {
    var members = JointSample.members
    members[0].name = "'=cmd|<script>alert(1)</script>'"
    let workdir = try JointSample.workdir(members, [Self.share])
    try workdir.run(JointSample.check() + ["--report", "csv=m.csv", "--report", "html=m.html"])
      .expect(exit: 0)
    #expect(try workdir.read("m.csv").contains(",'=cmd|<script>"))
    let html = try workdir.read("m.html")
    #expect(!html.contains("<script>") && html.contains("=cmd|&lt;script&gt;"))
  }
}
