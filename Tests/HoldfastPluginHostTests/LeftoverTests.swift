import Foundation
import HoldfastModel
import HoldfastPluginHost
import Testing

/// That plugins leave nothing in this process or on disk. Each test is a process of its own, for
/// other tests open files and start programs at the same time.
@Suite struct Leftovers {
  /// What plugins could leave behind.
  struct Belongings: Equatable {
    let files: Int
    let children: [String]
    let folders: [String]

    init(_ folder: Workdir) throws {
      let manager = FileManager.default
      files = try manager.contentsOfDirectory(atPath: "/proc/self/fd").count
      children = try manager.contentsOfDirectory(atPath: "/proc/self/task").flatMap { thread in
        try String(contentsOfFile: "/proc/self/task/\(thread)/children", encoding: .utf8)
          .split(separator: " ").map(String.init)
      }
      folders = try manager.contentsOfDirectory(atPath: folder.path)
    }
  }

  struct Left: Error {}

  /// Throws where something is there afterwards that was not before.
  static func expectNothing(_ name: String, after body: () throws -> Void) throws {
    let folder = try Workdir()
    unsafe setenv("TMPDIR", folder.path, 1)
    // What is opened once and stays is opened before it is counted.
    _ =
      try Misbehaviour.honestChecker
      ?? PluginHost.usual(SandboxLevel.none).describe(.misbehaving("honest.py")).first
    let before = try Belongings(folder)
    try body()
    let after = try Belongings(folder)
    guard before == after else {
      FileHandle.standardError.write(Data("\(name): \(before) and then \(after)\n".utf8))
      throw Left()
    }
  }

  private static let ends: [[String]] = [
    ["honest.py"], ["crashes.py", "hello"], ["crashes.py", "batch"], ["crashes.py", "close"],
    ["sleeps.py", "finish"], ["ignores_terminate.py"], ["kills_itself.py", "SIGKILL"],
    ["closes_output.py"], ["deaf.py"], ["lingers.py", "sleep"], ["chatter.py", "before"],
    ["leaves_children.py", "before"], ["leaves_children.py", "after"], ["fills_disk.py"],
    ["no-such-file.py"],
  ]

  /// Every way to end, at one level.
  static func expectNothing(at wish: SandboxWish?) throws {
    let level = try wish.map { wish throws in
      try SandboxLevel.choose(wish, launcher: Place.launcher)
    }
    let host = try PluginHost.usual(level ?? SandboxLevel.none, limits: .short)
    for words in ends {
      try expectNothing("\(words)") {
        let does = words == ["deaf.py"] ? "flood" : "rows"
        let misbehaviour = Misbehaviour(
          name: "", command: words, does: does, fails: nil, sandbox: nil, allowed: nil)
        _ = try? misbehaviour.converse(host)
      }
    }
  }

  @Test func areNoneBehindLandlock() async {
    await #expect(processExitsWith: .success) { try Leftovers.expectNothing(at: .landlock) }
  }

  @Test(
    .enabled(
      if: Plugins.Sandbox.levels.contains(.bubblewrap),
      "bubblewrap is not installed, or may not be used here"))
  func areNoneBehindBubblewrap() async {
    await #expect(processExitsWith: .success) { try Leftovers.expectNothing(at: .bubblewrap) }
  }

  @Test func areNoneWithoutSandbox() async {
    await #expect(processExitsWith: .success) { try Leftovers.expectNothing(at: nil) }
  }

  @Test func areNoneWithoutClose() async {
    await #expect(processExitsWith: .success) {
      let host = try PluginHost.usual()
      try Leftovers.expectNothing("a session") {
        _ = try host.aggregates(.misbehaving("honest.py"), isPersonal: false)
      }
    }
  }

  @Test func areNoneOfManyThatAreCalledOff() async {
    await #expect(processExitsWith: .success) {
      try Leftovers.expectNothing("stopped") {
        let stopper = PluginStopper()
        let host = try PluginHost.usual(stopper: stopper)
        let thread = Thread {
          Thread.sleep(forTimeInterval: 0.1)
          stopper.cancel()
        }
        thread.start()
        while !thread.isFinished {
          _ = try? host.describe(.misbehaving("sleeps.py", "describe"))
        }
        stopper.release()
      }
    }
  }

  /// Folders deeper than any path is long, and one that may not be entered.
  @Test func areNoneOfManyFolders() async {
    await #expect(processExitsWith: .success) {
      let folder = try Workdir()
      let manifest = try PluginManifest.script("writes_deep", in: folder)
      try Leftovers.expectNothing("folders") {
        _ = try? PluginHost.usual(SandboxLevel.none).describe(manifest)
      }
    }
  }
}
