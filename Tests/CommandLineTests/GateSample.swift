import Testing

/// The small institution of other tests before the gate: what it promises blocks awards.
struct GateSample {
  var sample = Sample()

  /// Half of 1,000.00 is spent at home; at least a quarter has to be.
  init() { sample.files["pack.yaml"] = Self.pack }

  static let pack = """
    pack: fair
    title: Fair spending
    version: 1.0.0
    commitments:
      - id: LOC
        title: A quarter is spent at home
        check: share
        of: spend
        measure: amount
        where: postcode in area("home")
        period: fiscal_year
        target: ">= 25%"
        legal_basis: Byelaw 7
        enforcement: { check: block, gate: block }

    """

  static let arguments = ["pack.yaml", "--data", "data", "--as-of", "2025-04-30"]

  /// A proposal of one alternative; each row is what stands in braces after its dataset.
  static func award(_ rows: String..., new: String = "", more: String = "") -> String {
    var text = "proposal: award-1\nstage: award\n" + more
    if !new.isEmpty { text += "new:\n  suppliers:\n    - { \(new) }\n" }
    text += "rows:\n  spend:\n"
    for row in rows { text += "    - { \(row) }\n" }
    return text
  }

  /// A row at home, or elsewhere.
  static func home(_ amount: String) -> String { "amount: \(amount), postcode: M5 4WT" }
  static func away(_ amount: String) -> String { "amount: \(amount), postcode: M3 1AA" }

  mutating func change(_ file: String, _ old: String, to new: String) throws {
    try sample.change(file, old, to: new)
  }

  func workdir() throws -> Workdir { try sample.workdir() }
}

extension Workdir {
  /// Puts a proposal before the gate.
  func gate(_ proposal: String, _ more: String...) throws -> Outcome {
    try gate(proposal, arguments: more)
  }

  /// The same, with arguments in a list.
  func gate(_ proposal: String, arguments: [String], file: String = "award.yaml") throws -> Outcome
  {
    try write(file, proposal)
    return try run(["gate", file] + GateSample.arguments + arguments)
  }

  /// What the gate says, for programs.
  func gateJSON(_ proposal: String, _ more: String...) throws -> JSONValue {
    try gate(proposal, arguments: more + ["--report", "json"]).json()
  }
}
