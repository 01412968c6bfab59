import Testing

/// A ledger that is divided among institutions says together what it says as one.
@Suite("Joint and divided")
struct JointSplitTests {
  private static let checks: KeyValuePairs<String, String> = [
    "A": "check: total, measure: amount, where: local",
    "B": "check: share, measure: amount, where: local",
    "C": "check: count, where: local", "D": "check: mean, measure: amount, where: local",
    "E": "check: median, measure: amount", "F": "check: distinct, by: supplier",
    "H": "check: total, measure: amount, where: local, per: team",
  ]

  private static let unit = ["B": "5%"]

  @Test(arguments: 0..<8) func saysTheSame(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let rows = (0..<30).map { _ in row(&dice) }
    var members = JointSample.members
    for index in members.indices { members[index].rows = [] }
    for row in rows { members[dice.roll(3)].rows.append(row) }
    // A file without rows is a mistake of its own.
    for index in members.indices where members[index].rows.isEmpty {
      members[index].rows = [row(&dice)]
    }
    let whole = JointSample.Member(
      folder: "w", name: "Whole", rows: members.flatMap(\.rows))
    let commitments = Self.checks.flatMap { id, keys in
      let aim = "'>= \(Self.unit[id] ?? "5")'"
      return [
        "id: \(id), of: spend, \(keys), joint: \(aim)",
        "id: \(id)-alone, of: spend, \(keys), target: \(aim)",
      ]
    }
    let workdir = try JointSample.workdir(members + [whole], commitments)
    let parts = try workdir.run(JointSample.check() + ["--report", "json"]).json()
    let one = try workdir.run(JointSample.check(["w"]) + ["--report", "json"]).json()
    let together = Self.numbers(parts.items("result/joint"))
    let alone = Self.numbers(one.items("result/findings")).filter { $0.key.contains("-alone") }
    #expect(together.count == alone.count)
    for (id, number) in alone {
      #expect(together[id.replacing("-alone", with: "")] == number, "\(id) of seed \(seed)")
    }
  }

  private func row(_ dice: inout Dice) -> String {
    let amount = "\(dice.roll(200) - 20).\(10 + dice.roll(90))"
    return [
      ["A", "B", "C", "D", ""][dice.roll(5)], amount, ["Y", "N", ""][dice.roll(3)], "M1 1AA",
      ["x", "y"][dice.roll(2)],
    ].joined(separator: ",")
  }

  /// Verdict and numbers of each finding, by its id.
  private static func numbers(_ findings: [JSONValue]) -> [String: String] {
    var result: [String: String] = [:]
    for finding in findings {
      let keys = ["value", "lower", "upper", "numerator", "denominator", "unknown", "rows"]
      result[finding["finding_id"] ?? ""] =
        ([finding["verdict"] ?? ""] + keys.map { finding["measurement/\($0)"] ?? "" })
        .joined(separator: " ")
    }
    return result
  }
}

/// Numbers that look random and are the same in each run.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}
