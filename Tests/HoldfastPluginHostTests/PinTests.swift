import Diagnostics
import Foundation
import HoldfastModel
import HoldfastPluginHost
import Testing

@Suite struct Pins {
  let folder: Workdir

  init() throws {
    folder = try Workdir()
    try folder.write("plugin.yaml", "name: script\n")
    try folder.write("plugin.py", "pass\n")
    try folder.write("data/rates.csv", "a\n")
  }

  /// A manifest with the pins of what the folder holds now.
  private func pinned() throws -> PluginManifest {
    var manifest = PluginManifest("script", ["python3", "plugin.py"], in: folder.path)
    manifest.files = try PluginPins.compute(folder.path).map { Located($0) }
    return manifest
  }

  private func problem(_ manifest: PluginManifest) throws -> String {
    let problems = manifest.problems()
    try #require(problems.count == 1)
    return problems[0].rendered()
  }

  @Test func areOfAllFilesButTheManifest() throws {
    let manifest = try pinned()
    #expect(manifest.files.map(\.value.path) == ["data/rates.csv", "plugin.py"])
    #expect(
      manifest.files[0].value.sha256
        == "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7")
    #expect(manifest.problems().isEmpty)
  }

  @Test func tellOfAChangedFile() throws {
    let manifest = try pinned()
    try folder.write("data/rates.csv", "b\n")
    let text = try problem(manifest)
    #expect(text.contains("'data/rates.csv' is not the file that was pinned: it was changed"))
    #expect(text.contains("run holdfast plugins pin --write \(folder.path)"))
  }

  @Test func tellOfAFileThatIsNotThere() throws {
    let manifest = try pinned()
    try FileManager.default.removeItem(atPath: "\(folder.path)/plugin.py")
    #expect(try problem(manifest).contains("'plugin.py' is listed, and is not in the folder"))
  }

  @Test func tellOfAFileThatIsNotListed() throws {
    let manifest = try pinned()
    try folder.write("data/more/.hidden", "")
    let text = try problem(manifest)
    #expect(text.contains("'data/more/.hidden' is in the folder of the plugin and is not listed"))
    #expect(text.contains("holdfast plugins pin"))
  }

  @Test func tellOfAFileThatIsListedTwice() throws {
    var manifest = try pinned()
    manifest.files.append(manifest.files[0])
    #expect(try problem(manifest).contains("'data/rates.csv' is listed twice"))
  }

  @Test(arguments: [
    ("/etc/passwd", "is a link that leads out of the plugin's folder"),
    ("../../../../../../etc/passwd", "is a link that leads out of the plugin's folder"),
    ("nowhere", "is a link that leads out of the plugin's folder"),
    ("data", "is a link to a folder"),
  ])
  func refuseLinks(_ target: String, _ words: String) throws {
    let manifest = try pinned()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link", withDestinationPath: target)
    #expect(try problem(manifest).contains(words))
  }

  @Test func takeALinkToAFileInTheFolder() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link", withDestinationPath: "data/rates.csv")
    let manifest = try pinned()
    #expect(manifest.files.map(\.value.path) == ["data/rates.csv", "link", "plugin.py"])
    #expect(manifest.problems().isEmpty)
    try folder.write("data/rates.csv", "b\n")
    #expect(manifest.problems().count == 2)
  }

  @Test func refuseWhatIsNoFile() throws {
    let manifest = try pinned()
    let code = unsafe mkfifo("\(folder.path)/pipe", 0o600)
    try #require(code == 0)
    #expect(try problem(manifest).contains("is neither a file nor a folder"))
  }

  @Test func tellOfAFolderThatIsNotThere() throws {
    let manifest = PluginManifest("script", ["python3"], in: "/no/such/folder")
    #expect(try problem(manifest).contains("'/no/such/folder' cannot be read"))
  }

  @Test func tellOfTheManifestsOwnMistakes() throws {
    var manifest = try pinned()
    manifest.name = Located("Script_1")
    manifest.protocolName = Located("holdfast-plugin/2")
    manifest.command = Located([])
    let text = manifest.problems().map { $0.rendered() }.joined()
    #expect(text.contains("'Script_1' is no name for a plugin"))
    #expect(text.contains("speaks 'holdfast-plugin/2'"))
    #expect(text.contains("the command names no program"))
  }

  @Test func holdForTheProgramItself() throws {
    var manifest = try pinned()
    for (program, isOne) in [("./plugin.py", true), ("data/rates.csv", true), ("../x.py", false)] {
      manifest.command = Located([program])
      #expect(manifest.problems().isEmpty == isOne)
    }
    #expect(try problem(manifest).contains("'../x.py' is not one of the plugin's files"))
  }

  @Test func giveTheDigestOfThePlugin() throws {
    let manifest = try pinned()
    #expect(manifest.digest.count == 64)
    var others: [PluginManifest] = Array(repeating: manifest, count: 7)
    others[0].name = Located("other")
    others[1].version = "2.0.0"
    others[2].command = Located(["python3 plugin.py"])
    others[3].files[0] = Located(PluginPin("data/rates.csv", sha256: "0"))
    others[4].startsProcesses = true
    others[5].memory += 1
    others[6].reads = ["/opt"]
    #expect(Set(others.map(\.digest) + [manifest.digest]).count == 8)
    var same = manifest
    same.files.reverse()
    #expect(same.digest == manifest.digest)
  }
}
