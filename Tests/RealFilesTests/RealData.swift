import Foundation

/// The published files beside the repository, and the folder of these tests.
enum RealData {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  /// The folder `../shared/data`, which no clone holds.
  static let folder = path(tests.appending(path: "../../../shared/data").standardizedFileURL)

  static let isHere = FileManager.default.fileExists(atPath: folder + "/README.md")

  static func institution(_ body: String) -> String {
    path(tests.appending(path: "Institutions/\(body).yaml"))
  }

  static func path(_ url: URL) -> String { url.path(percentEncoded: false) }
}

/// What a program printed and how it ended.
struct Outcome {
  let exit: Int32
  let out: String
  let err: String
}

/// Runs a program until it ends; its output goes through files, so that no pipe can fill up.
func run(_ program: String, _ arguments: [String]) throws -> Outcome {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = ["out", "err"].map { folder.appending(path: $0) }
  for file in files { try Data().write(to: file) }
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: files[0])
  process.standardError = try FileHandle(forWritingTo: files[1])
  try process.run()
  process.waitUntilExit()
  let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  return Outcome(exit: process.terminationStatus, out: texts[0], err: texts[1])
}
