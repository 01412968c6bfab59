import Foundation
import Testing

/// Whatever a plugin does wrong is an error of the commitment that names it, and of no other.
@Suite("Plugins that misbehave, in a run")
struct PluginMisbehaviourTests {
  /// A way to misbehave that shows at once.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let command: [String]
    let does: String
    let fails: [String]?
    let sandbox: Bool?

    var testDescription: String { name }

    /// Those that take no waiting: how long is waited is tested with the host.
    static let all: [Case] = {
      let file = PluginSample.repository.appending(path: "Tests/plugins/misbehaving/cases.json")
      let cases = (try? JSONDecoder().decode([Case].self, from: Data(contentsOf: file))) ?? []
      return cases.filter { item in
        item.sandbox != true && item.does != "flood"
          && Set(item.fails ?? []).isDisjoint(with: ["time", "output", "long"])
      }
    }()
  }

  @Test func manyAreTried() { #expect(Case.all.count > 120) }

  @Test(arguments: Case.all)
  func leaveOthersAlone(_ item: Case) throws {
    let columns = item.does == "aggregates" ? "" : "columns: { id: id },"
    let sample = try PluginSample(
      "misbehaving", command: ["python3", "-BES"] + item.command,
      from: "Tests/plugins/misbehaving",
      keys: "check: misbehaving/rows, \(columns) target: \"<= 3\"")
    if item.does == "aggregates" {
      // Two rows that count, and one of which nobody knows.
      try sample.workdir.write(
        "data/spend.csv", Sample.spend.replacing("2024-12-24", with: ""))
    }
    let result = try sample.check("--jobs", item.does == "merge" ? "2" : "1")
    guard item.fails != nil else {
      return result.expect(exit: 0, ["PASS: 3, target <= 3.", "claims"])
    }
    result.expect(
      exit: 3,
      [
        "M A plugin measures it (block) ERROR: 1 error", "'misbehaving'", "help:",
        "OK It is counted here (block) PASS",
      ],
      never: ["defect of the program"])
  }

  @Test func timeRunsOutOnceWaitedFor() throws {
    let sample = try PluginSample(
      "misbehaving", command: ["python3", "-BES", "sleeps.py", "hello"],
      from: "Tests/plugins/misbehaving",
      keys: "check: misbehaving/rows, columns: { id: id }, target: \"<= 3\"")
    try sample.check().expect(
      exit: 3,
      [
        "M A plugin measures it (block) ERROR: 1 error", "took longer than 10 seconds",
        "OK It is counted here (block) PASS",
      ])
  }
}
