import Foundation
import Testing

/// The tests of packs: of those that the project ships, and of anybody's own.
@Suite struct PackTestsTests {
  /// Where the shipped packs are.
  private static let rules = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Rules").standardizedFileURL.path(percentEncoded: false)

  static let pack = """
    pack: fair
    title: Fair
    version: 1.0.0
    commitments:
      - id: F-1
        title: Half of what is spent stays here
        check: share
        of: spend
        measure: amount
        where: local
        target: ">= 50%"

    """
  static let institution = """
    institution: Northgate
    currency: GBP
    datasets:
      spend:
        files: spend.csv
        columns:
          amount: { type: decimal, scale: 2, basis: net }
          local: { type: bool }

    """

  /// A pack with two tests, in which it passes and fails.
  static func workdir(_ tests: String? = nil) throws -> Workdir {
    let workdir = try Workdir()
    try workdir.write("rules/fair/pack.yaml", pack)
    for (name, ledger) in [
      ("kept", "amount,local\n50.00,true\n50.00,false\n"),
      ("broken", "amount,local\n49.99,true\n50.01,false\n"),
    ] {
      try workdir.write("rules/fair/\(name)/institution.yaml", institution)
      try workdir.write("rules/fair/\(name)/spend.csv", ledger)
    }
    try workdir.write("rules/fair/tests.yaml", tests ?? self.tests)
    return workdir
  }

  static let tests = """
    tests:
      - { name: kept, data: kept, as_of: 2025-06-30, expect: { F-1: pass } }
      - { name: broken, data: broken, as_of: 2025-06-30, expect: { F-1: fail } }

    """

  @Test func everyShippedPackIsSeenToPassAndToFail() throws {
    let outcome = try Workdir().run("test", Self.rules, "--require-coverage")
    outcome.expect(exit: 0, ["36 pack(s)", "all as expected"])
    #expect(!outcome.out.contains("never seen"))
  }

  @Test(arguments: [["rules"], ["rules/fair"], ["rules/fair/", "--require-coverage"]])
  func aFolderOfPacksStandsForThem(_ arguments: [String]) throws {
    try Self.workdir().run(["test"] + arguments).expect(
      exit: 0,
      ["fair: 2 test(s), 1 commitment(s)", "2 verdict(s) expected, all as expected"])
  }

  @Test func whatComesOutOtherwiseIsTold() throws {
    let tests = Self.tests.replacing("F-1: fail", with: "F-1: pass")
    let outcome = try Self.workdir(tests).run("test", "rules")
    outcome.expect(
      exit: 1,
      ["rules/fair/tests.yaml:3: broken: F-1 should be pass, but is fail", "1 otherwise"])
  }

  /// A commitment that no test saw fail may be one that cannot.
  @Test func whatWasNeverSeenIsNamed() throws {
    let tests = Self.tests.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    let workdir = try Self.workdir(tests)
    try workdir.run("test", "rules").expect(exit: 0, ["never seen to fail: F-1"])
    try workdir.run("test", "rules", "--require-coverage")
      .expect(exit: 1, ["never seen to fail: F-1"])
  }

  /// A template without a number is evaluated nowhere, whatever a test expects.
  @Test func templatesNeedTheirNumbers() throws {
    let workdir = try Self.workdir()
    try workdir.write(
      "rules/fair/pack.yaml", Self.pack.replacing("\">= 50%\"", with: "required"))
    try workdir.run("test", "rules").expect(
      exit: 1, ["F-1 should be pass, but is not evaluated", "2 otherwise"])
    try workdir.write("rules/fair/p.yaml", "parameters: fair\ntargets: { F-1: \">= 50%\" }\n")
    try workdir.write(
      "rules/fair/tests.yaml",
      Self.tests.replacing(", expect", with: ", parameters: p.yaml, expect"))
    try workdir.run("test", "rules").expect(exit: 0, ["all as expected"])
  }

  @Test(arguments: [
    ("F-1: pass", "F-2: pass", "pack 'fair' has no commitment 'F-2'"),
    ("F-1: pass", "F-1: passed", "must be one of pass, not_applicable"),
    ("data: kept", "data: ../fair/kept", "leads out of its folder by '..'"),
    ("data: kept", "data: /tmp", "is an absolute path"),
    ("data: kept", "data: lost", "matches no file"),
    ("data: kept", "data: linked", "is a link that leads out"),
    ("data: kept", "parameters: ../p.yaml, data: kept", "leads out of its folder by '..'"),
    ("expect: { F-1: pass }", "expect: {}", "the test expects nothing"),
    (", expect: { F-1: pass }", "", "the test expects nothing"),
    ("data: kept", "date: kept", "unknown key 'date'"),
    ("data: kept", "data: []", "the test names no data"),
    ("as_of: 2025-06-30", "as_of: 2025-06-31", "is not a date"),
    ("tests:", "test:", "there is no test"),
  ])
  func mistakesAreNoPass(_ right: String, _ wrong: String, _ says: String) throws {
    let text = try #require(Self.tests.range(of: right))
    let tests = Self.tests.replacingCharacters(in: text, with: wrong)
    let workdir = try Self.workdir(tests)
    try workdir.write("elsewhere/institution.yaml", Self.institution)
    try workdir.link("rules/fair/linked", to: "../../elsewhere")
    try workdir.run("test", "rules").expect(exit: 3, [says, "not all could be run"])
  }

  @Test func aFolderWithoutTestsIsNoPass() throws {
    let workdir = try Self.workdir()
    try workdir.remove("rules/fair/tests.yaml")
    let outcome = try workdir.run("test", "rules")
    outcome.expect(exit: 3, ["'rules' holds no tests.yaml", "not all could be run"])
    #expect(!outcome.out.contains("as expected"))
    try workdir.run("test", "nowhere").expect(exit: 3, ["the folder cannot be looked into"])
  }
}
