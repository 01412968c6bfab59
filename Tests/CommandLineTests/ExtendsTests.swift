import Testing

/// A pack that extends another takes over its promises and may only ask more.
@Suite("Packs that extend others")
struct ExtendsTests {
  private static let parent = """
    pack: base
    title: Base
    version: 1.0.0
    sources: { S: { title: A strategy } }
    parameters: { least: { type: integer, default: 2 } }
    commitments:
      - { id: A, title: Two teams, source: { ref: S }, of: people, check: count, target: '>= 2' }
      - { id: B, title: Few, of: people, check: count, target: '<= 5', enforcement: warn }
      - { id: C, title: Open, of: people, check: count, target: required }
      - { id: D, title: Steps, of: people, check: count, where: 'number > 1',
          schedule: [ { from: 2020-01-01, target: '>= 1' }, { from: 2030-01-01, target: '>= 3' } ] }
      - { id: E, title: By a knob, of: people, check: count, target: '>= params.least' }

    """

  private func workdir(_ commitments: [String], extends: String = "../base") throws -> Workdir {
    let workdir = try CheckerSample.workdir([])
    try workdir.write("base/pack.yaml", Self.parent)
    let list = commitments.isEmpty ? "" : "commitments:\n"
    try workdir.write(
      "child/pack.yaml",
      "pack: child\nversion: 1.0.0\nextends: \(extends)\n" + list
        + commitments.map { "  - { \($0) }\n" }.joined())
    return workdir
  }

  private static let check = ["check", "child", "--data", ".", "--as-of", "2025-04-30"]

  @Test func takesOverWhatItDoesNotSay() throws {
    let outcome = try workdir([
      "id: A, target: '>= 3'", "id: N, title: New, of: people, check: count, target: '> 0'",
    ]).run(Self.check)
    outcome.expect(
      exit: 1,
      [
        "child 1.0.0", "A Two teams (block) FAIL: 2, target >= 3.", "B Few (warn) PASS",
        "N New (block) PASS: 2, target > 0.", "supply: child/C",
      ])
  }

  @Test func anEmptyListTakesOverAll() throws {
    try workdir([]).run(Self.check).expect(exit: 0, ["A Two teams (block) PASS: 2, target >= 2."])
  }

  @Test(arguments: [
    ("id: A, target: '>= 2'", nil), ("id: A, target: '> 2'", nil),
    ("id: A, target: '>= 1'", "the target"), ("id: A, target: '<= 2'", "the target"),
    ("id: A, target: required", "the target"), ("id: A, enforcement: warn", "the enforcement"),
    ("id: A, due: 2030-01-01", "'due'"), ("id: A, where: 'number > 1'", "'where'"),
    ("id: A, may_be_empty: true", "'may_be_empty'"), ("id: A, of: people", nil),
    ("id: A, missing: exclude", "'missing'"), ("id: A, among: 'true'", "'among'"),
    ("id: A, period: { from: 2024-01-01, to: 2024-12-31 }", "'period'"),
    (
      "id: A, leave_out: [ { id: x, when: 'number > 1', because: so } ]", "'leave_out'"
    ),
    ("id: B, target: '<= 4'", nil), ("id: B, target: '<= 6'", "the target"),
    ("id: B, enforcement: block", nil), ("id: C, target: '>= 1'", nil),
    ("id: D, target: '>= 3'", nil), ("id: D, target: '>= 2'", "the target"),
    ("id: D, schedule: [ { from: 2021-01-01, target: '>= 9' } ]", "the target"),
    ("id: D, where: 'number > 1'", nil), ("id: E, target: '>= 5'", "the target"),
    ("id: A, target: '>= 1', loosens: agreed by the board", nil),
  ])
  func mayOnlyTighten(_ commitment: String, _ change: String?) throws {
    let outcome = try workdir([commitment]).run("lint", "child", "--data", ".")
    guard let change else {
      outcome.expect(exit: 0, ["No mistakes found"])
      return
    }
    outcome.expect(
      exit: 3, ["changes \(change) of 'base', which may loosen it", "loosens: <reason>"])
  }

  @Test func whatIsLoosenedIsAChoice() throws {
    let outcome = try workdir(["id: A, target: '>= 1', loosens: agreed by the board"])
      .run(Self.check)
    outcome.expect(exit: 0, ["child/A", "differs from base, loosened: agreed by the board"])
  }

  @Test(arguments: [
    ("../nowhere", "cannot be read"), ("../child", "leads back to this pack"),
    ("{ pack: ../base, loosen: x }", "unknown key 'loosen'"),
  ])
  func refusesWhatItCannotExtend(_ path: String, _ says: String) throws {
    try workdir([], extends: path).run("lint", "child", "--data", ".").expect(exit: 3, [says])
  }

  @Test func anotherMeaningOfAParameterIsSaid() throws {
    let workdir = try workdir([])
    let text = "pack: child\nversion: 1.0.0\nparameters: { least: { type: integer, default: 1 } }\n"
    try workdir.write("child/pack.yaml", text + "extends: ../base\n")
    try workdir.run("lint", "child", "--data", ".")
      .expect(exit: 3, ["'least' is declared by 'base' too", "may loosen its promises"])
    try workdir.write("child/pack.yaml", text + "extends: { pack: ../base, loosens: agreed }\n")
    try workdir.run(Self.check).expect(exit: 0, ["differs from base, loosened: agreed"])
  }

  @Test func promisesKnowWhereTheyComeFrom() throws {
    let outcome = try workdir([
      "id: N, title: New, of: commitments, check: count, where: 'inherited_from == \"base\"', "
        + "target: '= 5'"
    ]).run(Self.check)
    outcome.expect(exit: 0, ["N New (block) PASS: 5, target = 5."])
  }
}
