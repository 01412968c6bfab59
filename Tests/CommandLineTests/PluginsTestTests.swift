import Foundation
import Testing

/// `holdfast plugins test`, `new` and `pin`, over the real binary.
@Suite struct PluginsTestTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// A plugin just begun, in the folder `wages`.
  private func begun() throws -> Workdir {
    let workdir = try Workdir()
    try workdir.run("plugins", "new", "wages", "--language", "python")
      .expect(exit: 0, ["wages: made; go on with holdfast plugins test wages"])
    return workdir
  }

  @Test func shippedPluginsHold() throws {
    let workdir = try Workdir()
    try workdir.run("plugins", "test", "\(Self.root)Plugins").expect(
      exit: 0,
      [
        "local-multiplier 1.0.0: 3 dialogue(s), all held",
        "'lm3' makes the same of 6 rows in any batches, and 20 splits",
        "duplicate-suppliers 1.0.0: 2 dialogue(s), all held",
      ])
    try workdir.run("plugins", "test", "\(Self.root)Plugins/python/examples/share")
      .expect(exit: 0, ["example 1.0.0: 1 dialogue(s), all held"])
  }

  @Test func whatIsBegunHoldsAtOnce() throws {
    try begun().run("plugins", "test", "wages").expect(
      exit: 0,
      ["wages 1.0.0: 1 dialogue(s), all held", "'done_part' makes the same of 6 rows"])
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    let workdir = try begun()
    let before = try workdir.names()
    try workdir.run("plugins", "new", "wages", "--language", "python")
      .expect(exit: 3, ["there is something at 'wages' already, and nothing is overwritten"])
    #expect(try workdir.names() == before)
  }

  @Test(arguments: [
    (["Wages", "--language", "python"], "'Wages' is no name for a plugin"),
    (["wages", "--language", "cobol"], "cobol"),
    (["wages", "--language", "swift"], "say where the kit for Swift is"),
    (["wages", "--language", "swift", "--kit", "a\"b"], "holds a sign"),
  ]) func wrongWordsAreUsage(_ words: [String], _ says: String) throws {
    try Workdir().run(["plugins", "new"] + words).expect(exit: 64, [says])
  }

  @Test func aKitThatIsNotThereIsSaid() throws {
    try Workdir().run("plugins", "new", "wages", "--language", "swift", "--kit", "nowhere")
      .expect(exit: 3, ["there is no package of Swift in 'nowhere'"])
  }

  @Test func aPluginInSwiftNamesItsKit() throws {
    let workdir = try Workdir()
    let address = "https://example.org/anchor/holdfast.git"
    try workdir.run("plugins", "new", "wages", "--language", "swift", "--kit", address)
      .expect(exit: 0, ["sh wages/build"])
    let package = try workdir.read("wages/Package.swift")
    #expect(package.contains(".package(url: \"\(address)\", branch: \"main\")"))
    #expect(package.contains("package: \"holdfast\""))
    #expect(try !workdir.read("wages/Sources/wages/main.swift").contains("my-plugin"))
  }

  @Test func anotherReplyBreaks() throws {
    let workdir = try begun()
    let file = "wages/dialogues/done_part.dialogue.jsonl"
    try workdir.write(file, try workdir.read(file).replacing("\"0.4\"", with: "\"0.5\""))
    try workdir.run("plugins", "test", "wages").expect(
      exit: 3, ["is not the file that was pinned", "run holdfast plugins pin --write wages"])
    try workdir.run("plugins", "pin", "--write", "wages").expect(exit: 0)
    try workdir.run("plugins", "test", "wages").expect(
      exit: 1,
      [
        "\(file):10:1: error: the plugin answers 'finish' otherwise than was recorded: "
          + "lower: recorded \"0.5\", now \"0.4\"", "wages 1.0.0: 1 dialogue(s), 1 did not hold",
      ], never: ["all held"])
    // Recording writes what the plugin says, and pins it: all is as it was begun.
    try workdir.run("plugins", "test", "--record", "wages")
      .expect(exit: 0, ["\(file): recorded; read what the replies say"])
    try workdir.run("plugins", "test", "wages").expect(exit: 0, ["all held"])
    #expect(try workdir.read(file).contains("\"lower\": \"0.4\""))
  }

  /// Requests alone are enough to record; nothing but recordings may be other than pinned.
  @Test func requestsAreRecorded() throws {
    let workdir = try begun()
    let whole = try workdir.read("wages/dialogues/done_part.dialogue.jsonl")
    let requests = whole.split(separator: "\n").filter { !$0.contains("\"expect\"") }
    try workdir.write(
      "wages/dialogues/new.dialogue.jsonl", requests.joined(separator: "\n") + "\n")
    try workdir.run("plugins", "test", "--record", "wages").expect(exit: 0)
    #expect(try workdir.read("wages/dialogues/new.dialogue.jsonl") == whole)
    try workdir.write("wages/more.py", "")
    try workdir.run("plugins", "test", "--record", "wages")
      .expect(exit: 3, ["more.py"], never: ["recorded;"])
  }

  @Test func nothingRecordedIsNothingTested() throws {
    let workdir = try begun()
    try workdir.remove("wages/dialogues")
    try workdir.run("plugins", "pin", "--write", "wages").expect(exit: 0)
    try workdir.run("plugins", "test", "wages").expect(
      exit: 3,
      ["has no recorded dialogue, so nothing is tested", "wages 1.0.0: not tested"],
      never: ["all held"])
    // One that measures nothing tests no checker.
    try workdir.write(
      "wages/hello.dialogue.jsonl",
      """
      {"send": {"type": "hello", "versions": [1]}}
      {"send": {"type": "close"}}

      """)
    try workdir.run("plugins", "test", "--record", "wages").expect(exit: 0)
    try workdir.run("plugins", "test", "wages").expect(
      exit: 3, ["no recorded dialogue has the checker 'done_part' measure anything"],
      never: ["all held"])
  }

  @Test func aPluginThatBreaksDownIsBroken() throws {
    let workdir = try begun()
    try workdir.write("wages/plugin.py", "raise SystemExit(5)\n")
    try workdir.run("plugins", "pin", "--write", "wages").expect(exit: 0)
    try workdir.run("plugins", "test", "wages").expect(exit: 3, ["with exit code 5"])
    try workdir.run("plugins", "test", "--record", "wages").expect(
      exit: 3, ["with exit code 5"], never: ["recorded;"])
  }

  /// What a plugin is begun with are the files that are tested as they stand.
  @Test func templatesAreEmbeddedAsTheyStand() throws {
    let check = Process()
    check.executableURL = URL(filePath: "/usr/bin/python3")
    check.arguments = ["\(Self.root)Scripts/embed-templates", "--check"]
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0, "run Scripts/embed-templates")
  }
}
