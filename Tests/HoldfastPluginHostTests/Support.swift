import Diagnostics
import Exact
import Foundation
import HoldfastModel
import HoldfastPluginHost
import JSONText
import Testing

/// All tests of running plugins, one after another: they count what is open in this process.
@Suite(.serialized) struct Plugins {}

/// Where things lie.
enum Place {
  /// The folder of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()
  static let misbehaving = root + "Tests/plugins/misbehaving"

  static let scripts = root + "Tests/HoldfastPluginHostTests/Scripts"

  /// The launcher beside the test bundle.
  static let launcher: [String] = {
    let runner = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: runner ?? "").deletingLastPathComponent()
    return [folder.appending(path: "plugin-launcher").path()]
  }()
}

extension Located where Value: Sendable {
  /// A value from a text that does not matter.
  init(_ value: Value) {
    self.init(
      value, at: SourceSpan(source: SourceText(name: "plugin.yaml", text: "x"), range: 0..<1))
  }
}

extension PluginManifest {
  /// A manifest of a folder without pins, which only the pins' own check asks for.
  init(_ name: String, _ command: [String], in folder: String) {
    self.init(
      name: Located(name), version: "1.0.0", protocolName: Located("holdfast-plugin/1"),
      command: Located(command), files: [], folder: folder)
  }

  /// One of the plugins that misbehave.
  static func misbehaving(_ words: String...) -> PluginManifest {
    PluginManifest("misbehaving", ["python3", "-BES"] + words, in: Place.misbehaving)
  }

  /// A plugin of a few lines of Python, copied to a folder of its own.
  static func script(_ name: String, in folder: Workdir) throws -> PluginManifest {
    let text = try String(contentsOfFile: "\(Place.scripts)/\(name).py", encoding: .utf8)
    try folder.write("plugin.py", text)
    return PluginManifest("script", ["python3", "-BES", "plugin.py"], in: folder.path)
  }
}

extension PluginHost {
  /// A host as well confined as this machine can, with limits that no test comes near.
  static func usual(
    _ level: SandboxLevel? = nil, limits: PluginLimits = PluginLimits(),
    stopper: PluginStopper? = nil
  ) throws -> PluginHost {
    PluginHost(
      level: try level ?? SandboxLevel.choose(launcher: Place.launcher), limits: limits,
      stopper: stopper, launcher: Place.launcher, version: "0.1")
  }
}

extension PluginLimits {
  /// So short that what never comes is not waited for.
  static let short = {
    var limits = PluginLimits()
    (limits.hello, limits.reply) = (.milliseconds(1500), .milliseconds(1500))
    (limits.close, limits.terminate) = (.milliseconds(300), .milliseconds(300))
    return limits
  }()
}

/// A fresh folder; removed when the test is done.
final class Workdir {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path() + "plugin-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

extension JSONValue {
  init(_ text: String) throws { try self.init(parsing: Array(text.utf8)) }

  static func object() -> JSONValue { JSONValue(.object([]), at: JSONPlace()) }
}

/// Not the one of Foundation.
typealias Number = Exact.Decimal
