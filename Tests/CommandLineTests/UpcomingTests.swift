import Testing

/// What will change on days to come though no row does.
@Suite("Upcoming")
struct UpcomingTests {
  private func workdir() throws -> Workdir {
    var sample = Sample()
    try sample.change(
      "pack.yaml", "version: 1.0.0", to: "version: 1.0.0\nuntil: 2026-01-31")
    try sample.change("pack.yaml", "target: \">= 25%\"", to: "target: \">= 60%\"")
    try sample.change(
      "pack.yaml", "target: \">= 10%\"",
      to:
        "schedule: [ { from: 2000-01-01, target: \">= 10%\" }, { from: 2026-03-31, target: \">= 90%\" } ]"
    )
    try sample.change(
      "pack.yaml", "commitments:\n",
      to: """
        commitments:
          - { id: DOC, title: A mission, check: evidence, claim: mission }
          - id: DUE
            title: Later
            check: share
            of: spend
            where: supplier.sme
            target: ">= 90%"
            due: 2025-06-15

        """)
    let workdir = try sample.workdir()
    try workdir.write("data/mission.txt", "Our mission.\n")
    try workdir.write(
      "data/evidence.yaml",
      "evidence:\n  - { id: m1, claim: mission, document: mission.txt, signed_by: A, signed_on: "
        + "2024-05-01, valid_until: 2025-08-31, sha256: "
        + "b1403b738db670cda4a6a44fc914418da4d4077a5582302f84587b155393d30e }\n")
    try workdir.write(
      "data/waivers.yaml",
      WaiverSample.file([
        [:], ["issued": "2026-01-02", "expires": "2026-02-01"], ["commitment": "fair/SME"],
      ]))
    return workdir
  }

  private static let all = [
    "2025-06-15 fair/DUE: a miss no longer only reports",
    "2025-09-01 fair/DOC: the attestation 'm1' no longer holds",
    "2026-01-01 fair/LOC: the waiver ends that B. Buyer answers for; without it: FAIL",
    "2026-01-02 fair/LOC: a waiver begins that B. Buyer answers for",
    "2026-02-01 fair: the pack is no longer in force",
    "2026-03-31 fair/SME: >= 90%",
  ]

  private static func upcoming(_ more: String...) -> [String] {
    ["upcoming", "pack.yaml", "--data", "data", "--as-of", "2025-04-30"] + more
  }

  @Test func allIsListedByDay() throws {
    let outcome = try workdir().run(Self.upcoming())
    #expect(outcome.exit == 0)
    #expect(outcome.out == Self.all.map { $0 + "\n" }.joined())
    try workdir().run(WaiverSample.check()).expect(exit: 0, ["To come"] + Self.all)
  }

  /// The day itself is within, the day after is not.
  @Test(arguments: [(45, 0), (46, 1), (123, 1), (124, 2), (246, 3), (277, 5), (335, 6)])
  func asFarAheadAsAsked(_ days: Int, _ count: Int) throws {
    let outcome = try workdir().run(Self.upcoming("--days", "\(days)"))
    let nothing = "Nothing is to come within \(days) days of 2025-04-30.\n"
    #expect(
      outcome.out == (count == 0 ? nothing : Self.all.prefix(count).map { $0 + "\n" }.joined()))
  }

  /// Each day is the first on which the verdict is otherwise.
  @Test(arguments: [
    ("2025-06-14", "DUE", "(report)"), ("2025-06-15", "DUE", "(block)"),
    ("2025-08-31", "DOC", "PASS"), ("2025-09-01", "DOC", "FAIL"),
    ("2025-12-31", "LOC", "WAIVED"), ("2026-01-01", "LOC", "FAIL"), ("2026-01-02", "LOC", "WAIVED"),
    ("2026-01-31", "LOC", "WAIVED"), ("2026-02-01", "LOC", "NOT APPLICABLE"),
  ])
  func theDayIsTheFirst(_ day: String, _ id: String, _ says: String) throws {
    let outcome = try workdir().run(WaiverSample.check(day) + ["--only", id])
    #expect(outcome.flat.contains(says), "\(outcome.text)")
  }

  @Test func programsReadTheSame() throws {
    let json = try workdir().run(Self.upcoming("--json")).json()
    let kinds = [
      "due", "attestation_ends", "waiver_ends", "waiver_begins", "pack_ends", "target",
    ]
    for (place, kind) in kinds.enumerated() { #expect(json["\(place)/kind"] == kind) }
    #expect(json["5/target"] == ">= 90%" && json["5/decides"] == "2026-03-31")
    try workdir().run(Self.upcoming("--days", "0")).expect(exit: 64)
  }
}
