import Diagnostics
import Glibc

/// The file of a log, open and locked: nobody else reads its end or appends while it is.
///
/// All unsafe code of this module is here and in the calls of `System`.
final class LogFile {
  private let number: Int32
  let path: String

  private init(_ number: Int32, _ path: String) { (self.number, self.path) = (number, path) }

  /// Opens the file, makes it where there is none, and waits for the lock. The system lets go of
  /// the lock when the process ends, however it does.
  static func locked(_ path: String) throws(Diagnostic) -> LogFile {
    let isNew = !exists(path)
    let file: LogFile
    do throws(SystemError) {
      file = LogFile(try System.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC), path)
    } catch {
      throw error.diagnostic("the log cannot be opened for writing", path)
    }
    do throws(SystemError) {
      try System.refuseUnlessFile(file.number)
      try System.lock(file.number)
      if isNew { try System.flushFolder(of: path) }
    } catch {
      throw error.diagnostic("the log cannot be locked", path)
    }
    return file
  }

  deinit { _ = close(number) }

  /// Whether there is anything at a path.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// How many bytes it has.
  func size() throws(Diagnostic) -> Int {
    do throws(SystemError) { return try System.size(number) } catch {
      throw error.diagnostic("the log cannot be read", path)
    }
  }

  /// The bytes from a place to the end.
  func bytes(from place: Int) throws(Diagnostic) -> [UInt8] {
    do throws(SystemError) {
      return try System.read(number, from: place, count: try System.size(number) - place)
    } catch {
      throw error.diagnostic("the log cannot be read", path)
    }
  }

  /// Puts bytes at the end and waits until they are on the disk. Where that fails, the file is as
  /// long as it was.
  func append(_ bytes: [UInt8]) throws(Diagnostic) {
    let before = try size()
    do throws(SystemError) {
      try System.write(bytes, to: number)
      try System.flush(number)
    } catch {
      try? System.cut(number, to: before)
      throw error.diagnostic("the log cannot be written", path)
    }
  }

  /// Puts what stands behind a place into a file of its own, `FILE.torn-1` or the next that is
  /// free, and cuts it off. Gives the name of that file.
  func setAside(from place: Int) throws(Diagnostic) -> String {
    let torn = try bytes(from: place)
    var count = 1
    while Self.exists("\(path).torn-\(count)") { count += 1 }
    let name = "\(path).torn-\(count)"
    do throws(SystemError) {
      let copy = try System.open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
      defer { _ = close(copy) }
      try System.write(torn, to: copy)
      try System.flush(copy)
      try System.flushFolder(of: name)
      // Only once the copy is on the disk.
      try System.cut(number, to: place)
      try System.flush(number)
    } catch {
      throw error.diagnostic("an incomplete record of the log cannot be set aside", name)
    }
    return name
  }

  /// The bytes of a log that nobody may be writing to while it is read.
  static func read(_ path: String) throws(Diagnostic) -> [UInt8] {
    do throws(SystemError) {
      let number = try System.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      defer { _ = close(number) }
      try System.refuseUnlessFile(number)
      try System.lock(number, isShared: true)
      return try System.read(number, from: 0, count: try System.size(number))
    } catch {
      throw error.diagnostic("the log cannot be read", path)
    }
  }
}
