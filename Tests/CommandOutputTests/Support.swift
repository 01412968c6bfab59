import CommandOutput
import Diagnostics
import Foundation
import Testing

/// All tests of commands, one after another: they count what is open in this process.
@Suite(.serialized) struct Commands {}

/// A fresh folder that commands run in; removed when the test is done.
final class DataFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path() + "command-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: some Sequence<UInt8>, mode: Int = 0o644) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(path)/\(name)")
  }

  func write(_ name: String, _ text: String, mode: Int = 0o644) throws {
    try write(name, Array(text.utf8), mode: mode)
  }

  func command(_ arguments: [String]) -> OutsideCommand { OutsideCommand(arguments, folder: path) }

  /// What a shell script prints as a command.
  func output(ofScript script: String) throws -> String {
    try command(["sh", "-c", script]).text()
  }
}

extension OutsideCommand {
  /// What the command prints, read as a reader of tables would.
  func bytes() throws -> [UInt8] {
    let spooled = try run(shownAs: "spend")
    defer { spooled.remove() }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: spooled.path)))
    #expect(bytes.count == spooled.bytes)
    return bytes
  }

  func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }

  /// The error that the command ends with.
  func failure() throws -> Diagnostic {
    try #require(throws: Diagnostic.self) { try run(shownAs: "spend").remove() }
  }
}

/// Whether a process is there, and is more than the record of one that has ended.
func isRunning(_ number: Int32) -> Bool {
  guard let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
  else { return false }
  return !status.contains("State:\tZ")
}
