import Foundation
import Testing

/// `holdfast waive` writes what it has checked, and nothing else.
@Suite("Waive")
struct WaiveTests {
  private static let waive = [
    "waive", "fair/LOC", "pack.yaml", "--data", "data", "--reason", "It \"moves\": #1, é",
    "--approver",
    "A. Chair", "--owner", "B. Buyer", "--issued", "2025-04-01", "--expires", "2025-12-31",
  ]

  private static func waive(_ name: String, _ changes: [String: String] = [:]) -> [String] {
    var words = waive
    words[1] = name
    for (key, value) in changes {
      if let place = words.firstIndex(of: "--\(key)") { words[place + 1] = value }
    }
    return words
  }

  private func workdir(_ file: String?) throws -> Workdir {
    let workdir = try WaiverSample.workdir([])
    if let file {
      try workdir.write("data/waivers.yaml", file)
    } else {
      try workdir.remove("data/waivers.yaml")
    }
    return workdir
  }

  private static let other =
    "commitment: fair/SME, reason: x, approver: a, owner: b, issued: 2025-04-01, expires: 2025-05-01"
  private static let dashed = """
    commitment: fair/SME # a remark
        reason: x
        approver: a
        owner: b
        issued: 2025-04-01
        expires: 2025-05-01
    """

  /// What stood there stays byte for byte, however it is written.
  @Test(arguments: [
    nil, "", "# nothing yet\n", "# no line end", "waivers:\n  - { \(other) }\n",
    "waivers:\n  - { \(other) }", "waivers:\n- { \(other) }\n# the end\n",
    "waivers:\r\n    - { \(other) }\r\n", "# a\nwaivers:\n  - \(dashed)\n\n\n",
  ])
  func theRestStays(_ file: String?) throws {
    let workdir = try workdir(file)
    let outcome = try workdir.run(Self.waive)
    outcome.expect(exit: 0, ["Written to data/waivers.yaml:", "commitment: \"fair/LOC\""])
    let text = try workdir.read("data/waivers.yaml")
    #expect(text.utf8.starts(with: (file ?? "").utf8))
    try workdir.run(WaiverSample.check())
      .expect(exit: 0, ["WAIVED", "Waived until 2025-12-31: It \"moves\": #1, é. Approved by"])
  }

  @Test func severalFollowEachOther() throws {
    let workdir = try workdir(nil)
    try workdir.run(Self.waive).expect(exit: 0)
    let later = ["issued": "2026-01-01", "expires": "2026-06-30"]
    try workdir.run(Self.waive("fair/LOC", later)).expect(exit: 0)
    try workdir.run(Self.waive("fair/SME")).expect(exit: 0)
    try workdir.run(WaiverSample.check())
      .expect(exit: 0, ["1 used, 1 not needed, 1 not begun"])
  }

  /// Of many who write at once nobody's waiver is lost.
  @Test func manyAtOnceAreAllKept() throws {
    let workdir = try workdir(nil)
    let processes = try (1...9).map { month in
      let days = ["issued": "2025-0\(month)-01", "expires": "2025-0\(month)-28"]
      return try Self.started(Self.waive("fair/LOC", days), workdir)
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let text = try workdir.read("data/waivers.yaml")
    #expect(text.split(separator: "expires:").count == 10)
  }

  private static func started(_ words: [String], _ workdir: Workdir) throws -> Process {
    let process = Process()
    process.executableURL = try Binary.url()
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: workdir.path(""))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test(
    arguments: [
      (waive("fair/LOC", ["owner": "a chair"]), nil, "approved the waiver and answers for it"),
      (waive("fair/LOC", ["expires": "2026-04-03"]), nil, "367 days"),
      (waive("fair/LOK"), nil, "did you mean 'LOC'?"),
      (waive("far/LOC"), nil, "did you mean 'fair'?"),
      (waive("LOC"), nil, "write fair/LOC"),
      (waive("fair/LOC[x]"), nil, "is not split into groups"),
      (waive("fair/SME"), "waivers:\n  - { \(other) }\n", "is waived twice"),
      (waive("fair/LOC"), "waivers: []\n", "not written with an item a line"),
      (waive("fair/LOC"), "waivers: [ { \(other) } ]\n", "not written with an item a line"),
      (waive("fair/LOC"), "waivers:\n  - { commitment: x }\n", "the waiver has no 'reason'"),
      (waive("fair/LOC"), "waivers:\n", "waivers must be a list"),
      (waive("fair/LOC"), "waiver:\n", "unknown key 'waiver'"),
    ] as [([String], String?, String)])
  func whatWouldBeWrongIsNotWritten(
    _ words: [String], _ file: String?, _ says: String
  ) throws {
    let workdir = try workdir(file)
    try workdir.run(words).expect(exit: 3, [says])
    #expect(workdir.exists("data/waivers.yaml") == (file != nil))
    if let file { #expect(try workdir.read("data/waivers.yaml") == file) }
  }
}
