import Foundation
import HoldfastModel
import HoldfastPluginHost
import Testing

extension Plugins {
  /// A plugin that fills its private folder is stopped; one that keeps little there is waited for.
  @Suite struct FolderWatching {
    @Test(arguments: ["many", "large", "deep"]) func stopsWhatFillsIt(_ how: String) throws {
      let failure = try failure(how)
      #expect(failure.kind == .room, "\(failure)")
      #expect(failure.sentence.contains("its private folder holds more than 100 files or 2 MiB"))
    }

    @Test func littleIsAllowed() throws {
      // It answers nothing, so that the time runs out.
      #expect(try failure("little").kind == .time)
    }

    private func failure(_ how: String) throws -> PluginFailure {
      let folder = try Workdir()
      try folder.write("how", how)
      let manifest = try PluginManifest.script("fills_folder", in: folder)
      var limits = PluginLimits.short
      (limits.folderFiles, limits.folderBytes) = (100, 2 << 20)
      let host = try PluginHost.usual(limits: limits)
      return try #require(throws: PluginFailure.self) { try host.describe(manifest) }
    }
  }
}
