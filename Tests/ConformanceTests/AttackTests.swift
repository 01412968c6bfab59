import Testing

/// Attacks made here: each is run in a process of its own, which is held to its bounds.
@Suite struct AttackTests {
  private func line(_ parts: String, _ rest: String) -> String {
    #"{"id": "made/one", "parts": [\#(parts)], "max_mib": 256, "max_seconds": 2, \#(rest)}"#
  }

  @Test(arguments: [
    (#"["a: 1\n", 1]"#, #""expect": "accept", "json": [{"a": 1}]"#, "1 passed"),
    (#"["a: 1\n", 1]"#, #""expect": "accept", "json": [{"a": 2}]"#, "made/one: integer"),
    (#"["a: 1\n", 1]"#, #""expect": "refuse""#, "made/one: accepted, and must be refused"),
    (#"["a: !x 1\n", 1]"#, #""expect": "refuse""#, "1 passed"),
    (#"["a: !x 1\n", 1]"#, #""expect": "accept""#, "made/one: refused: "),
    (#"["a: !x 1\n", 1]"#, #""expect": "bounded""#, "1 passed"),
    (#"["a: 1\n", 1]"#, #""expect": "bounded", "literal": [{"a": 2}]"#, "made/one: integer"),
    (#"["a: 1\n", 1]"#, #""expect": "bounded", "literal": []"#, "made/one: read as one document"),
    (#"["a: -.inf\n", 1]"#, #""expect": "accept", "special": "-.inf""#, "1 passed"),
    (#"["a: -.inf\n", 1]"#, #""expect": "accept", "special": ".inf""#, "made/one: -inf, wanted"),
    (#"[{"b64": "YTog6Qo="}, 1]"#, #""expect": "refuse""#, "1 passed"),
    (#"["[", 100000]"#, #""expect": "refuse""#, "1 passed"),
    (#"["", 1000000000000000]"#, #""expect": "refuse""#, "made/one: used more than 2 s"),
    (#"["xxxxxxxxxxxxxxxx", 100000000]"#, #""expect": "refuse""#, "made/one: ended by signal"),
    (#"["a", -1]"#, #""expect": "refuse""#, "made/one: the case has no bytes"),
  ])
  func isHeldToItsBounds(parts: String, rest: String, says: String) throws {
    let run = try Tool.run("yaml-attacks", lines: [line(parts, rest)])
    #expect(run.out.contains(says), "\(run.out)")
    #expect(run.exit == (says == "1 passed" ? 0 : 1) && !run.isSignal)
  }

  @Test func memoryIsCounted() throws {
    let small = line(#"["a: 1\n", 1]"#, #""expect": "accept""#)
      .replacing("\"max_mib\": 256", with: "\"max_mib\": 3")
    let run = try Tool.run("yaml-attacks", lines: [small])
    #expect(run.exit == 1 && run.lines.count == 2 && run.out.contains("failed made/one"))
  }
}
