import Diagnostics
import Glibc

/// What the system said no to.
struct SystemError: Error {
  let code: Int32

  static var last: SystemError { SystemError(code: errno) }

  /// An error about a file: "cannot be read because ...".
  func diagnostic(_ what: String, _ path: String) -> Diagnostic {
    let reason =
      switch code {
      case ENOENT: "there is no such file or folder"
      case EACCES, EPERM: "you have no permission"
      case EISDIR: "it is a folder"
      case ENOTDIR: "a part of the path is a file, not a folder"
      case EROFS: "the disk is read-only"
      case ENOSPC, EDQUOT: "the disk is full"
      case EFBIG: "the file would be larger than is allowed"
      case ESPIPE: "it is no file but a pipe or a device"
      default: "the system gave error \(code)"
      }
    return Diagnostic(
      .error, "\(what) because \(reason)", at: .file(path),
      help: "name a file in a folder that exists and that you may write to")
  }
}

/// The system calls that a log needs, each with safe values.
enum System {
  static func open(_ path: String, _ flags: Int32) throws(SystemError) -> Int32 {
    guard !path.utf8.contains(0) else { throw SystemError(code: EINVAL) }
    while true {
      let number = unsafe Glibc.open(path, flags, 0o644)
      if number >= 0 { return number }
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }

  static func refuseUnlessFile(_ number: Int32) throws(SystemError) {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(code: ESPIPE) }
  }

  /// Waits for the lock on an open file.
  static func lock(_ number: Int32, isShared: Bool = false) throws(SystemError) {
    while flock(number, isShared ? LOCK_SH : LOCK_EX) != 0 {
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }

  static func size(_ number: Int32) throws(SystemError) -> Int {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .last }
    return Int(status.st_size)
  }

  static func read(_ number: Int32, from place: Int, count: Int) throws(SystemError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: max(0, count))
    var done = 0
    while done < buffer.count {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
        return unsafe pread(number, room.baseAddress, room.count, off_t(place + done))
      }
      if got == 0 { break }
      if got > 0 {
        done += got
      } else {
        let error = SystemError.last
        guard error.code == EINTR else { throw error }
      }
    }
    return Array(buffer.prefix(done))
  }

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

  static func flush(_ number: Int32) throws(SystemError) {
    guard fsync(number) == 0 else { throw .last }
  }

  static func cut(_ number: Int32, to size: Int) throws(SystemError) {
    guard ftruncate(number, off_t(size)) == 0 else { throw .last }
  }

  /// Waits until the name of a file is on the disk too.
  static func flushFolder(of path: String) throws(SystemError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let number = try open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { _ = close(number) }
    try flush(number)
  }
}
