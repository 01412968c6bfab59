import CommandOutput
import Diagnostics
import Foundation
import Testing

extension Commands {
  @Suite struct Failures {
    let folder: DataFolder

    init() throws { folder = try DataFolder() }

    struct Row: Sendable, CustomTestStringConvertible {
      let run: [String]
      let says: [String]
      var testDescription: String { run.joined(separator: " ") }
    }

    static let rows = [
      Row(run: [], says: ["names no program", "write run: ["]),
      Row(run: [""], says: ["names no program"]),
      Row(run: ["echo", "a\0b"], says: ["a zero byte"]),
      Row(
        run: ["no-such-program"], says: ["'no-such-program' is in no folder on PATH", "install"]),
      Row(run: ["table.csv"], says: ["'table.csv' is in no folder on PATH"]),
      Row(run: ["./no-such-program"], says: ["no program at './no-such-program'", "data folder"]),
      Row(run: ["/no/such/program"], says: ["no program at '/no/such/program'"]),
      Row(run: ["/"], says: ["no program at '/'"]),
      Row(run: ["./table.csv"], says: ["'./table.csv' may not be run", "chmod +x ./table.csv"]),
      Row(run: ["./no-first-line"], says: ["it is no program for this machine", "#!/bin/sh"]),
      Row(run: ["./no-reader"], says: ["the program that its first line names is not there"]),
      Row(run: ["echo", String(repeating: "a", count: 200_000)], says: ["arguments are too long"]),
      Row(run: ["false"], says: ["exit code 1 and gave no reason", "by hand in the data folder"]),
      Row(run: ["sh", "-c", "exit 255"], says: ["ended with exit code 255"]),
      Row(
        run: ["sh", "-c", "echo id; echo 'near  \"selec\"' >&2; echo \"LINE 1\t:\" >&2; exit 2"],
        says: ["exit code 2: near \"selec\" | LINE 1 :"]),
      Row(run: ["sh", "-c", "printf '\\033[2J' >&2; exit 2"], says: ["exit code 2: \\u{1b}[2J"]),
      Row(run: ["sh", "-c", "echo a; kill -TERM $$"], says: ["ended by signal 15"]),
      Row(run: ["sh", "-c", "echo a; kill -KILL $$"], says: ["killed (signal 9)", "memory"]),
      Row(run: ["true"], says: ["printed nothing, not even headers", "also where there are no"]),
      Row(run: ["cat"], says: ["printed nothing"]),
    ]

    @Test(arguments: rows)
    func isToldInWords(_ row: Row) throws {
      try folder.write("table.csv", "a,b\n1,2\n")
      try folder.write("no-first-line", "echo a\n", mode: 0o755)
      try folder.write("no-reader", "#!/no/such/reader\n", mode: 0o755)
      let text = try folder.command(row.run).failure().rendered()
      for phrase in row.says { #expect(text.contains(phrase), "\(phrase)\n\(text)") }
      #expect(text.hasPrefix("spend: error: "))
      #expect(text.contains("\n  help: "))
    }

    @Test func aFolderThatIsNotThere() throws {
      let text = try OutsideCommand(["echo"], folder: "/no/such/folder").failure().rendered()
      #expect(text.contains("cannot run in '/no/such/folder'"))
    }

    @Test func aRelativePathIsMeantFromTheFolder() throws {
      try folder.write("tool", "#!/bin/sh\necho \"$0 $1\"\n", mode: 0o755)
      #expect(try folder.command(["./tool", "x"]).text() == "./tool x\n")
    }

    @Test func onlyTheEndOfALongReasonIsShown() throws {
      let script = "seq 1 100000 >&2; echo 'the reason' >&2; exit 1"
      let message = try folder.command(["sh", "-c", script]).failure().message
      #expect(message.hasSuffix("| 99999 | 100000 | the reason"))
      #expect(message.contains("exit code 1: ..."))
      #expect(message.unicodeScalars.count < 1600)
    }

    @Test func nothingOfPersonalDataIsShown() throws {
      for (script, says) in [
        ("echo 'Jane Doe' >&2; exit 3", "exit code 3; what it wrote is not shown"),
        ("echo 'Jane Doe' >&2; kill -9 $$", "memory runs out; what it wrote is not shown"),
      ] {
        var command = folder.command(["sh", "-c", script])
        command.isPersonal = true
        let text = try command.failure().rendered()
        #expect(text.contains(says) && !text.contains("Jane"), "\(text)")
      }
      var command = folder.command(["sh", "-c", "echo a; echo 'Jane Doe' >&2"])
      command.isPersonal = true
      let spooled = try command.run(shownAs: "staff")
      defer { spooled.remove() }
      let notice = try #require(spooled.notices.first).rendered()
      #expect(notice.contains("personal") && !notice.contains("Jane"), "\(notice)")
    }

    @Test func whatEndsWellMayWriteToStandardError() throws {
      let spooled = try folder.command(["sh", "-c", "echo id; echo slow query >&2"])
        .run(shownAs: "spend")
      defer { spooled.remove() }
      let notice = try #require(spooled.notices.first)
      #expect(spooled.notices.count == 1)
      #expect(
        notice.rendered().hasPrefix(
          "spend: warning: the command ended well and wrote to standard error: slow query\n"))
      let silent = try folder.command(["echo"]).run(shownAs: "spend")
      #expect(silent.notices.isEmpty)
      silent.remove()
    }
  }
}
