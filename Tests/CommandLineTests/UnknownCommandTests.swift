import Testing

/// What is said of commands that there are none of.
@Suite struct UnknownCommandTests {
  @Test(arguments: [
    (["chek"], ["'holdfast' has no command 'chek'", "did you mean 'check'?"]),
    (["chek", "pack.yaml", "--data", "data"], ["did you mean 'check'?"]),
    (["plugins", "lsit"], ["'holdfast plugins' has no command 'lsit'", "did you mean 'list'?"]),
    (
      ["gate", "releas", "A"],
      ["'holdfast gate' has no command 'releas'", "did you mean 'release'?"]
    ),
    (["xyzzy"], ["'holdfast' has no command 'xyzzy'", "the commands are init, check, gate"]),
    (["a\u{1B}[2Jb"], ["has no command 'a\\u{1b}[2Jb'"]),
  ])
  func theNearestIsNamed(_ words: [String], _ says: [String]) throws {
    try Workdir().run(words).expect(exit: 64, says)
  }

  /// A word in the place of a proposal is one, and options and help go their own way.
  @Test(
    arguments: [
      (["gate", "awrad.yaml", "pack.yaml", "--data", "data"], 3), (["help", "check"], 0),
      (["--version"], 0), (["plugins", "--help"], 0),
    ] as [([String], Int32)])
  func othersAreLeftToTheirCommands(_ words: [String], _ exit: Int32) throws {
    try Sample().workdir().run(words).expect(exit: exit, never: ["has no command"])
  }
}
