import CommandOutput
import Diagnostics
import Foundation
import Glibc
import Testing

extension Commands {
  @Suite struct Output {
    let folder: DataFolder

    init() throws { folder = try DataFolder() }

    /// Around the sizes of a pipe and of the buffer.
    @Test(arguments: [1, 4095, 65_536, 65_537, 262_143, 262_144, 262_145, 3_000_000])
    func isKeptToTheByte(_ size: Int) throws {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255) }
      try folder.write("bytes", bytes)
      #expect(try folder.command(["cat", "bytes"]).bytes() == bytes)
    }

    /// A reader that stops when the program itself ends would take half a table for the whole.
    @Test func isReadUntilNobodyCanAddToIt() throws {
      #expect(try folder.output(ofScript: "(sleep 0.3; echo late) & echo early") == "early\nlate\n")
      let numbers = (1...200_000).map { "\($0)\n" }.joined()
      #expect(try folder.output(ofScript: "seq 1 200000 & exit 0") == numbers)
    }

    @Test func isReadWhileErrorsAreWritten() throws {
      let script = "head -c 1000000 /dev/zero >&2; echo a; head -c 1000000 /dev/zero >&2; echo b"
      #expect(try folder.output(ofScript: script) == "a\nb\n")
    }

    @Test func endsOnlyWithTheProgram() throws {
      let script = "echo a; exec >&- 2>&-; sleep 0.4; echo done > mark"
      #expect(try folder.output(ofScript: script) == "a\n")
      #expect(FileManager.default.fileExists(atPath: "\(folder.path)/mark"))
    }

    @Test func argumentsReachTheProgramAsWritten() throws {
      let words = ["$HOME", "*", "a b", "'", "\"", ";", "`true`", "", "£ü", "\n", "--", "-n"]
      let text = try folder.command(["printf", "[%s]"] + words).text()
      #expect(text == words.map { "[\($0)]" }.joined())
    }

    @Test func standardInputIsEmpty() throws {
      #expect(try folder.output(ofScript: "wc -c; readlink /proc/self/fd/0") == "0\n/dev/null\n")
    }

    @Test func theProgramRunsInTheFolder() throws {
      try folder.write("here", "")
      #expect(try folder.command(["ls"]).text() == "here\n")
    }

    @Test func theEnvironmentIsHandedOn() throws {
      let path = try #require(ProcessInfo.processInfo.environment["PATH"])
      #expect(try folder.command(["printenv", "PATH"]).text() == path + "\n")
    }

    @Test func theProgramLeadsItsOwnSession() throws {
      let text = try folder.command(["cut", "-d", " ", "-f", "1,5,6", "/proc/self/stat"]).text()
      #expect(Set(text.split { $0 == " " || $0 == "\n" }).count == 1, "\(text)")
    }

    @Test func theProgramGetsSignalsAsUsual() throws {
      signal(SIGPIPE, SIG_IGN)
      defer { signal(SIGPIPE, SIG_DFL) }
      let text = try folder.command(["grep", "-E", "^Sig(Blk|Ign)", "/proc/self/status"]).text()
      let sets = text.split { $0 == "\t" || $0 == "\n" }.compactMap { UInt64($0, radix: 16) }
      // The C library keeps the signals 32 and 33 for itself.
      #expect(sets.map { $0 & 0x7FFF_FFFF } == [0, 0], "\(text)")
    }

    /// A second hand on the pipes, or one on the file, would outlive what it is for.
    @Test func theProgramGetsNoOtherFile() throws {
      let script = "for f in /proc/$$/fd/*; do echo ${f##*/} $(readlink $f); done"
      let lines = try folder.output(ofScript: script).split(separator: "\n")
      let files = lines.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
      let standard = Set(files.filter { ["1", "2"].contains($0[0]) }.map { $0[1] })
      #expect(standard.count == 2)
      for file in files where (Int(file[0]) ?? 0) > 2 {
        #expect(!standard.contains(file[1]) && !file[1].contains("holdfast-"), "\(file)")
      }
    }

    /// DuckDB would turn unknown postcodes into places called NULL.
    @Test(arguments: [
      (["duckdb", "-csv"], "NULL"), (["/opt/bin/duckdb", "-c", "x"], "NULL"),
      (["duckdb", "-csv", "-nullvalue", ""], nil), (["duckdb", "-c", ".nullvalue ''"], nil),
      (["sqlite3", "-csv"], nil), ([], nil),
    ])
    func theWordForMissingValuesIsKnown(_ run: [String], _ word: String?) {
      #expect(folder.command(run).wordForMissing == word)
    }

    @Test func theWordForMissingValuesIsWarnedOf() throws {
      try folder.write("duckdb", "#!/bin/sh\necho 'id\nNULL'\n", mode: 0o755)
      var command = folder.command(["./duckdb"])
      for (tokens, count) in [([], 1), (["NULL"], 0)] {
        command.unknownTokens = tokens
        let spooled = try command.run(shownAs: "spend")
        defer { spooled.remove() }
        #expect(spooled.notices.count { $0.message.contains("the text NULL") } == count)
      }
    }

    @Test func theFileIsPrivateAndHasNoName() throws {
      let spooled = try folder.command(["echo", "a"]).run(shownAs: "spend")
      let before = try #require(status(spooled.path))
      #expect(before.st_mode & 0o777 == 0o600)
      #expect(before.st_nlink == 0)
      spooled.remove()
      spooled.remove()
      #expect(status(spooled.path)?.st_ino != before.st_ino)
    }

    private func status(_ path: String) -> stat? {
      var result = stat()
      return unsafe stat(path, &result) == 0 ? result : nil
    }

    @Test func nothingStaysOpen() throws {
      let before = try open()
      for _ in 0..<20 {
        _ = try folder.command(["echo"]).bytes()
        _ = try folder.command(["false"]).failure()
        _ = try folder.command(["no-such-program"]).failure()
        _ = try folder.command(["true"]).failure()
        try folder.write("no-program", "", mode: 0o755)
        _ = try folder.command(["./no-program"]).failure()
      }
      #expect(try open() <= before + 5)
    }

    private func open() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
  }
}
