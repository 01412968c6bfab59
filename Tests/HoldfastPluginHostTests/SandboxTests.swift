import Foundation
import HoldfastPluginHost
import Testing

extension Plugins {
  /// Each way to confine plugins, through the real launcher.
  @Suite struct Sandbox {
    static let levels = [SandboxWish.landlock, .bubblewrap].compactMap {
      try? SandboxLevel.choose($0, launcher: Place.launcher)
    }
    static let probes = Misbehaviour.all.filter { $0.sandbox == true }

    @Test func thereIsOne() { #expect(!Self.levels.isEmpty) }

    @Test(arguments: levels, probes)
    func holds(_ level: SandboxLevel, _ probe: Misbehaviour) throws {
      let path = "\(FileManager.default.temporaryDirectory.path())holdfast-data.csv"
      try Data("a,b\n".utf8).write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      let remarks = try probe.converse(.usual(level), path: path).remarks
      #expect(!remarks.isEmpty)
      // Behind bubblewrap there are other things of the same names, which are its own.
      let own: Set = [
        "list /", "list /tmp", "list /etc", "reach the parent", "signal the parent",
        "signal process 1",
      ]
      let allowed = remarks.filter { $0.hasSuffix(": allowed") }.map {
        $0.dropLast(": allowed".count)
      }
      #expect(
        Set(allowed.map(String.init)).subtracting(level == .bubblewrap ? own : [])
          == Set(probe.allowed ?? []))
    }

    @Test(arguments: levels)
    func givesNothingButWhatIsMeant(_ level: SandboxLevel) throws {
      let probe = try #require(Self.probes.first { $0.name == "tells_environment" })
      let remarks = try probe.converse(.usual(level)).remarks
      // Python itself adds LC_CTYPE; bubblewrap tells where it is.
      let names = Set(
        try #require(remarks.first).split(separator: " ").dropFirst().map(String.init))
      #expect(
        names.subtracting(["LC_CTYPE", "PWD"]) == [
          "HOLDFAST_PLUGIN", "HOLDFAST_TMP", "LANG", "PATH", "PYTHONDONTWRITEBYTECODE", "TMPDIR",
        ])
      #expect(remarks.contains("open files: 0 1 2"))
      #expect(remarks.contains("in its own folder: True"))
    }
  }
}
