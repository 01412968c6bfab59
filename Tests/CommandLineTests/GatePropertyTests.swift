import Testing

/// What holds of the gate whatever the numbers are.
@Suite struct GatePropertyTests {
  /// Numbers that are the same in every run.
  struct Numbers {
    var state: UInt64

    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }

    /// An amount in pence.
    mutating func amount(_ most: Int) -> Int { next(most) + 1 }
  }

  static func money(_ pence: Int) -> String {
    let digits = String(pence % 100)
    return "\(pence / 100)." + (digits.count == 1 ? "0" : "") + digits
  }

  /// An institution with rows of all kinds: at home, elsewhere and of unknown place.
  static func workdir(_ seed: Int, unknown: Bool, _ target: String? = nil) throws -> Workdir {
    var numbers = Numbers(state: UInt64(seed) &* 977)
    var sample = GateSample()
    var ledger = Sample.header
    let places = unknown ? ["M5 4WT", "M3 1AA", ""] : ["M5 4WT", "M3 1AA"]
    for index in 0..<8 {
      let place = index < 2 ? places[index] : places[numbers.next(places.count)]
      ledger +=
        "r\(index),2024-0\(4 + index % 6)-10,A,s1,\(money(numbers.amount(99_999))),\(place),goods\n"
    }
    sample.sample.files["data/spend.csv"] = ledger
    try sample.change(
      "pack.yaml", ">= 25%", to: target ?? ">= \(5 + numbers.next(60)).\(numbers.next(10))%")
    return try sample.workdir()
  }

  private static func pence(_ text: String) -> Int? {
    Int(text.filter { $0 != "." }).map { text.contains(".") ? $0 : $0 * 100 }
  }

  @Test(arguments: 1...8)
  func theRoomIsExact(_ seed: Int) throws {
    let isCeiling = seed % 2 == 0
    let target = isCeiling ? "<= 9\(seed).3%" : ">= \(seed).7%"
    let workdir = try Self.workdir(seed, unknown: true, target)
    let room = { (text: String) in isCeiling ? GateSample.home(text) : GateSample.away(text) }
    let first = try workdir.gateJSON(GateSample.award(GateSample.home("0.01")))
    let effect = try #require(first.at("gate/alternatives/0/effects/0"))
    guard effect["after/verdict"] == "pass", let text = effect["before/headroom"],
      let headroom = Self.pence(text)
    else { return #expect(effect["before/verdict"] != "pass") }
    try workdir.gate(GateSample.award(room(Self.money(headroom)))).expect(exit: 0)
    let beyond = try workdir.gate(GateSample.award(room(Self.money(headroom + 1))))
    #expect(beyond.exit == 1 || beyond.exit == 2, "\(beyond.text)")
  }

  @Test(arguments: 1...8)
  func theLeastChangeIsExact(_ seed: Int) throws {
    let workdir = try Self.workdir(seed, unknown: seed % 2 == 0)
    let whole = 9_000_000
    let json = try workdir.gateJSON(GateSample.award(GateSample.away(Self.money(whole))))
    let effect = try #require(json.at("gate/alternatives/0/effects/0"))
    #expect(
      ["reject", "refer"].contains(effect["decision"]), "a large award elsewhere makes it worse")
    let change = try #require(effect["turns/amount"].flatMap(Self.pence))
    #expect(change > 0 && change <= whole && effect["turns/possible"] == "true")
    for (moved, isApproved) in [(change, true), (change - 1, false)] {
      var rows = [GateSample.away(Self.money(whole - moved))]
      if moved > 0 { rows.append(GateSample.home(Self.money(moved))) }
      let proposal =
        "proposal: p\nstage: award\nrows: { spend: [{ \(rows.joined(separator: " }, { ")) }] }\n"
      let outcome = try workdir.gate(proposal)
      #expect((outcome.exit == 0) == isApproved, "\(moved)\n\(outcome.text)")
    }
  }

  @Test(arguments: 1...8)
  func whatImprovesIsNeverHeldUp(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let workdir = try Self.workdir(seed, unknown: true)
    let award = GateSample.award(GateSample.home(Self.money(numbers.amount(9_999_999))))
    try workdir.gate(award).expect(exit: 0)
  }

  @Test(arguments: 1...6)
  func aSplitAwardIsJudgedAsTheWhole(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let workdir = try Self.workdir(seed, unknown: true)
    let parts = (0..<4).map { _ in numbers.amount(999_999) }
    let whole = try workdir.gateJSON(
      GateSample.award(GateSample.away(Self.money(parts.reduce(0, +)))))
    var lots = "proposal: p\nstage: award\nlots:\n"
    for part in parts {
      lots += "  - { rows: { spend: [{ \(GateSample.away(Self.money(part))) }] } }\n"
    }
    let split = try workdir.gateJSON(lots)
    #expect(split["gate/decision"] == whole["gate/decision"])
    for end in ["lower", "upper", "numerator", "denominator"] {
      let path = "gate/alternatives/0/effects/0/after/measurement/\(end)"
      #expect(split[path] == whole[path])
    }
  }

  @Test(arguments: 1...4)
  func theOrderOfAwardsDoesNotMatterInTheEnd(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let awards = [
      ("one", GateSample.award(GateSample.home(Self.money(numbers.amount(99_999))))),
      ("two", GateSample.award(GateSample.home(Self.money(numbers.amount(99_999))))),
    ]
    var ends: [[String?]] = []
    for order in [awards, awards.reversed()] {
      let workdir = try Self.workdir(seed, unknown: true)
      for (name, award) in order {
        try workdir.gate(award, "--reserve", name).expect(exit: 0, ["Reserved: \(name)"])
      }
      let json = try workdir.gateJSON(GateSample.award(GateSample.home("0.01")))
      let before = "gate/alternatives/0/effects/0/before"
      ends.append(
        ["verdict", "measurement/lower", "measurement/upper", "measurement/numerator", "headroom"]
          .map { json["\(before)/\($0)"] })
      #expect(json.items("gate/reserved").count == 2)
    }
    #expect(ends[0] == ends[1])
  }

  @Test(arguments: 1...4)
  func aTallyAndTheRowsDecideTheSame(_ seed: Int) throws {
    let workdir = try Self.workdir(seed, unknown: true)
    try workdir.run(["tally"] + GateSample.arguments + ["--out", "all.tally"]).expect(exit: 0)
    let award = GateSample.award(GateSample.away("123.45"), "amount: 7.00")
    let rows = try workdir.gate(award, "--report", "json", "--reproducible")
    let tally = try workdir.gate(
      award, "--report", "json", "--reproducible", "--tallies", "all.tally")
    #expect(rows.exit == tally.exit)
    #expect(try rows.gateResult() == tally.gateResult())
  }
}

extension Outcome {
  /// The bytes of what the gate says in a JSON report.
  func gateResult() throws -> Substring {
    let start = try #require(out.firstRange(of: "  \"gate\": {"), "\(text)")
    let end = try #require(out.firstRange(of: "\n  },\n  \"run\": {"))
    return out[start.lowerBound..<end.lowerBound]
  }
}
