import ArgumentParser
import Diagnostics
import HoldfastModel
import HoldfastPluginHost
import JSONText
import Tabular

/// `holdfast plugins pin`
struct PinPlugin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Print the digests of a plugin's files, as plugin.yaml has them under files.",
    discussion: """
      Examples:
        holdfast plugins pin my-plugin
        holdfast plugins pin my-plugin --write
      """)

  @Argument(help: "The folder of the plugin.")
  var folder: String

  @Flag(help: "Write them to plugin.yaml, in place of those that stand there.")
  var write = false

  func run() throws {
    do throws(Diagnostic) {
      let path = folder.withoutSlash
      if write { try Self.write(path) } else { try Surroundings.writeOutput(Self.block(path)) }
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }

  /// Puts the digests of all files of a folder into its plugin.yaml; all else there stays.
  static func write(_ folder: String) throws(Diagnostic) {
    let path = "\(folder)/\(PluginManifest.fileName)"
    let text = String(decoding: try Inputs.source(path).utf8, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let block = try block(folder).split(separator: "\n").map(String.init)
    guard let start = lines.firstIndex(where: { $0 == "files:" || $0.hasPrefix("files: ") }) else {
      throw Diagnostic(
        .error, "there is no line 'files:' to write the digests below", at: .file(path),
        help: "add a line files: {}")
    }
    let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
    lines.replaceSubrange(start..<end, with: block)
    try Files.write(Array(lines.joined(separator: "\n").utf8), to: path)
  }

  /// The lines of plugin.yaml that pin the files of a folder.
  static func block(_ folder: String) throws(Diagnostic) -> String {
    let pins = try PluginPins.compute(folder)
    guard !pins.isEmpty else { return "files: {}\n" }
    return "files:\n" + pins.map { "  \(key($0.path)): \($0.sha256)\n" }.joined()
  }

  /// A path as a key of YAML, in quotes where it could be read as something else.
  private static func key(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    let first = path.utf8.first ?? 0
    let isLetter = UInt8(ascii: "A")...UInt8(ascii: "z") ~= first
    return isPlain && isLetter && path.utf8.contains(UInt8(ascii: "."))
      ? path : JSON.quoted(path)
  }
}
