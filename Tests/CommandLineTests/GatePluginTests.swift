import Foundation
import Testing

/// Commitments that plugins judge, at the gate: from sums as those that are built in, and by rows not
/// at all.
@Suite("Plugins at the gate")
struct GatePluginTests {
  private static let arguments = [
    "gate", "award.yaml", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--plugins",
    "plugin",
  ]

  private static func pack(_ checks: [String]) -> String {
    let lines = checks.enumerated().map { index, check in
      """
        - id: C\(index)
          title: A share
          of: spend
          check: \(check)
          period: fiscal_year
          target: ">= 25%"
          legal_basis: Byelaw 7
          enforcement: { check: block, gate: block }

      """
    }
    return "pack: both\ntitle: Both\nversion: 1.0.0\ncommitments:\n" + lines.joined()
  }

  private static func shares() throws -> PluginSample {
    let sample = try PluginSample(
      "example", command: ["python3", "-BES", "plugin.py"], from: "Plugins/python/examples/share",
      keys: "")
    let kit = PluginSample.repository.appending(path: "Plugins/python/holdfast_plugin.py")
    try sample.workdir.write("plugin/holdfast_plugin.py", String(contentsOf: kit, encoding: .utf8))
    try sample.pin("example", ["python3", "-BES", "plugin.py"])
    let keys = "\n    measure: amount\n    where: postcode in area(\"home\")"
    try sample.workdir.write(
      "pack.yaml", pack(["example/share" + keys, "share" + keys]))
    return sample
  }

  @Test(
    arguments: [
      (GateSample.award(GateSample.home("10.00")), 0),
      (GateSample.award(GateSample.away("10.00")), 0),
      (GateSample.award(GateSample.away("1000.00")), 0),
      (GateSample.award(GateSample.away("1000.01")), 1),
      (GateSample.award("amount: 500.00"), 0), (GateSample.award("amount: 1000.01"), 2),
    ] as [(String, Int32)])
  func sumsAreJudgedAlike(_ award: String, _ exit: Int32) throws {
    let sample = try Self.shares()
    try sample.workdir.write("award.yaml", award)
    let outcome = try sample.workdir.run(Self.arguments)
    outcome.expect(exit: exit, ["C0 A share", "C1 A share"], never: ["ERROR"])
    let json = try sample.workdir.run(Self.arguments + ["--report", "json"]).json()
    let path = "gate/alternatives/0/effects"
    for key in ["decision", "before/measurement/lower", "after/measurement/upper"] {
      let some = try #require(json["\(path)/0/\(key)"])
      #expect(some == json["\(path)/1/\(key)"])
    }
  }

  @Test func theTallyServesToo() throws {
    let sample = try Self.shares()
    try sample.workdir.write("award.yaml", GateSample.award(GateSample.away("1000.01")))
    let one = try sample.workdir.run(Self.arguments)
    let rest = Array(Self.arguments.dropFirst(2))
    try sample.workdir.run(["tally"] + rest + ["--out", "t.tally"]).expect(exit: 0)
    let other = try sample.workdir.run(Self.arguments + ["--tallies", "t.tally"])
    #expect(one.exit == 1 && other.exit == 1 && one.out == other.out)
  }

  @Test func whatBreaksDoesNotApprove() throws {
    let sample = try Self.shares()
    try sample.workdir.write("award.yaml", GateSample.award(GateSample.home("10.00")))
    let script = try sample.workdir.read("plugin/plugin.py")
    let broken = script.replacing("def conclude", with: "def concluded")
    try #require(broken != script)
    try sample.workdir.write("plugin/plugin.py", broken)
    try sample.pin("example", ["python3", "-BES", "plugin.py"])
    try sample.workdir.run(Self.arguments).expect(exit: 3, ["ERROR"])
  }
}
