import Testing

/// What is waived advises at the gate and stops nothing.
@Suite struct GateWaiverTests {
  private static func workdir(_ changes: [[String: String?]]) throws -> Workdir {
    let workdir = try GateSample().workdir()
    if !changes.isEmpty { try workdir.write("data/waivers.yaml", WaiverSample.file(changes)) }
    return workdir
  }

  private static let breaking = GateSample.award(GateSample.away("1000.01"))

  @Test func aWaivedCommitmentAdvises() throws {
    try Self.workdir([]).gate(Self.breaking).expect(exit: 1, ["The award breaks it"])
    try Self.workdir([[:]]).gate(Self.breaking).expect(
      exit: 0,
      [
        "APPROVE LOC", "It is waived until 2025-12-31 by A. Chair, so this advises:",
        "from 50.00% to",
      ], never: ["breaks"])
  }

  /// The last day is part of a waiver, and a waiver of another commitment is none of this one.
  @Test(arguments: [("2025-04-30", 0), ("2025-04-29", 1)] as [(String, Int32)])
  func onlyInItsDays(_ expires: String, _ exit: Int32) throws {
    try Self.workdir([["expires": expires]]).gate(Self.breaking).expect(exit: exit)
  }

  @Test func anotherFileIsNamed() throws {
    let workdir = try Self.workdir([])
    try workdir.write("elsewhere.yaml", WaiverSample.file([[:]]))
    try workdir.gate(Self.breaking, "--waivers", "elsewhere.yaml").expect(exit: 0, ["waived"])
    // The verdict of a program says it too.
    let json = try workdir.gate(
      Self.breaking, "--waivers", "elsewhere.yaml", "--report", "json"
    ).json()
    #expect("\(json)".contains("waived"))
  }

  @Test func aWrongFileStopsTheGate() throws {
    try Self.workdir([["commitment": "fair/LOX"]]).gate(Self.breaking).expect(
      exit: 3, ["waivers.yaml:2", "fair/LOX"])
    try Self.workdir([["expires": "2027-12-31"]]).gate(Self.breaking).expect(
      exit: 3, ["waivers.yaml", "366"])
  }

  /// An award that mends what is waived is no news for the waiver.
  @Test func whatIsKeptIsNotWaived() throws {
    try Self.workdir([[:]]).gate(GateSample.award(GateSample.home("10.00"))).expect(
      exit: 0, ["It stays kept"], never: ["waived"])
  }
}
