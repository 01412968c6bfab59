import Diagnostics
import Foundation
import HoldfastEngine
import Testing

/// A cache does not grow for ever, and gives way where it is least missed.
@Suite("The folder of a cache")
struct CacheFolderTests {
  private let path = NSTemporaryDirectory() + "holdfast-" + UUID().uuidString

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test func givesWayToWhatIsNewer() {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = [UInt8](repeating: 7, count: 1000)
    for name in ["c", "a", "b", "d"] {
      CacheFolder(path).save(bytes, as: name + CacheFolder.ending)
      usleep(20_000)
    }
    try? Data().write(to: URL(filePath: path + "/mine.txt"))
    let folder = CacheFolder(path, limits: (bytes: 2500, files: 9))
    #expect(folder.bytes("c" + CacheFolder.ending) == bytes)
    folder.tidy()
    #expect(names == ["c.tallied", "d.tallied", "mine.txt"])
    CacheFolder(path, limits: (bytes: 2500, files: 1)).tidy()
    #expect(names == ["d.tallied", "mine.txt"])
    #expect(folder.warnings.isEmpty)
  }

  /// Drafts of runs that were killed go, those of runs that may still last stay.
  @Test func removesOldDrafts() {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = CacheFolder(path)
    try? Data().write(to: URL(filePath: path + "/.holdfast-1-0.part"))
    folder.tidy()
    #expect(names == [".holdfast-1-0.part"])
    folder.tidy(now: Int64(Date().timeIntervalSince1970 * 1e9) + 3_700_000_000_000)
    #expect(names == [])
  }
}
