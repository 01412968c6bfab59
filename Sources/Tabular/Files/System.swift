import Glibc

/// The system calls of this module, and all of its unsafe code: each takes safe values, gives safe
/// values and throws what the system said.
enum System {
  /// Opens for reading, never waiting for the other end of a pipe, and looks at what was opened.
  static func openForReading(_ path: String) throws(SystemError) -> (number: Int32, status: stat) {
    let number = try opened(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    do throws(SystemError) { return (number, try status(of: number)) } catch {
      closeFile(number)
      throw error
    }
  }

  /// Creates a file that must not exist yet.
  static func create(_ path: String, mode: mode_t) throws(SystemError) -> Int32 {
    try opened(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
  }

  /// Opens an existing pipe or device for writing.
  static func openForWriting(_ path: String) throws(SystemError) -> Int32 {
    try opened(path, O_WRONLY | O_CLOEXEC)
  }

  static func opened(
    _ path: String, _ flags: Int32, _ mode: mode_t = 0
  ) throws(SystemError) -> Int32 {
    try check(path)
    while true {
      let number = unsafe open(path, flags, mode)
      if number >= 0 { return number }
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }

  static func closeFile(_ number: Int32) { _ = close(number) }

  /// What the system knows of an open file.
  static func status(of number: Int32) throws(SystemError) -> stat {
    var result = stat()
    guard unsafe fstat(number, &result) == 0 else { throw .last }
    return result
  }

  /// What the system knows of what a path leads to, links followed.
  static func status(at path: String) throws(SystemError) -> stat {
    try check(path)
    var result = stat()
    guard unsafe stat(path, &result) == 0 else { throw .last }
    return result
  }

  /// Whether a path names a link, wherever that leads.
  static func isLink(_ path: String) -> Bool {
    var result = stat()
    guard (try? check(path)) != nil, unsafe lstat(path, &result) == 0 else { return false }
    return result.st_mode & S_IFMT == S_IFLNK
  }

  /// Reads at most so many bytes into `buffer` from `offset` on; 0 at the end of the file.
  static func read(
    _ number: Int32, into buffer: inout [UInt8], at offset: Int
  ) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let room = unsafe UnsafeMutableRawBufferPointer(
          rebasing: bytes[min(offset, bytes.count)...])
        return unsafe Glibc.read(number, room.baseAddress, room.count)
      }
      if count >= 0 { return count }
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[done...])
        return unsafe Glibc.write(number, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        done += count
      } else {
        let error = SystemError.last
        guard error.code == EINTR else { throw error }
      }
    }
  }

  /// Goes back to the beginning.
  static func rewind(_ number: Int32) throws(SystemError) {
    guard lseek(number, 0, SEEK_SET) == 0 else { throw .last }
  }

  /// Waits until what was written is on the disk.
  static func flush(_ number: Int32) throws(SystemError) {
    guard fsync(number) == 0 else { throw .last }
  }

  static func setMode(_ number: Int32, _ mode: mode_t) throws(SystemError) {
    guard fchmod(number, mode & 0o7777) == 0 else { throw .last }
  }

  static func move(_ from: String, to path: String) throws(SystemError) {
    guard unsafe rename(from, path) == 0 else { throw .last }
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Removes a folder in which nothing is left.
  static func removeFolder(_ path: String) { _ = unsafe rmdir(path) }

  static func makeFolder(_ path: String, mode: mode_t) throws(SystemError) {
    try check(path)
    guard unsafe mkdir(path, mode) == 0 else { throw .last }
  }

  /// The number of the user in whose name this process acts.
  static var userNumber: uid_t { geteuid() }

  /// The number of this process, to make names that no other uses.
  static var processNumber: Int32 { getpid() }

  /// The path without links, `.` and `..`.
  static func resolved(_ path: String) throws(SystemError) -> String {
    try check(path)
    guard let result = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(result) }
    return try unsafe text(result)
  }

  /// The names in a folder, in no order, without `.` and `..`.
  static func names(in folder: String) throws(SystemError) -> [String] {
    try check(folder)
    guard let stream = unsafe opendir(folder) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw .last }
        return names
      }
      let name = try unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        bytes throws(SystemError) -> String in
        let name = unsafe bytes.prefix { $0 != 0 }
        guard let text = unsafe String(validating: name, as: UTF8.self) else {
          throw SystemError(code: EILSEQ)
        }
        return text
      }
      if name != "." && name != ".." { names.append(name) }
    }
  }

  private static func text(_ pointer: UnsafePointer<CChar>) throws(SystemError) -> String {
    guard let text = unsafe String(validatingCString: pointer) else {
      throw SystemError(code: EILSEQ)
    }
    return text
  }

  /// A zero byte would end the path early and open another file than the one named.
  private static func check(_ path: String) throws(SystemError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw SystemError(code: EINVAL) }
  }
}
