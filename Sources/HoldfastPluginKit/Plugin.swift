internal import JSONText

/// A plugin: a name and its checkers. `docs/plugins.md` shows how one is written.
///
/// ```swift
/// import HoldfastPluginKit
///
/// @main struct Main {
///   static func main() { Plugin("notes", [Filled.self]).run() }
/// }
/// ```
public struct Plugin: Sendable {
  private let name: String
  private let checkers: [any Checker.Type]

  /// A plugin.
  ///
  /// - Parameters:
  ///   - name: That of its plugin.yaml.
  ///   - checkers: Each an `AggregatesChecker`, a `RowsChecker` or a `MergeableChecker`.
  public init(_ name: String, _ checkers: [any Checker.Type]) {
    (self.name, self.checkers) = (name, checkers)
  }

  /// Answers Holdfast on standard input and output until it closes the conversation. What is
  /// printed meanwhile goes to standard error.
  ///
  /// Ends the process: with 0 behind `close`, with 1 where the input ends without it, with 64 where
  /// somebody else than Holdfast started it.
  public func run() -> Never {
    guard Ending.isPlugin else {
      let words = checkers.map { $0.name }.joined(separator: ", ")
      Ending.exit(
        64,
        "\(name) is a plugin of Holdfast. Name its folder under `plugins:` in holdfast.yaml, and "
          + "write `check: \(name)/CHECKER` in a pack. Checkers: \(words).\n")
    }
    var streams = Streams()
    var conversation = Conversation(name, checkers)
    while let line = streams.line(), let request = try? JSONValue(parsing: line) {
      switch request["type"]?.text {
      case "close": Ending.exit(0)
      case "batch":
        guard let count = request["bytes"]?.whole, let payload = streams.bytes(count) else {
          Ending.exit(1)
        }
        conversation.take(batch: request, payload)
      default:
        guard streams.send(conversation.answer(request)) else { Ending.exit(1) }
      }
    }
    // Whoever ends without `close` has no use for a result, and is told so.
    Ending.exit(1)
  }
}
