import CommandOutput
import Diagnostics
import Testing

extension Commands {
  @Suite struct Counts {
    let folder: DataFolder

    init() throws { folder = try DataFolder() }

    @Test(arguments: [
      ("42\\n", 42), ("0", 0), (" \\t007 \\r\\n\\n", 7), ("9223372036854775807\\n", Int.max),
    ])
    func areOneWholeNumber(_ printed: String, _ number: Int) throws {
      let command = folder.command(["printf", printed])
      #expect(try command.count(shownAs: "spend") == number)
    }

    @Test(arguments: [
      ("count_star()\\n42\\n", "printed 'count_star() | 42'"), ("4 2", "printed '4 2'"),
      ("-1", "printed '-1'"), ("+1", "printed '+1'"), ("1,000", "printed '1,000'"),
      ("1e3", "printed '1e3'"), ("42.0", "printed '42.0'"), ("٣", "printed '٣'"),
      ("9223372036854775808", "one whole number"), ("", "printed no number"),
      ("\\n \\n", "printed no number"),
    ])
    func areNothingElse(_ printed: String, _ says: String) throws {
      let command = folder.command(["printf", printed])
      let error = try #require(throws: Diagnostic.self) { try command.count(shownAs: "spend") }
      #expect(error.message.contains(says), "\(error.message)")
    }

    @Test func failAsOtherCommandsDo() throws {
      for (script, says) in [("echo 1; exit 1", "exit code 1"), ("yes 1", "more than 4096 bytes")] {
        let command = folder.command(["sh", "-c", script])
        let error = try #require(throws: Diagnostic.self) { try command.count(shownAs: "spend") }
        #expect(error.message.contains(says), "\(error.message)")
      }
    }

    @Test func showNothingOfPersonalData() throws {
      var command = folder.command(["echo", "Jane Doe"])
      command.isPersonal = true
      let error = try #require(throws: Diagnostic.self) { try command.count(shownAs: "staff") }
      #expect(!error.rendered().contains("Jane"))
    }
  }
}
