import CommandOutput
import Diagnostics
import Foundation
import Testing

extension Commands {
  @Suite struct Limits {
    let folder: DataFolder

    init() throws { folder = try DataFolder() }

    @Test func ofTime() throws {
      var command = folder.command(["sleep", "1000"])
      command.timeLimit = 1
      let text = try command.failure().rendered()
      #expect(text.contains("took longer than 1 seconds"))
      #expect(text.contains("make the query smaller"))
    }

    /// Each script tells the number of a process that it leaves behind.
    @Test(arguments: [
      "sleep 1000 & echo $! > number; wait",
      "sh -c 'trap \"\" TERM; echo $$ > number; while :; do sleep 1; done' & wait",
      "trap '' TERM; echo $$ > number; while :; do sleep 1; done",
    ])
    func ofTimeEndAllThatWasStarted(_ script: String) throws {
      var command = folder.command(["sh", "-c", script])
      command.timeLimit = 1
      let text = try command.failure().rendered()
      #expect(text.contains("took longer than 1 seconds"))
      let number = try String(contentsOfFile: "\(folder.path)/number", encoding: .utf8)
      let process = try #require(Int32(number.filter(\.isNumber)))
      for _ in 0..<100 where isRunning(process) { Thread.sleep(forTimeInterval: 0.01) }
      #expect(!isRunning(process))
    }

    @Test func ofTimeWhereTheOutputIsHeldOpen() throws {
      var command = folder.command(["sh", "-c", "sleep 1000 & echo a"])
      command.timeLimit = 1
      let text = try command.failure().rendered()
      #expect(text.contains("a program that it started kept its output open"))
    }

    @Test func ofTimeWhereTheOutputIsClosed() throws {
      var command = folder.command(["sh", "-c", "echo a; exec >&- 2>&-; sleep 1000"])
      command.timeLimit = 1
      #expect(try command.failure().rendered().contains("took longer"))
    }

    @Test func ofOutput() throws {
      var command = folder.command(["yes"])
      command.outputLimit = 100_000
      let text = try command.failure().rendered()
      #expect(text.contains("printed more than 100000 bytes"))
    }

    @Test(arguments: [(5, true), (4, false)])
    func ofOutputAreExact(_ limit: Int, _ isEnough: Bool) throws {
      var command = folder.command(["printf", "12345"])
      command.outputLimit = limit
      if isEnough {
        #expect(try command.text() == "12345")
      } else {
        #expect(try command.failure().message.contains("more than 4 bytes"))
      }
    }
  }
}
