import ArgumentParser
import Diagnostics
import Tabular

/// A command that there is none of: the parser would call it an argument that it did not expect.
struct UnknownCommand {
  /// What was typed, and the commands that stand there.
  private let word: String
  private let known: [String]
  private let parent: String

  /// The first word that should name a command and names none; nil where all is well.
  init?(_ words: some Sequence<String>) {
    var (command, path): (any ParsableCommand.Type, String) = (Holdfast.self, "holdfast")
    for word in words {
      let configuration = command.configuration
      guard !word.hasPrefix("-"), !configuration.subcommands.isEmpty else { return nil }
      let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
      if word == "help" { return nil }
      guard
        let next = configuration.subcommands.first(where: { $0.configuration.commandName == word })
      else {
        // Where a command is the usual one, the word is an argument of that; a file, as a rule.
        let isArgument = configuration.defaultSubcommand != nil
        if isArgument, Files.exists(word) || Nearest.name(to: word, in: known) == nil {
          return nil
        }
        (self.word, self.known, parent) = (word, known, path)
        return
      }
      (command, path) = (next, "\(path) \(word)")
    }
    return nil
  }

  /// What is wrong, and what to do.
  var message: String {
    let shown = Diagnostic.printable(word)
    let hint =
      Nearest.hint(for: word, in: known) ?? "the commands are \(known.joined(separator: ", "))"
    return "'\(parent)' has no command '\(shown)': \(hint)"
  }
}
