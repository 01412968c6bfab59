import Diagnostics
import Foundation
import Tabular
import Testing

@Suite struct FilesTests {
  private func folder() throws -> Workdir {
    let folder = try Workdir()
    for name in [
      "spend/2024-04.csv", "spend/2024-05.csv", "spend/2024-10.csv", "spend/.hidden.csv",
      "spend/notes.txt", "spend/old/2023-04.csv", "north/a.csv", "south/a.csv", "é.csv",
    ] {
      _ = try folder.write(name, [0x61])
    }
    return folder
  }

  private func message(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? Diagnostic)?.rendered() }
    return nil
  }

  @Test(arguments: [
    ("spend/*.csv", ["spend/2024-04.csv", "spend/2024-05.csv", "spend/2024-10.csv"]),
    ("spend/2024-0[4-6]*.csv", ["spend/2024-04.csv", "spend/2024-05.csv"]),
    ("spend/2024-0[!4].csv", ["spend/2024-05.csv"]),
    ("spend/2024-??.csv", ["spend/2024-04.csv", "spend/2024-05.csv", "spend/2024-10.csv"]),
    ("spend/2024-04.csv", ["spend/2024-04.csv"]), ("./spend/notes.*", ["spend/notes.txt"]),
    ("*/a.csv", ["north/a.csv", "south/a.csv"]), ("spend/.h*", ["spend/.hidden.csv"]),
    ("?.csv", ["é.csv"]), ("*h/a.csv", ["north/a.csv", "south/a.csv"]),
    ("spend/*4*4*", ["spend/2024-04.csv"]),
  ])
  func expands(_ pattern: String, _ paths: [String]) throws {
    let folder = try folder()
    #expect(try Files.expand(pattern, under: folder.path) == paths)
    #expect(try Files.expand(pattern, under: folder.path + "/") == paths)
  }

  @Test(arguments: [
    ("/etc/passwd", "is an absolute path"), ("../x.csv", "leads out of its folder by '..'"),
    ("spend/../../x", "leads out of its folder by '..'"), ("", "is empty or too long"),
    ("a\u{0}b", "is empty or too long"), ("spend//x.csv", "has an empty part between slashes"),
    ("**/a.csv", "has '**', which is not supported"), ("spend/[4-.csv", "has a '[' without"),
    ("spend/2025*.csv", "matches no file"), ("spent/*.csv", "matches no file"),
    ("spend/*", "matches 'spend/old', which is a folder"), ("spend", "which is a folder"),
    ("spend/notes.txt/x", "matches no file"), ("spend/notes.txt/*", "matches no file"),
  ])
  func refuses(_ pattern: String, _ part: String) throws {
    let folder = try folder()
    let message = message { _ = try Files.expand(pattern, under: folder.path) }
    #expect(message?.contains(part) == true)
  }

  @Test func saysWhatIsThereInstead() throws {
    let folder = try folder()
    #expect(
      message { _ = try Files.expand("spend/2024-06.csv", under: folder.path) }
        == """
        error: the path 'spend/2024-06.csv' matches no file
          help: did you mean '2024-04.csv' in '\(folder.path)/spend'?

        """)
    #expect(
      message { _ = try Files.expand("north/zzz", under: folder.path) }?
        .contains("the folder '\(folder.path)/north' has 'a.csv'") == true)
  }

  @Test func refusesNamesThatLookTheSame() throws {
    let folder = try Workdir()
    for name in ["Caf\u{E9}.csv", "Cafe\u{301}.csv", "Cafes.csv"] {
      _ = try folder.write(name, Array("a".utf8))
    }
    #expect(try Files.expand("Cafes.csv", under: folder.path) == ["Cafes.csv"])
    #expect(
      message { _ = try Files.expand("Caf*.csv", under: folder.path) }?
        .contains("there are two files 'Caf") == true)
    try FileManager.default.removeItem(atPath: folder.path + "/Cafe\u{301}.csv")
    #expect(
      message { _ = try Files.expand("Cafe\u{301}.csv", under: folder.path) }?
        .contains("it looks the same and is written with other bytes") == true)
  }

  @Test func followsLinksOnlyWithinTheFolder() throws {
    let folder = try folder()
    let outside = try Workdir()
    _ = try outside.write("secret.csv", [0x61])
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path + "/in.csv", withDestinationPath: folder.path + "/north/a.csv")
    try files.createSymbolicLink(
      atPath: folder.path + "/out.csv", withDestinationPath: outside.path + "/secret.csv")
    try files.createSymbolicLink(atPath: folder.path + "/way", withDestinationPath: outside.path)
    try files.createSymbolicLink(atPath: folder.path + "/gone.csv", withDestinationPath: "nowhere")
    #expect(try Files.expand("in.csv", under: folder.path) == ["in.csv"])
    for pattern in ["out.csv", "way/*.csv", "way/secret.csv"] {
      #expect(
        message { _ = try Files.expand(pattern, under: folder.path) }?
          .contains("is a link that leads out of the data folder") == true)
    }
    #expect(
      message { _ = try Files.expand("g*.csv", under: folder.path) }?
        .contains("the file cannot be found because there is no such file or folder") == true)
  }

  @Test func aPatternOfStarsEndsQuickly() throws {
    let folder = try Workdir()
    _ = try folder.write(String(repeating: "a", count: 200), [])
    let pattern = String(repeating: "*a", count: 100) + "b"
    #expect(message { _ = try Files.expand(pattern, under: folder.path) } != nil)
  }

  @Test func readsWholeFilesUpToALimit() throws {
    let folder = try Workdir()
    let path = try folder.write("x.yaml", Array("abc".utf8))
    #expect(try Files.readAll(path, shownAs: "x.yaml", limit: 3) == Array("abc".utf8))
    #expect(
      message { _ = try Files.readAll(path, shownAs: "x.yaml", limit: 2) }?
        .contains("the file has 3 bytes, more than the 2 that are allowed") == true)
    let empty = try folder.write("e.yaml", [])
    #expect(try Files.readAll(empty, shownAs: "e", limit: 3).isEmpty)
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try Workdir()
    let pipe = folder.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    for (path, part) in [
      (folder.path, "this is a folder, not a file"), (pipe, "this is a pipe, not a file"),
      ("/dev/zero", "this is a device, not a file"),
      (folder.path + "/none", "the file cannot be read because there is no such file or folder"),
      ("", "the path is not one that the system accepts"),
      ("/etc\u{0}/x", "the path is not one that the system accepts"),
    ] {
      #expect(
        message { _ = try Files.readAll(path, shownAs: "x", limit: 9) }?.contains(part) == true)
      #expect(Reading(path: path, []).error?.message.contains(part) == true)
    }
  }

  @Test func listsFolders() throws {
    let folder = try folder()
    #expect(
      try Files.entries(of: folder.path, shownAs: "x") == ["north", "south", "spend", "é.csv"])
    #expect(Files.isDirectory(folder.path) && !Files.isDirectory(folder.path + "/é.csv"))
    #expect(Files.exists(folder.path) && !Files.exists(folder.path + "/x"))
    #expect(
      message { _ = try Files.entries(of: folder.path + "/x", shownAs: "x") }
        == "x: error: the folder cannot be read because there is no such file or folder\n")
  }

  @Test func writesWholeFilesOrNothing() throws {
    let folder = try Workdir()
    let path = folder.path + "/out.json"
    try Files.write(Array("one".utf8), to: path)
    try Files.write(Array("two".utf8), to: path)
    #expect(try Files.readAll(path, shownAs: "x", limit: 9) == Array("two".utf8))
    #expect(try Files.entries(of: folder.path, shownAs: "x") == ["out.json"])
    #expect(
      message { try Files.write([1], to: folder.path + "/no/out.json", shownAs: "no/out.json") }
        == """
        no/out.json: error: the file cannot be written because there is no such file or folder
          help: create the folder first, or choose another path

        """)
    #expect(
      message { try Files.write([1], to: folder.path) }?.contains("because it is a folder") == true)
    #expect(
      message { try Files.write([1], to: "/dev/full", shownAs: "x") }?
        .contains("because the disk is full") == true)
  }

  @Test func writesThroughLinks() throws {
    let folder = try Workdir()
    let target = try folder.write("target", [1])
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try Files.write([2, 3], to: link)
    #expect(try Files.readAll(target, shownAs: "x", limit: 9) == [2, 3])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }
}
