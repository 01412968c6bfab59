import Testing

/// What parties answer to findings, beside them.
@Suite("Responses")
struct ResponseTests {
  private static let one = """
    responses:
      - { commitment: fair/LOC, party: Supplies, by: B. Buyer, answered: 2025-04-12, says: "We moved.", document: a.pdf }
      - { commitment: fair/LOC, party: Estates, answered: 2025-04-11, says: So be it }
      - { commitment: fair/LOC, party: Estates, answered: 2025-05-01, says: Later }
      - { commitment: far/LOC, party: Estates, answered: 2025-04-01, says: Elsewhere }

    """

  private func workdir(_ text: String = one) throws -> Workdir {
    let workdir = try Sample().workdir()
    try workdir.write("data/responses.yaml", text)
    return workdir
  }

  @Test func theyStandBesideTheirFindings() throws {
    let outcome = try workdir().run(Sample.check)
    outcome.expect(
      exit: 0,
      [
        "Response of Estates, 2025-04-11: So be it. Response of Supplies (B. Buyer), 2025-04-12: "
          + "We moved. See a.pdf.",
        "Responses from data/responses.yaml: 2 shown, 1 to findings not in this run, 1 of later",
        "far/LOC (Estates, 2025-04-01): not shown",
        "fair/LOC (Estates, 2025-05-01): not shown, it was given after 2025-04-30.",
      ], never: ["Later", "Elsewhere"])
  }

  @Test func programsReadTheSame() throws {
    let json = try workdir().run(Sample.check + ["--report", "json"]).json()
    #expect(json["result/findings/0/responses/0/party"] == "Estates")
    #expect(json["result/findings/0/responses/1/document"] == "a.pdf")
    #expect(json["result/findings/0/responses/2/party"] == nil)
    #expect(json["result/responses/shown"] == "2")
    #expect(json["result/responses/later/0/answered"] == "2025-05-01")
    #expect(json["run/responses/digest"]?.utf8.count == 64)
    try workdir().run(Sample.check + ["--report", "junit"])
      .expect(exit: 0, ["name=\"responses\" value=\"2 shown"])
  }

  @Test(arguments: [
    ("commitment: fair/LOK, party: A, answered: 2025-04-12, says: x", "no commitment 'LOK'"),
    ("commitment: fair/LOC, answered: 2025-04-12, says: x", "has no 'party'"),
    ("commitment: fair/LOC, party: A, says: x", "has no 'answered'"),
    ("commitment: fair/LOC, party: A, answered: 2025-04-12, say: x", "unknown key 'say'"),
  ])
  func mistakesAreTold(_ item: String, _ says: String) throws {
    try workdir("responses:\n  - { \(item) }\n").run(Sample.check)
      .expect(exit: 3, ["data/responses.yaml:2:", says])
  }
}
