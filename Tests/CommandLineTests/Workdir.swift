import Foundation
import Testing

/// A fresh folder in which the real binary is run; removed when the test is done.
final class Workdir {
  private let root: URL
  private let folder: URL

  init() throws {
    root = URL(filePath: NSTemporaryDirectory()).appending(path: "holdfast-\(UUID().uuidString)")
    folder = root.appending(path: "work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// The absolute path of a file of the folder.
  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: some Sequence<UInt8>) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Every file and folder below the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path("")).sorted()
  }

  /// Runs the binary in the folder until it ends. What it prints goes to files outside the folder,
  /// so that no pipe can fill up and a test can count what a run left behind.
  func run(_ arguments: [String]) throws -> Outcome {
    let (out, err) = (root.appending(path: "out"), root.appending(path: "err"))
    let process = Process()
    process.executableURL = try Binary.url()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.emptyFile(out)
    process.standardError = try Self.emptyFile(err)
    try process.run()
    let peak = PeakMemory.watch(process)
    process.waitUntilExit()
    return Outcome(
      arguments: arguments, exit: process.terminationStatus,
      isSignal: process.terminationReason == .uncaughtSignal,
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: err), as: UTF8.self), peakKilobytes: peak)
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  private static func emptyFile(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}

/// Finds the binary under test.
enum Binary {
  struct Absent: Error, CustomStringConvertible {
    let description: String
  }

  /// The `holdfast` beside the test bundle, else the one that HOLDFAST_BINARY names.
  static func url() throws -> URL {
    let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = URL(filePath: runner).deletingLastPathComponent().appending(path: "holdfast")
      .path()
    let named = ProcessInfo.processInfo.environment["HOLDFAST_BINARY"]
    for path in [beside, named].compactMap({ $0 })
    where FileManager.default.isExecutableFile(atPath: path) {
      return URL(filePath: path)
    }
    throw Absent(
      description:
        "no holdfast binary beside the tests (\(beside)) nor in HOLDFAST_BINARY: build it")
  }
}

/// How much memory a child process held at most.
enum PeakMemory {
  /// Polls the high-water mark that Linux keeps until the process ends. Resource usage of children
  /// would not do: a child inherits the mark of the process that started it.
  static func watch(_ process: Process) -> Int {
    var peak = 0
    while process.isRunning {
      peak = max(peak, kilobytes(process.processIdentifier))
      usleep(2000)
    }
    return peak
  }

  private static func kilobytes(_ process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return line.split(separator: " ").lazy.compactMap { Int($0) }.first ?? 0
  }
}
