import Foundation
import Testing

/// `holdfast init`: from a folder of files to a description that loads.
@Suite struct InitTests {
  private static let ledger = """
    Payment Date,Supplier ID,Expense Type,Net Amount
    13/04/2024,s1,Food,£50.00
    14/04/2024,s2,Energy,£300.00
    15/04/2024,s1,Food,£50.00

    """
  private static let suppliers = "Supplier ID,Postcode\ns1,NG1 4AA\ns2,LE2 7QQ\ns3,NG2 1AA\n"

  private static func workdir() throws -> Workdir {
    let workdir = try Workdir()
    try workdir.write("data/spend/2024-04.csv", ledger)
    try workdir.write("data/suppliers.csv", suppliers)
    return workdir
  }

  @Test func writesADescriptionThatLoads() throws {
    let workdir = try Self.workdir()
    try workdir.run("init", "data", "--name", "Northgate").expect(
      exit: 0,
      [
        "spend 1 file, 3 rows, 4 columns", "suppliers 1 file, 3 rows, 2 columns",
        "Questions to answer: 1.", "Written: data/institution.yaml", "holdfast lint --data data",
      ])
    try workdir.run("lint", "--data", "data").expect(exit: 0, ["No mistakes found", "Northgate"])
  }

  @Test func neverOverwritesADescription() throws {
    let workdir = try Self.workdir()
    try workdir.write("data/institution.yaml", "institution: mine\n")
    try workdir.run("init", "data").expect(
      exit: 3, ["exists and would be overwritten", "--output"])
    #expect(try workdir.read("data/institution.yaml") == "institution: mine\n")
    try workdir.run("init", "data", "--output", "other.yaml").expect(exit: 0)
    try workdir.run("init", "data", "--output", "other.yaml").expect(exit: 3, ["overwritten"])
    try workdir.run("lint", "--data", "data", "--institution", "other.yaml").expect(exit: 0)
  }

  @Test func printsItWhereThatIsWanted() throws {
    let workdir = try Self.workdir()
    let outcome = try workdir.run("init", "data", "--output", "-")
    outcome.expect(exit: 0)
    #expect(outcome.out.contains("datasets:\n"))
    #expect(!outcome.out.contains("Found:"))
    #expect(outcome.err.contains("Found:"))
    #expect(!workdir.exists("data/institution.yaml"))
  }

  @Test func findsWhereRowsPoint() throws {
    let workdir = try Self.workdir()
    try workdir.run("init", "data", "--name", "Northgate").expect(exit: 0)
    let text = try workdir.read("data/institution.yaml")
    #expect(text.contains("supplier: { to: suppliers, by: supplier_id }"))
  }

  /// What only a person can answer keeps the files from being read.
  @Test func isRefusedUntilTheDatesAreSettled() throws {
    let workdir = try Self.workdir()
    try workdir.write(
      "data/spend/2024-04.csv",
      "Payment Date,Supplier ID,Net Amount\n03/04/2024,s1,£1.00\n04/05/2024,s2,£3.00\n")
    try workdir.run("init", "data", "--name", "Northgate").expect(
      exit: 0, ["Questions to answer: 2; 1 must be answered first."])
    try workdir.run("lint", "--data", "data").expect(
      exit: 3, ["'ANSWER_ME' is no date format"])
    let text = try workdir.read("data/institution.yaml")
    try workdir.write(
      "data/institution.yaml", text.replacing("format: ANSWER_ME", with: "format: d/M/yyyy"))
    try workdir.run("lint", "--data", "data").expect(exit: 0)
  }

  @Test func asksForWhatAPackNeeds() throws {
    let workdir = try Self.workdir()
    try workdir.write(
      "pack.yaml",
      """
      pack: local
      version: 1.0.0
      needs:
        spend:
          amount: { type: decimal, basis: [net] }
          supplier.postcode: { type: postcode }
      commitments:
        - id: L-1
          title: A quarter is spent in Nottingham
          check: share
          of: spend
          measure: amount
          where: supplier.postcode in area("home")
          target: ">= 25%"

      """)
    try workdir.run("init", "data", "--pack", "pack.yaml", "--name", "Northgate").expect(
      exit: 0, ["holdfast lint pack.yaml --data data"])
    let text = try workdir.read("data/institution.yaml")
    #expect(text.contains("amount: { from: Net Amount, type: decimal, basis: net }"))
    #expect(text.contains("supplier: { to: suppliers, by: supplier_id }"))
    #expect(text.contains("# Not needed by the pack: 'Expense Type'"))
    try workdir.write(
      "data/institution.yaml", "areas: { home: { postcodes: [NG1, NG2] } }\n" + text)
    try workdir.run("check", "pack.yaml", "--data", "data", "--as-of", "2025-01-31").expect(
      exit: 0, ["PASS", "25.00%"])
  }

  @Test(arguments: [
    (["init", "nowhere"], "'nowhere' is no folder"),
    (["init", "data", "--currency", "pounds"], "'pounds' is no currency code"),
    (["init", "data", "--pack", "nowhere.yaml"], "nowhere.yaml"),
    (["init", "empty"], "the folder holds no table"),
  ])
  func refusesWhatCannotBe(_ arguments: [String], _ says: String) throws {
    let workdir = try Self.workdir()
    try workdir.makeFolder("empty")
    let outcome = try workdir.run(arguments)
    #expect(outcome.exit != 0)
    #expect(outcome.flat.contains(says), "\(outcome.text)")
    #expect(!workdir.exists("data/institution.yaml"))
  }
}
