import Glibc

/// What the system knows of a file without reading it; equal stamps mean that nobody wrote to it.
public struct FileStamp: Sendable, Hashable {
  /// The number of the disk.
  public let device: UInt64
  /// The number of the file on the disk.
  public let inode: UInt64
  /// The size in bytes.
  public let size: Int64
  /// When the content was last written, in nanoseconds since 1970.
  public let modified: Int64
  /// When the content or the permissions last changed, in nanoseconds since 1970.
  public let changed: Int64

  /// A stamp as it was written down.
  package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// Whether the content is the same as when the other stamp was taken.
  func sameContent(as other: FileStamp) -> Bool {
    (device, inode, size, modified) == (other.device, other.inode, other.size, other.modified)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

/// What kind of thing a path leads to.
enum FileKind: Equatable {
  case regular, directory, other(String)

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFIFO: self = .other("a pipe")
    case S_IFSOCK: self = .other("a socket")
    default: self = .other("a device")
    }
  }
}
