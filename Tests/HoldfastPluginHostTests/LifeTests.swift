import Foundation
import HoldfastModel
import HoldfastPluginHost
import Testing

extension Plugins {
  /// How plugins end, and that nothing of them is left.
  @Suite struct Life {
    static let levels: [SandboxLevel] = Sandbox.levels + [.none]

    @Test(arguments: levels) func endsInGoodOrder(_ level: SandboxLevel) throws {
      #expect(try PluginHost.usual(level).describe(.misbehaving("honest.py")).count == 1)
    }

    /// A grandchild in a session of its own, of a plugin that nothing confines.
    @Test func leavesNoGrandchildren() throws {
      let folder = try Workdir()
      let manifest = try PluginManifest.script("leaves_grandchild", in: folder)
      _ = try? PluginHost.usual(SandboxLevel.none).describe(manifest)
      let number = try String(contentsOfFile: "\(folder.path)/number", encoding: .utf8)
      let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
      #expect(status?.contains("State:\tZ") ?? true)
    }

    @Test func isStoppedByACall() throws {
      let stopper = PluginStopper()
      let host = try PluginHost.usual(stopper: stopper)
      let thread = Thread {
        Thread.sleep(forTimeInterval: 0.1)
        stopper.cancel()
      }
      thread.start()
      let failure = try #require(throws: PluginFailure.self) {
        try host.describe(.misbehaving("sleeps.py", "describe"))
      }
      #expect(failure.kind == .interrupted)
      #expect(failure.sentence.contains("was stopped because the run was"))
      stopper.release()
    }

    /// The signal is sent to a thread alone, which ends with the mask that it has.
    @Test func isStoppedByASignal() async throws {
      let level = try PluginHost.usual().level
      let found: Stopped = await withCheckedContinuation { continuation in
        Thread { continuation.resume(returning: Stopped(level)) }.start()
      }
      #expect(found.failure?.kind == .interrupted)
      #expect(found.signal == SIGTERM)
    }

    struct Stopped: Sendable {
      var failure: PluginFailure?
      var signal: Int32?

      init(_ level: SandboxLevel) {
        // Threads of tests hold signals back, unlike the first one of a program.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGTERM)
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        let stopper = PluginStopper()
        raise(SIGTERM)
        let host = PluginHost(level: level, stopper: stopper, launcher: Place.launcher)
        do { _ = try host.describe(.misbehaving("honest.py")) } catch { failure = error }
        signal = stopper.signal
      }
    }

    @Test(arguments: levels) func endsWithItsParent(_ level: SandboxLevel) throws {
      let folder = try Workdir()
      try folder.write("wait.py", "import time\nprint('here', flush=True)\ntime.sleep(1000)\n")
      let out = Pipe()
      let parent = Process()
      parent.executableURL = URL(filePath: "/usr/bin/python3")
      let policy = Sandbox.policy(level, folder.path)
      // It starts the launcher as holdfast does, and is then killed.
      parent.arguments = ["\(Place.scripts)/parent.py"]
      parent.arguments? +=
        Place.launcher + policy.arguments + ["--", "/usr/bin/python3", "-BES", "wait.py"]
      parent.standardOutput = out
      parent.standardError = Pipe()
      try parent.run()
      parent.waitUntilExit()
      let number = String(decoding: out.fileHandleForReading.availableData, as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      try #require(Int32(number) != nil)
      var status: String? = ""
      for _ in 0..<1000 where status != nil && status?.contains("State:\tZ") != true {
        Thread.sleep(forTimeInterval: 0.01)
        status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
      }
      #expect(status?.contains("State:\tZ") ?? true)
    }
  }
}

extension Plugins.Sandbox {
  /// A policy for Python in a folder.
  static func policy(_ level: SandboxLevel, _ folder: String) -> SandboxPolicy {
    var policy = SandboxPolicy(
      walls: level.words == "bubblewrap" ? .bubblewrap : level == .none ? .none : .landlock,
      folder: folder, parent: 1, memory: 4 << 30, seconds: 60, openFiles: 64, fileBytes: 1 << 20,
      startsProcesses: false)
    let shared = ["/usr", "/bin", "/lib", "/lib64"].filter(FileManager.default.fileExists)
    policy.rules = (shared + [folder]).map { .init(.run, $0) }
    policy.rules += [.init(.use, "/dev/null"), .init(.read, "/etc/ld.so.cache")]
    return policy
  }
}
