import Diagnostics
import HoldfastModel
import HoldfastPluginHost
import Tabular

/// What the test of one plugin came to, or the recording of its dialogues.
struct TestedPlugin {
  /// What held, and what it came to, for standard output.
  private(set) var text = ""
  /// What did not hold.
  private(set) var broken: [Diagnostic] = []
  /// What could not be tested.
  private(set) var problems: [Diagnostic] = []

  init(_ plugin: PluginManifest, _ trial: PluginTrial, isRecording: Bool) {
    do throws(Diagnostic) {
      let recordings = try Self.recordings(of: plugin, isDraft: isRecording)
      do throws(PluginFailure) {
        if isRecording {
          try record(recordings, of: plugin, trial)
        } else {
          test(plugin, recordings.count, try trial.run(recordings))
        }
      } catch {
        throw error.diagnostic(at: .file(plugin.folder))
      }
    } catch {
      problems.append(error)
      text += "\(plugin.name.value) \(plugin.version): not tested\n"
    }
  }

  /// The dialogues among the files of a plugin, by name.
  private static func recordings(
    of plugin: PluginManifest, isDraft: Bool
  ) throws(Diagnostic) -> [Recording] {
    let paths = plugin.files.map(\.value.path).filter { $0.hasSuffix(Recording.ending) }
    guard !paths.isEmpty else {
      throw Diagnostic(
        .error, "the plugin '\(plugin.name.value)' has no recorded dialogue, so nothing is tested",
        at: .file(plugin.folder),
        help: "write requests to dialogues/NAME\(Recording.ending), as docs/plugins.md shows, and "
          + "let holdfast plugins test --record write the replies")
    }
    var recordings: [Recording] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      recordings.append(
        try Recording(try Inputs.source("\(plugin.folder)/\(path)"), isDraft: isDraft))
    }
    return recordings
  }

  private mutating func test(
    _ plugin: PluginManifest, _ count: Int, _ outcome: PluginTrial.Outcome
  ) {
    broken = outcome.broken
    problems = outcome.untested
    text = outcome.held.map { "  \($0)\n" }.joined()
    let verdict =
      !broken.isEmpty
      ? "\(broken.count) did not hold" : problems.isEmpty ? "all held" : "not all tested"
    text = "\(plugin.name.value) \(plugin.version): \(count) dialogue(s), \(verdict)\n" + text
  }

  /// Records all dialogues, and only where every one could be recorded writes any.
  private mutating func record(
    _ drafts: [Recording], of plugin: PluginManifest, _ trial: PluginTrial
  ) throws(PluginFailure) {
    var files: [(path: String, bytes: [UInt8])] = []
    for draft in drafts { files.append((draft.source.name, Array(try trial.record(draft).utf8))) }
    do throws(Diagnostic) {
      try Files.writeAll(files)
      try PinPlugin.write(plugin.folder)
      text += files.map { "\($0.path): recorded; read what the replies say\n" }.joined()
    } catch {
      problems.append(error)
    }
  }
}
