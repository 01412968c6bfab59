public import Diagnostics
import Glibc

/// A file that several processes read and add to, one at a time: it is locked while it is open.
public final class LockedFile: Sendable {
  private let number: Int32
  private let path: String

  /// Opens a file to be read while nobody adds to it; nil where there is none.
  public static func reading(_ path: String) throws(Diagnostic) -> LockedFile? {
    guard Files.exists(path) else { return nil }
    do throws(SystemError) {
      let number = try System.openForReading(path).number
      return try LockedFile(number, path, isExclusive: false)
    } catch { throw error.diagnostic("cannot be read", path) }
  }

  /// Opens a file to be read and added to by this process alone, and makes it where there is none.
  public static func adding(to path: String) throws(Diagnostic) -> LockedFile {
    do throws(SystemError) {
      while true {
        let file = try LockedFile(System.openForAppending(path), path, isExclusive: true)
        // Whoever waited may hold a file that was moved away meanwhile.
        let (own, named) = (try System.status(of: file.number), try? System.status(at: path))
        if own.st_ino == named?.st_ino, own.st_dev == named?.st_dev { return file }
      }
    } catch {
      throw error.diagnostic(
        "cannot be added to", path, help: "name a file in a folder that you may write to")
    }
  }

  private init(_ number: Int32, _ path: String, isExclusive: Bool) throws(SystemError) {
    (self.number, self.path) = (number, path)
    try System.lock(number, isExclusive: isExclusive)
  }

  deinit { System.closeFile(number) }

  /// All bytes; throws where they are more than `limit`.
  public func bytes(limit: Int) throws(Diagnostic) -> [UInt8] {
    do throws(SystemError) {
      try System.rewind(number)
      var result: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try System.read(number, into: &buffer, at: 0)
        guard count > 0 else { return result }
        result += buffer[..<count]
        guard result.count <= limit else { throw SystemError(code: EFBIG) }
      }
    } catch { throw error.diagnostic("cannot be read", path) }
  }

  /// Adds bytes, and waits until they are on the disk. Where that fails none of them stay.
  public func append(_ bytes: [UInt8]) throws(Diagnostic) {
    do throws(SystemError) {
      let length = Int(try System.status(of: number).st_size)
      do throws(SystemError) {
        try System.write(bytes, to: number)
        try System.flush(number)
        if length == 0 { try System.flushFolder(folder) }
      } catch {
        try? System.cut(number, to: length)
        throw error
      }
    } catch { throw error.diagnostic("cannot be added to", path) }
  }

  /// Gives up all bytes behind a length.
  public func cut(to length: Int) throws(Diagnostic) {
    do throws(SystemError) {
      try System.cut(number, to: length)
      try System.flush(number)
    } catch { throw error.diagnostic("cannot be mended", path) }
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
