import Foundation
import Testing

/// Runs the real `conformance` tool.
enum Tool {
  struct Absent: Error, CustomStringConvertible {
    let description: String
  }

  /// What a run came to.
  struct Outcome {
    let exit: Int32
    let isSignal: Bool
    let out: String
    let err: String

    var lines: [String] { out.split(separator: "\n").map(String.init) }
  }

  /// The `conformance` beside the test bundle, else the one that CONFORMANCE_BINARY names.
  static func url() throws -> URL {
    let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = URL(filePath: runner).deletingLastPathComponent().appending(path: "conformance")
      .path()
    let named = ProcessInfo.processInfo.environment["CONFORMANCE_BINARY"]
    for path in [beside, named].compactMap({ $0 })
    where FileManager.default.isExecutableFile(atPath: path) {
      return URL(filePath: path)
    }
    throw Absent(
      description: "no conformance binary beside the tests (\(beside)) nor in "
        + "CONFORMANCE_BINARY: build it")
  }

  static func run(_ arguments: [String]) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (out, err) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = try url()
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exit: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal,
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Runs a suite over lines that are written into a file for it.
  static func run(_ suite: String, lines: [String]) throws -> Outcome {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run([suite, file.path()])
  }
}
