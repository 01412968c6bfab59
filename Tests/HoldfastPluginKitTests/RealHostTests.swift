import Exact
import Foundation
import HoldfastModel
import HoldfastPluginHost
import JSONText
import Testing

/// Plugins in Swift, run by Holdfast's host, confined, and by the host that tests have.
@Suite struct RealHostTests {
  static let template = PluginManifest(program: "template-plugin", called: "my-plugin")

  @Test func describesItself() throws {
    let checkers = try PluginHost.usual().describe(Self.template)
    #expect(checkers.map(\.keyword) == ["my-plugin/done_part"])
    #expect(checkers[0].isMergeable && checkers[0].columns.map(\.role) == ["done"])
    let parameters = checkers[0].parameters
    #expect(try parameters.prepared(JSONValue("{}")).compactText == #"{"minimum_rows":1}"#)
    #expect(throws: ParameterFaults.self) {
      try parameters.prepared(JSONValue(#"{"minimum_rows": 0}"#))
    }
  }

  /// Two processes, rows in any order: the same as in one.
  @Test func measuresRows() throws {
    let host = try PluginHost.usual()
    let checker = try #require(try host.describe(Self.template).first)
    let parameters = try checker.parameters.prepared(JSONValue("{}"))
    func opening(_ worker: Int) -> RowsOpening {
      var opening = RowsOpening(checker, parameters: parameters, roles: ["done"], hasWhere: false)
      (opening.worker, opening.workers) = (worker, 2)
      return opening
    }
    let sessions = try (0..<2).map {
      try host.rows(opening($0), of: Self.template, isPersonal: false)
    }
    for (number, session) in sessions.enumerated() {
      var batch = session.makeBatch()
      for row in 0..<10_000 {
        if row % 10 == 0 { batch.appendUnknown(to: 0) } else { batch.append(row % 2 == 1, to: 0) }
        batch.endRow(row % 5 == 1 ? .possible : .certain, .holds)
      }
      try session.send(batch, firstRow: number * 10_000)
    }
    try sessions[0].merge(sessions.map { try $0.partial() })
    let measured = try sessions[0].finish()
    for session in sessions { try session.close() }
    // Of ten rows in turn: 0 unknown; 1 and 6 possible, done and not; 3, 5, 7, 9 done.
    #expect(measured.bounds?.lower == (try Rational(4, 9)))
    #expect(measured.bounds?.upper == (try Rational(6, 9)))
    #expect(measured.rows == 20_000 && measured.unknownRows == 6_000)
    #expect(measured.certain == 16_000)
  }

  /// The dialogues of the folders, by the host in Python that knows nothing of this one.
  @Test(arguments: [
    ("template-plugin", "Plugins/template", "my-plugin"),
    ("representation-parity", "Plugins/representation-parity", "representation-parity"),
  ]) func answersAsRecorded(_ program: String, _ source: String, _ name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kit-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(Place.root)\(source)/dialogues", toPath: folder.path() + "/dialogues")
    let manifest = "name: \(name)\ncommand: [\(Place.program(program))]\ntests: dialogues\n"
    try Data(manifest.utf8).write(to: folder.appending(path: "plugin.yaml"))
    let replay = Process()
    replay.executableURL = URL(filePath: "/usr/bin/python3")
    replay.arguments = ["-B", "\(Place.root)Tests/plugins/dialogues.py", folder.path()]
    let output = Pipe()
    replay.standardOutput = output
    try replay.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    replay.waitUntilExit()
    #expect(replay.terminationStatus == 0, "\(said)")
    #expect(said.hasSuffix("dialogues go as recorded\n") && !said.hasPrefix("0 "))
  }

  /// Whoever starts it by hand is told what it is.
  @Test func refusesToRunByHand() throws {
    let process = Process()
    process.executableURL = URL(filePath: Place.program("template-plugin"))
    process.environment = [:]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(output.fileHandleForReading.readDataToEndOfFile().isEmpty)
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(words.contains("my-plugin is a plugin of Holdfast"))
  }
}
