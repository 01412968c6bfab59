import Diagnostics
import Foundation
import HoldfastModel
import HoldfastPluginHost
import Testing

extension Plugins {
  /// What is said of a plugin that failed.
  @Suite struct Failures {
    private func failure(
      _ manifest: PluginManifest, level: SandboxLevel? = nil, isPersonal: Bool = false
    ) throws -> PluginFailure {
      let host = try PluginHost.usual(level)
      return try #require(throws: PluginFailure.self) {
        _ = try host.aggregates(manifest, isPersonal: isPersonal)
      }
    }

    @Test func tellsTheExitCodeAndTheLastWords() throws {
      let failure = try failure(.misbehaving("crashes.py", "hello"))
      #expect(failure.exitStatus == 3)
      #expect(failure.signal == nil)
      #expect(failure.errors == "about to crash")
      #expect(
        failure.diagnostic().message
          == "the plugin 'misbehaving' ended without a reply, with exit code 3 (at the request "
          + "'hello'); the last that it wrote to standard error: about to crash")
    }

    @Test func hidesTheLastWordsOfPersonalData() throws {
      let failure = try failure(.misbehaving("crashes.py", "hello"), isPersonal: true)
      #expect(failure.errors == nil)
      #expect(failure.exitStatus == 3)
    }

    @Test func hidesItsOwnWordsOfPersonalData() throws {
      let open = try failure(.misbehaving("other_version.py", "error"))
      #expect(open.sentence.contains("says that it failed (version): this plugin speaks version 7"))
      let hidden = try failure(.misbehaving("other_version.py", "error"), isPersonal: true)
      #expect(!hidden.sentence.contains("speaks version 7"))
      #expect(hidden.sentence.contains("not shown because the data is about persons"))
    }

    @Test func keepsTheEndOfWhatIsWrittenPrintable() throws {
      let folder = try Workdir()
      let manifest = try PluginManifest.script("last_words", in: folder)
      let errors = try #require(try failure(manifest).errors)
      #expect(errors.hasSuffix("last words"))
      #expect(errors.hasPrefix("..."))
      #expect(errors.count < 1600 && !errors.unicodeScalars.contains("\u{1b}"))
    }

    @Test func tellsThatTheProgramIsNotThere() throws {
      var manifest = PluginManifest.misbehaving()
      manifest.command = .init(["no-such-program"])
      let failure = try failure(manifest)
      #expect(failure.kind == .start && failure.request == nil)
      #expect(
        failure.sentence == "the plugin 'misbehaving' cannot be started: there is no program "
          + "'no-such-program' that may be run")
    }

    @Test(arguments: Sandbox.levels + [SandboxLevel.none])
    func tellsThatTheProgramCannotRun(_ level: SandboxLevel) throws {
      let folder = try Workdir()
      try folder.write("program", "#!/no/such/interpreter\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/program")
      let failure = try failure(
        PluginManifest("script", ["./program"], in: folder.path), level: level)
      #expect([.start, .exit].contains(failure.kind))
    }

    @Test func tellsThatTheLauncherIsNotThere() throws {
      let host = PluginHost(level: .landlock(full: true), launcher: ["/no/such/launcher"])
      let failure = try #require(throws: PluginFailure.self) {
        try host.describe(.misbehaving("honest.py"))
      }
      #expect(failure.kind == .start)
      #expect(failure.sentence.contains("cannot be started: the system gave error 2"))
    }

    @Test func tellsThatTheSandboxIsNotThere() throws {
      var manifest = PluginManifest.misbehaving("honest.py")
      manifest.reads = ["/no/such/folder"]
      let failure = try failure(
        manifest, level: SandboxLevel.choose(.landlock, launcher: Place.launcher))
      #expect(failure.kind == .sandbox)
      #expect(failure.sentence.contains("the sandbox cannot be set up: open of /no/such/folder"))
    }

    @Test func isThrownAgain() throws {
      let host = try PluginHost.usual()
      let session = try host.aggregates(.misbehaving("crashes.py", "close"), isPersonal: false)
      for _ in 0..<2 {
        let failure = try #require(throws: PluginFailure.self) { try session.close() }
        #expect(failure.kind == .exit && failure.request == "close")
      }
    }

    @Test func refusesAPolicyThatIsNone() throws {
      let process = Process()
      process.executableURL = URL(filePath: Place.launcher[0])
      process.arguments = ["landlock", "/", "--", "/usr/bin/true"]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 125)
      let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      #expect(text.contains("this command is for holdfast itself"))
    }

    @Test func readsThePolicyThatItWrote() throws {
      let policy = Sandbox.policy(.landlock(full: true), "/a folder\nwith -- signs")
      #expect(SandboxPolicy(arguments: policy.arguments) == policy)
      for count in 0..<policy.arguments.count {
        let cut = SandboxPolicy(arguments: Array(policy.arguments.prefix(count)))
        #expect(cut == nil || cut?.rules.count ?? 0 < policy.rules.count)
      }
    }
  }
}
