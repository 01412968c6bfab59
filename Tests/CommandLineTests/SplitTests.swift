import Testing

/// The result depends on the rows, and on nothing about the files that hold them.
@Suite struct SplitTests {
  static let pack = """
    pack: fair
    version: 1.0.0
    commitments:
      - { id: LOC, title: Local, check: share, of: spend, measure: amount, where: 'postcode in area("home")', period: fiscal_year, target: ">= 25%" }
      - { id: SME, title: Small, check: share, of: spend, measure: amount, where: supplier.sme, per: department, target: ">= 10%" }
      - { id: SUM, title: Sum, check: total, of: spend, measure: amount, where: category == "works", period: fiscal_year, target: ">= £1m" }
      - { id: NUM, title: Number, check: count, of: spend, where: category == "works", per: department, target: ">= 10" }
      - { id: AVG, title: Mean, check: mean, of: spend, measure: amount, where: 'category == "goods"', target: "<= £500k" }
      - { id: ALL, title: Every, check: every, of: spend, where: amount < 800000.00 }

    """

  private static func sample(_ files: [String]) throws -> Sample {
    var sample = Sample()
    sample.files["pack.yaml"] = pack
    sample.files["data/spend.csv"] = nil
    for (index, text) in files.enumerated() { sample.files["data/spend/\(index).csv"] = text }
    try sample.change("data/institution.yaml", "files: spend.csv", to: "files: \"spend/*.csv\"")
    return sample
  }

  /// The bytes of the report's result.
  private static func result(_ sample: Sample) throws -> Substring {
    let outcome = try sample.workdir().run(Sample.check + ["--report", "json"])
    let start = try #require(outcome.out.firstRange(of: "  \"result\": {"), "\(outcome.text)")
    let end = try #require(outcome.out.firstRange(of: "\n  },\n  \"run\": {"))
    return outcome.out[start.lowerBound..<end.lowerBound]
  }

  @Test func theReferenceHoldsEveryKindOfRow() throws {
    let whole = try Self.result(Self.sample([Ledger.text(rows: 400)]))
    for word in ["\"after_as_of\": ", "\"unmatched\": {", "\"credit_notes\": true", "\"settles\""] {
      #expect(whole.contains(word))
    }
    #expect(!whole.contains("\"error\""))
    #expect(!whole.contains("\"after_as_of\": 0,\n        \"unmatched\": {\n"))
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func splitsAndOrdersChangeNothing(_ seed: UInt64) throws {
    let lines = Ledger.lines(400)
    let whole = try Self.result(Self.sample([Sample.header + lines.joined()]))
    var steps = Steps(state: seed)
    var parts = Array(repeating: [String](), count: 2 + steps.next(5))
    for line in lines.shuffled(seed: seed) { parts[steps.next(parts.count)].append(line) }
    let files = parts.map { Sample.header + $0.joined() }
    #expect(try Self.result(Self.sample(files)) == whole)
    #expect(try Self.result(Self.sample(files.reversed())) == whole)
  }

  /// The order of columns, line ends and a byte order mark are no part of a row.
  @Test func theWayOfWritingChangesNothing() throws {
    let text = Ledger.text(rows: 60)
    let whole = try Self.result(Self.sample([text]))
    #expect(try Self.result(Self.sample([text.replacing("\n", with: "\r\n")])) == whole)
    #expect(try Self.result(Self.sample(["\u{FEFF}" + text])) == whole)
  }

  @Test(arguments: ["[a.csv, a.csv]", "[a.csv, \"*.csv\"]", "[a.csv, b.csv]"])
  func noRowCountsTwice(_ files: String) throws {
    var sample = Sample()
    try sample.change("data/institution.yaml", "files: spend.csv", to: "files: \(files)")
    for name in ["a", "b"] { sample.files["data/\(name).csv"] = Sample.spend }
    try sample.workdir().run(Sample.check).expect(exit: 3, ["would count twice"])
  }
}
