import Testing

/// Documents that commitments rest on: each way in which one can be wrong is a failure of its own.
@Suite("Evidence")
struct EvidenceTests {
  private static let mission = "Our mission.\n"

  /// What sha256sum prints for it.
  private static let digest =
    "b1403b738db670cda4a6a44fc914418da4d4077a5582302f84587b155393d30e"

  /// A folder with a document and one attestation, of which some keys are replaced or taken away.
  private func workdir(
    _ changes: [String: String?] = [:], check: String = "", more: String = "",
    document: String? = mission
  ) throws -> Workdir {
    let workdir = try CheckerSample.workdir([
      "id: E, check: evidence, claim: anchor_mission" + (check.isEmpty ? "" : ", " + check)
    ])
    var keys: [String: String?] = [
      "id": "m1", "claim": "anchor_mission", "document": "papers/mission.txt",
      "sha256": Self.digest, "issuer": "Board", "signed_by": "A. Person",
      "role": "Chair", "signed_on": "2024-05-01", "valid_until": "2026-04-30",
      "signature": "typed",
    ]
    keys.merge(changes) { $1 }
    let lines = keys.sorted { $0.key < $1.key }.compactMap { key, value in
      value.map { "\(key): \"\($0)\"" }
    }
    try workdir.write(
      "evidence.yaml", "evidence:\n  - { \(lines.joined(separator: ", ")) }\n" + more)
    if let document { try workdir.write("papers/mission.txt", document) }
    return workdir
  }

  @Test func aDocumentInOrderIsEnough() throws {
    try workdir().run(CheckerSample.check)
      .expect(exit: 0, ["PASS: 1 of the documents for 'anchor_mission' in order."])
    try workdir(check: "role: Chair, max_age_months: 11").run(CheckerSample.check).expect(exit: 0)
  }

  @Test(
    arguments: [
      (["document": nil, "sha256": nil], "", "1 no document"),
      (["document": "papers/other.txt"], "", "1 missing"),
      (["document": "../outside.txt"], "", "1 missing"),
      (["sha256": String(repeating: "0", count: 64)], "", "1 altered"),
      (["signed_by": nil], "", "1 unsigned"), (["signed_on": nil], "", "1 unsigned"),
      (["signed_on": "2025-05-01"], "", "1 not yet signed"),
      (["valid_until": "2025-04-29"], "", "1 expired"),
      (["role": "Clerk"], "role: Chair", "1 of another role, or too old"),
      ([:], "max_age_months: 10", "1 of another role, or too old"),
    ] as [([String: String?], String, String)])
  func eachFailureIsItsOwn(
    _ changes: [String: String?], _ check: String, _ says: String
  ) throws {
    try workdir(changes, check: check).run(CheckerSample.check)
      .expect(exit: 1, ["FAIL: 0 of the documents", "Not in order: \(says)."])
  }

  @Test func whatIsSupersededNoLongerCounts() throws {
    let expired =
      "  - { id: m2, claim: other, signed_by: B, signed_on: 2025-01-01, supersedes: m1 }\n"
    try workdir(more: expired).run(CheckerSample.check)
      .expect(exit: 1, ["Not in order: 1 superseded."])
    // Before it was signed the older one held.
    let early = ["check", "pack.yaml", "--data", ".", "--as-of", "2024-12-31"]
    try workdir(more: expired).run(early).expect(exit: 0)
  }

  @Test func whatNobodyKnowsIsNoPass() throws {
    try workdir(["role": nil], check: "role: Chair").run(CheckerSample.check)
      .expect(exit: 2, ["between 0 and 1"])
    try workdir(["claim": "anchor_misson"]).run(CheckerSample.check)
      .expect(
        exit: 2,
        [
          "No attestation in evidence.yaml is of 'anchor_mission'",
          "nearest claim there is 'anchor_misson'",
        ])
    let bare = try CheckerSample.workdir(["id: E, check: evidence, claim: anchor_mission"])
    try bare.run(CheckerSample.check).expect(exit: 2, ["CANNOT TELL"])
  }

  @Test(arguments: [
    ("evidence:\n  - { id: a, claim: x, document: d.txt }\n", "has no digest"),
    ("evidence:\n  - { id: a, claim: x, sha256: 12 }\n", "is no SHA-256 digest"),
    ("evidence:\n  - { id: a }\n", "has no 'claim'"),
    ("evidence:\n  - { id: a, claim: x, signed: yes }\n", "unknown key 'signed'"),
    ("evidence:\n  - { id: a, claim: x }\n  - { id: a, claim: y }\n", "stands twice"),
    ("evidence:\n  - { id: a, claim: x, supersedes: b }\n", "there is no attestation 'b'"),
  ])
  func mistakesAreTold(_ text: String, _ says: String) throws {
    let workdir = try workdir()
    try workdir.write("evidence.yaml", text)
    try workdir.run(CheckerSample.check).expect(exit: 3, ["evidence.yaml:", says])
  }

  @Test func itIsToldAsAttested() throws {
    let outcome = try workdir().run(CheckerSample.check + ["--report", "json"])
    outcome.expect(exit: 0, ["\"basis\": \"attested\""])
  }
}
