import Diagnostics
import Foundation
import HoldfastModel
import HoldfastPluginHost
import JSONText

/// Where things lie.
enum Place {
  /// The folder of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// A program beside the test bundle.
  static func program(_ name: String) -> String {
    let runner = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: runner ?? "").deletingLastPathComponent().appending(path: name).path()
  }

  /// The folder of Swift's libraries, which programs built for tests need.
  static let runtime: String = {
    let maps = FileHandle(forReadingAtPath: "/proc/self/maps")?.readDataToEndOfFile() ?? Data()
    let library = String(decoding: maps, as: UTF8.self).split(separator: "\n")
      .first { $0.hasSuffix("/libswiftCore.so") }
    let path = library?.split(separator: " ").last.map(String.init) ?? "/usr/lib/none"
    return URL(filePath: path).deletingLastPathComponent().path()
  }()
}

extension PluginManifest {
  /// A program built for tests, as a plugin that starts in some folder.
  init(program: String, called name: String) {
    let source = SourceText(name: "plugin.yaml", text: "x")
    func located<Value: Sendable>(_ value: Value) -> Located<Value> {
      Located(value, at: SourceSpan(source: source, range: 0..<1))
    }
    self.init(
      name: located(name), version: "1.0.0", protocolName: located("holdfast-plugin/1"),
      command: located([Place.program(program)]), files: [], folder: Place.root + "Plugins")
    reads = [Place.runtime]
  }
}

extension PluginHost {
  /// A host as well confined as this machine can.
  static func usual() throws -> PluginHost {
    let launcher = [Place.program("plugin-launcher")]
    return PluginHost(
      level: try SandboxLevel.choose(launcher: launcher), launcher: launcher, version: "0.1")
  }
}

extension JSONValue {
  init(_ text: String) throws { try self.init(parsing: Array(text.utf8)) }
}

/// Random numbers that are the same every time.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
