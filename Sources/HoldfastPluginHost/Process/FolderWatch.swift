internal import Glibc
internal import Processes

/// Looks from time to time at how much lies in a plugin's private folder, which the system counts
/// file by file only.
struct FolderWatch {
  private let folder: [UInt8]
  private let limits: PluginLimits
  private var next = SuspendingClock.now

  init(_ folder: PrivateFolder, _ limits: PluginLimits) {
    (self.folder, self.limits) = (Array(folder.path.utf8), limits)
  }

  /// How long may be waited for something else before it has to look again.
  static let interval = Duration.milliseconds(100)

  /// Looks, where it is time to, and throws where there is too much.
  mutating func look() throws(PluginFault) {
    let begin = SuspendingClock.now
    guard begin >= next else { return }
    var (files, bytes) = (0, 0)
    var open = [folder]
    while let path = open.popLast() {
      for entry in try entries(of: path) {
        let inner = path + [0x2F] + entry.name
        files += 1
        bytes += System.size(of: inner)
        // What lies deeper than a path is long cannot be looked at.
        guard files <= limits.folderFiles, bytes <= limits.folderBytes, inner.count < 4096 else {
          throw .tooFull(limits)
        }
        if entry.kind == .folder { open.append(inner) }
      }
    }
    // A full folder takes long to look through: the most of the time is the plugin's all the same.
    let now = SuspendingClock.now
    next = now.advanced(by: max(Self.interval, (now - begin) * 20))
  }

  /// What lies in a folder; nothing where it was removed meanwhile. One that cannot be looked into,
  /// because its path is too long or it was closed, could hold anything.
  private func entries(of path: [UInt8]) throws(PluginFault) -> [FolderEntry] {
    do throws(SystemError) { return try System.entries(of: path) } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw .tooFull(limits) }
      return []
    }
  }
}

extension System {
  /// The bytes that a file takes on the disk; 0 where it is gone.
  fileprivate static func size(of path: [UInt8]) -> Int {
    var status = stat()
    guard unsafe lstat(path.map { CChar(bitPattern: $0) } + [0], &status) == 0 else { return 0 }
    return Int(status.st_blocks) * 512
  }
}
