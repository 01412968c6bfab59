import Glibc

extension System {
  /// Opens a file to which is only ever added, and makes it where there is none.
  static func openForAppending(_ path: String) throws(SystemError) -> Int32 {
    try opened(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  /// Waits until no other process holds a lock that stands against this one.
  static func lock(_ number: Int32, isExclusive: Bool) throws(SystemError) {
    while flock(number, isExclusive ? LOCK_EX : LOCK_SH) != 0 {
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }

  /// Gives up all bytes behind a length.
  static func cut(_ number: Int32, to length: Int) throws(SystemError) {
    guard ftruncate(number, off_t(length)) == 0 else { throw .last }
  }

  /// Waits until the names in a folder are on the disk.
  static func flushFolder(_ path: String) throws(SystemError) {
    let number = try opened(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { closeFile(number) }
    try flush(number)
  }
}
