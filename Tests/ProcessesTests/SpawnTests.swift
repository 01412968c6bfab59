import Foundation
import Processes
import Testing

@Suite struct Spawning {
  /// What a program writes.
  private func output(
    _ words: [String], folder: String = "/", environment: [String]? = nil
  ) throws -> String {
    let pipe = try System.makePipe()
    let number = try System.spawn(
      Processes.Spawning(
        words[0], words, folder: folder, environment: environment, output: pipe.write,
        errors: pipe.write))
    System.closeFile(pipe.write)
    defer { System.closeFile(pipe.read) }
    var (text, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    while case let count = try System.read(pipe.read, into: &buffer), count > 0 {
      text += buffer[..<count]
    }
    let status = try System.reap(number)
    #expect(status == 0)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func startsInAFolder() throws {
    #expect(try output(["/bin/pwd"], folder: "/usr") == "/usr\n")
  }

  @Test func givesOnlyTheVariablesThatAreNamed() throws {
    #expect(try output(["/usr/bin/env"], environment: ["A=1", "B=é"]) == "A=1\nB=é\n")
    #expect(try output(["/usr/bin/env"], environment: []).isEmpty)
    #expect(try output(["/usr/bin/env"]).contains("PATH="))
  }

  @Test func givesNothingToRead() throws {
    #expect(try output(["/bin/cat"]).isEmpty)
  }

  @Test func makesASessionOfItsOwn() throws {
    let words = try output(["/bin/sh", "-c", "read n c s p g i r < /proc/$$/stat; echo $n $g $i"])
      .split(whereSeparator: \.isWhitespace)
    #expect(words.count == 3 && Set(words).count == 1)
  }

  @Test func tellsWhyNothingWasStarted() throws {
    let error = try #require(throws: SystemError.self) { try output(["/no/such/program"]) }
    #expect(error.code == ENOENT)
  }
}
