internal import Glibc
internal import Processes

/// A file or folder in a folder.
struct FolderEntry {
  enum Kind { case file, folder, link, other }

  /// The bytes of its name, which need not be UTF-8.
  let name: [UInt8]
  let kind: Kind
}

extension System {
  /// What lies in a folder, in no order. Paths are bytes.
  static func entries(of path: [UInt8]) throws(SystemError) -> [FolderEntry] {
    guard let folder = unsafe opendir(path.map { CChar(bitPattern: $0) } + [0]) else { throw .last }
    defer { unsafe closedir(folder) }
    var result: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        guard errno == 0 else { throw .last }
        return result
      }
      let start = unsafe UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      let letters = unsafe start.assumingMemoryBound(to: CChar.self)
      let name = unsafe (0..<strlen(letters)).map { unsafe UInt8(bitPattern: letters[$0]) }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      result.append(FolderEntry(name: name, kind: kind(of: path + [0x2F] + name)))
    }
  }

  private static func kind(of path: [UInt8]) -> FolderEntry.Kind {
    var status = stat()
    guard unsafe lstat(path.map { CChar(bitPattern: $0) } + [0], &status) == 0 else {
      return .other
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path without links, from the root; nil where it leads nowhere.
  static func realPath(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(validatingCString: found)
  }

  /// Whether a path leads to a file that may be run.
  static func isProgram(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }

  /// Whether a path leads to a file.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// What a link says, where the path is one.
  static func target(ofLink path: String) -> String? {
    var room = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink(path, &room, room.count)
    guard count > 0, count < room.count else { return nil }
    return String(decoding: room.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// All bytes of a file, in pieces.
  static func readFile(
    _ path: String, _ take: (ArraySlice<UInt8>) -> Void
  ) throws(SystemError) {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .last }
    defer { closeFile(number) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(number, into: &buffer)
      guard count > 0 else { return }
      take(buffer[..<count])
    }
  }

  static func variable(_ name: String) -> String? {
    unsafe getenv(name).flatMap { unsafe String(validatingCString: $0) }
  }
}
