import Foundation
import Testing

/// The example plugin measures the share that is built in: both have to come to the same.
@Suite("A plugin that concludes from sums")
struct PluginSharesTests {
  private static func sample() throws -> PluginSample {
    let folder = "Plugins/python/examples/share"
    let sample = try PluginSample(
      "example", command: ["python3", "-BES", "plugin.py"], from: folder, keys: "")
    let kit = PluginSample.repository.appending(path: "Plugins/python/holdfast_plugin.py")
    try sample.workdir.write("plugin/holdfast_plugin.py", String(contentsOf: kit, encoding: .utf8))
    try sample.pin("example", ["python3", "-BES", "plugin.py"])
    return sample
  }

  /// The same promise asked of both.
  private static func pack(_ keys: String) -> String {
    let lines = ["example/share", "share"].enumerated().map { index, check in
      "  - { id: C\(index), title: A share, of: spend, check: \(check), \(keys), "
        + "period: fiscal_year, target: \">= 25%\" }\n"
    }
    return "pack: both\ntitle: Both\nversion: 1.0.0\ncommitments:\n" + lines.joined()
  }

  private static let ways = [
    "measure: amount, where: supplier.sme",
    "where: supplier.sme",
    "measure: amount, where: supplier.sme, missing: exclude",
    "measure: amount, where: supplier.sme, missing: worst",
    "measure: amount, where: supplier.sme, among: category != \"goods\"",
    "measure: amount, where: supplier.sme, per: department",
    "measure: amount, where: 'postcode in area(\"home\")', leave_out: "
      + "[{ id: x, when: 'category == \"works\"', because: other }]",
  ]

  /// A ledger with blanks in every column, and credits.
  private static func ledger(_ random: inout Steps) -> String {
    let rows = (0..<random.next(28) + 3).map { row in
      let cells = [
        ["2024-04-10", "2024-06-01", "2025-03-31", "2025-05-01", ""][random.next(5)],
        ["Housing", "Parks", ""][random.next(3)],
        ["s1", "s2", "s3", "s9", ""][random.next(5)],
        ["\(random.next(500) + 1).50", "-20.00", "0", "90.10"][random.next(4)],
        ["M5 4WT", "M3 1AA", "M9 9ZZ", ""][random.next(4)],
        ["works", "goods", "fees", ""][random.next(4)],
      ]
      return "r\(row)," + cells.joined(separator: ",") + "\n"
    }
    return Sample.header + rows.joined()
  }

  @Test(arguments: ways)
  func comesToTheSame(_ keys: String) throws {
    let sample = try Self.sample()
    try sample.workdir.write("pack.yaml", Self.pack(keys))
    try sample.workdir.write("data/suppliers.csv", "supplier_id,sme\ns1,yes\ns2,no\ns3,\n")
    var random = Steps(state: UInt64(keys.count))
    for _ in 0..<6 {
      try sample.workdir.write("data/spend.csv", Self.ledger(&random))
      let report = try sample.check("--report", "json")
      let findings = try Self.findings(report)
      #expect(!findings.isEmpty && findings["C0"] == findings["C1"], "\(report.out)")
    }
  }

  /// What is said of each commitment but who says it, by group.
  private static func findings(_ report: Outcome) throws -> [String: [String]] {
    let root = try JSONSerialization.jsonObject(with: Data(report.out.utf8)) as? [String: Any]
    let result = try #require((root?["result"] as? [String: Any])?["findings"] as? [[String: Any]])
    var said: [String: [String]] = [:]
    for finding in result {
      let measurement = finding["measurement"] as? [String: Any] ?? [:]
      let numbers = ["lower", "upper", "rows"].map { "\($0) \(measurement[$0] ?? "nothing")" }
      let parts = ["\(finding["group"] ?? "")", "\(finding["verdict"] ?? "")"] + numbers
      said["\(finding["id"] ?? "")", default: []].append(parts.joined(separator: ", "))
    }
    return said
  }

  @Test func aTallyServesItAsItServesOthers() throws {
    let sample = try Self.sample()
    try sample.workdir.write("pack.yaml", Self.pack(Self.ways[0]))
    let whole = try sample.check("--report", "json", "--reproducible")
    let inputs = ["pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--plugins", "plugin"]
    try sample.workdir.run(["tally"] + inputs + ["--out", "t.tally"]).expect(exit: 0)
    let tallied = try sample.check("--report", "json", "--reproducible", "--tallies", "t.tally")
    #expect(try Self.findings(whole) == Self.findings(tallied))
    // A tally of other files of the plugin is none of this one.
    let script = try sample.workdir.read("plugin/plugin.py")
    try sample.workdir.write("plugin/plugin.py", script + "\n# another edition\n")
    try sample.pin("example", ["python3", "-BES", "plugin.py"])
    try sample.check("--tallies", "t.tally").expect(exit: 3, [], never: ["C0 A share (block) PASS"])
  }

  @Test func aJointPromiseIsConcludedOnce() throws {
    let sample = try Self.sample()
    try sample.workdir.write(
      "pack.yaml",
      Self.pack(Self.ways[0]).replacing("target:", with: "joint: \">= 20%\", target:"))
    for (name, file) in [
      ("institution.yaml", Sample.institution), ("suppliers.csv", Sample.suppliers),
      ("places.csv", Sample.places),
    ] {
      try sample.workdir.write("other/\(name)", file.replacing("Northgate", with: "Southmoor"))
    }
    try sample.workdir.write("other/spend.csv", Sample.spend.replacing("300.00", with: "301.00"))
    let both = try sample.workdir.run(
      "check", "pack.yaml", "--institution", "data", "--institution", "other", "--as-of",
      "2025-04-30", "--plugins", "plugin", "--report", "json")
    let root = try JSONSerialization.jsonObject(with: Data(both.out.utf8)) as? [String: Any]
    let text = "\(root ?? [:])"
    #expect(both.exit == 0, "\(both.text)")
    #expect(text.contains("501") && text.contains("1001"), "\(text)")
  }
}
