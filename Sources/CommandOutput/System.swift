import Glibc
import Processes

/// The files of commands.
extension System {
  /// What a path leads to.
  enum Kind { case folder, file, program }

  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard !path.utf8.contains(0), unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return unsafe access(path, X_OK) == 0 ? .program : .file
    default: return nil
    }
  }

  static func variable(_ name: String) -> String? {
    unsafe getenv(name).flatMap { unsafe String(validatingCString: $0) }
  }

  /// Creates a file that only its owner may open and takes its name away at once.
  static func createNameless(in folder: String) throws(SystemError) -> Int32 {
    let path = "\(folder)/holdfast-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    let number = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw .last }
    guard unsafe unlink(path) == 0 else {
      let error = SystemError.last
      closeFile(number)
      throw error
    }
    return number
  }

  /// Writes all bytes.
  static func write(_ bytes: ArraySlice<UInt8>, to number: Int32) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Waits until one of two pipes has something to read or is closed, or the time is over.
  static func wait(
    _ first: Int32?, _ second: Int32?, _ milliseconds: Int32
  ) throws(SystemError) -> (Bool, Bool) {
    // The system passes over a number below 0.
    let pipes = [first, second].map { pollfd(fd: $0 ?? -1, events: Int16(POLLIN), revents: 0) }
    let answers = try poll(pipes, milliseconds: milliseconds)
    return (answers[0] != 0, answers[1] != 0)
  }
}
