/// Waivers over the small ledger: half of its spending is at home, a fifth with small firms.
enum WaiverSample {
  /// A waiver of April 2025 in YAML's short form, of which some keys are replaced or taken away.
  static func waiver(_ changes: [String: String?] = [:]) -> String {
    var keys: [String: String?] = [
      "commitment": "fair/LOC", "reason": "The depot moved.", "approver": "A. Chair",
      "owner": "B. Buyer", "issued": "2025-04-01", "expires": "2025-12-31",
    ]
    keys.merge(changes) { $1 }
    let lines = keys.sorted { $0.key < $1.key }.compactMap { key, value in
      value.map { "\(key): \"\($0)\"" }
    }
    return "  - { \(lines.joined(separator: ", ")) }\n"
  }

  static func file(_ changes: [[String: String?]]) -> String {
    changes.isEmpty ? "waivers: []\n" : "waivers:\n" + changes.map { waiver($0) }.joined()
  }

  /// A folder in which `target` stands for the first commitment's, with a file of waivers.
  static func workdir(
    target: String = ">= 60%", _ changes: [[String: String?]] = [[:]]
  ) throws -> Workdir {
    var sample = Sample()
    try sample.change("pack.yaml", "\">= 25%\"", to: "\"\(target)\"")
    let workdir = try sample.workdir()
    try workdir.write("data/waivers.yaml", file(changes))
    return workdir
  }

  static func check(_ day: String = "2025-04-30", _ more: String...) -> [String] {
    ["check", "pack.yaml", "--data", "data", "--as-of", day] + more
  }
}
