import Testing

@Suite struct UsageTests {
  private let good = #"{"id": "a", "b64": "MQ==", "expect": "accept"}"#
  private let bad = #"{"id": "b", "b64": "WzEs", "expect": "accept"}"#
  private let twice =
    #"{"id": "c", "b64": "eyJhIjoxLCJhIjoxfQ==", "expect": "accept", "value": "#
    + #"{"t": "map", "v": [[{"v": "a"}, {}], [{"v": "a"}, {}]]}}"#

  @Test func everyCaseIsCounted() throws {
    let run = try Tool.run("json", lines: [good, "", bad, twice])
    #expect(run.exit == 1)
    #expect(run.lines.first == "json: 1 passed, 1 failed, 1 skipped")
    #expect(run.lines.dropFirst().first?.hasPrefix("failed b: refused: ") == true)
    #expect(
      run.lines.suffix(2)
        == ["skipped 1: an object with two equal keys is refused on purpose, as it was", "  c"])
  }

  @Test(arguments: [
    ["{\"b64\": \"MQ==\"}"], ["no case"], ["{\"id\": \"a\"}", "{\"id\": \"a\"}"], [""],
    ["{\"id\": \"a\"}", "{\"id\": \"b\""],
  ])
  func brokenFilesAreRefused(lines: [String]) throws {
    let run = try Tool.run("json", lines: lines)
    #expect(run.exit == 3 && run.out.isEmpty && run.err.hasPrefix("error: "))
  }

  @Test func halvesOfPairsDoNotHideACase() throws {
    let half =
      #"{"id": "h", "b64": "MQ==", "expect": "refuse", "note": "\ud800 \ud83d\ude00 \\ud800"}"#
    let run = try Tool.run("json", lines: [half])
    #expect(run.exit == 1 && run.out.contains("failed h: accepted"))
  }

  @Test func absentFilesAreRefused() throws {
    let run = try Tool.run(["json", "/nonexistent/cases.jsonl"])
    #expect(run.exit == 3 && run.out.isEmpty && run.err.contains("cannot be read"))
  }

  @Test(arguments: [["xml", "cases.jsonl"], ["json"], [], ["json", "a", "b"]])
  func wrongUseIsRefused(arguments: [String]) throws {
    let run = try Tool.run(arguments)
    #expect(run.exit == 64 && run.out.isEmpty && !run.err.isEmpty)
  }
}
