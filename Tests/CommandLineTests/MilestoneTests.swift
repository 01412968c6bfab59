import Testing

/// Phases with days: reached in order and in time, or each failure by its name.
@Suite("Milestones")
struct MilestoneTests {
  private static let institution = """
    institution: Northgate
    currency: GBP
    datasets:
      steps:
        files: steps.csv
        columns:
          phase: { type: text }
          due: { type: date }
          done: { type: date }

    """

  private func run(_ rows: [String], _ keys: String, asOf: String = "2025-06-30") throws -> Outcome
  {
    let workdir = try Workdir()
    try workdir.write("institution.yaml", Self.institution)
    try workdir.write("steps.csv", "phase,due,done\n" + rows.map { $0 + "\n" }.joined())
    try workdir.write(
      "pack.yaml",
      CheckerSample.pack([
        "id: M, check: milestone, of: steps, per: phase, phases: [plan, build, open], done: done, "
          + keys
      ]))
    return try workdir.run("check", "pack.yaml", "--data", ".", "--as-of", asOf)
  }

  private static let due = "due_by: due"

  /// Rows of phases, and what becomes of them.
  struct Phases: Sendable, CustomTestStringConvertible {
    let rows: [String]
    let keys: String
    let code: Int32
    let says: String

    init(_ rows: [String], _ keys: String, _ code: Int32, _ says: String) {
      (self.rows, self.keys, self.code, self.says) = (rows, keys, code, says)
    }

    var testDescription: String { says }
  }

  private static let all: [Phases] = [
    .init(
      ["plan,2025-01-31,2025-01-31", "build,2025-06-01,2025-05-01", "open,2025-12-31,"], due, 0,
      "PASS: 3, target all 3 phases. plan: reached 2025-01-31; build: reached 2025-05-01; open: due "
        + "by 2025-12-31."
    ),
    .init(
      ["plan,2025-01-31,2025-02-01", "build,2025-06-01,2025-05-01", "open,2025-12-31,"], due, 1,
      "plan: reached 2025-02-01, due by 2025-01-31"
    ),
    .init(
      ["plan,2025-01-31,2025-01-01", "build,2025-06-01,", "open,2025-12-31,"], due, 1,
      "FAIL: 2, target all 3 phases. plan: reached 2025-01-01; build: overdue since 2025-06-01"
    ),
    .init(
      ["plan,2025-01-31,2025-01-31", "build,2025-06-01,2025-01-01", "open,2025-12-31,"], due, 1,
      "build: reached 2025-01-01, before plan"
    ),
    .init(
      ["plan,2025-07-31,", "build,2025-08-01,2025-05-01", "open,2025-12-31,"], due, 1,
      "build: reached 2025-05-01, though plan is not"
    ),
    .init(["plan,2025-07-31,", "build,2025-08-01,"], due, 1, "open: not announced"),
    .init(["plan,2025-07-31,", "build,2025-08-01,", "open,2025-12-31,"], due, 0, "plan: due by"),
    .init(["plan,,2025-01-01", "build,,2025-02-01", "open,,2025-02-01"], "", 0, "open: reached"),
    .init(["plan,,2025-01-01", "build,,2025-02-01"], "", 1, "open: not reached"),
    .init(["plan,,", "build,,", "open,,"], "", 1, "FAIL: 0, target all 3 phases."),
    // A day that is yet to come is no day on which a phase was reached.
    .init(
      ["plan,,2025-01-01", "build,,2025-02-01", "open,,2025-07-01"], "", 1, "open: not reached"),
    .init(
      ["plan,,2025-01-01", "build,,2025-02-01", "open,,"], "within_days: 200", 0,
      "open: due by 2025-08-20"
    ),
    .init(
      ["plan,,2025-01-01", "build,,2025-02-01", "open,,"], "within_days: 100", 1,
      "open: overdue since 2025-05-12"
    ),
    .init(
      ["plan,,2025-01-01", "build,,2025-05-01", "open,,"], "within_days: 100", 1,
      "build: reached 2025-05-01, due by 2025-04-11"
    ),
  ]

  @Test(arguments: all)
  func saysWhatBecameOfEachPhase(_ phases: Phases) throws {
    let keys = phases.keys.isEmpty ? "enforcement: block" : phases.keys
    try run(phases.rows, keys).expect(exit: phases.code, [phases.says])
  }

  @Test(arguments: [
    ["plan,2025-01-31,2025-01-31", "plan,2025-01-31,2025-02-28", "build,,", "open,,"],
    ["plan,2025-01-31,2025-01-31", ",2025-06-01,2025-05-01", "open,2025-12-31,"],
  ])
  func whatNobodyKnowsIsNoPass(_ rows: [String]) throws {
    try run(rows, Self.due).expect(exit: 2, ["CANNOT TELL"])
  }

  @Test(arguments: [
    ("check: milestone, of: people, done: number, phases: [x]", "'milestone' needs 'per'"),
    ("check: milestone, of: people, per: team, phases: [x]", "'milestone' needs 'done'"),
    (
      "check: milestone, of: people, per: team, phases: [x], done: number",
      "found no matching overload"
    ),
  ])
  func mistakesAreTold(_ commitment: String, _ says: String) throws {
    try CheckerSample.workdir(["id: A, " + commitment]).run("lint", "pack.yaml", "--data", ".")
      .expect(exit: 3, [says])
  }
}
