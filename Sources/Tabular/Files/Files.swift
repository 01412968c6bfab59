public import Diagnostics
import Glibc

/// The file system as the rest of the program needs it: whole small files, folders, patterns.
public enum Files {
  /// Whether a path leads to something that may be looked at.
  public static func exists(_ path: String) -> Bool { (try? System.status(at: path)) != nil }

  /// Whether a path leads to a folder.
  public static func isDirectory(_ path: String) -> Bool {
    guard let status = try? System.status(at: path) else { return false }
    return FileKind(status) == .directory
  }

  /// Whether a path leads to a file.
  public static func isFile(_ path: String) -> Bool {
    guard let status = try? System.status(at: path) else { return false }
    return FileKind(status) == .regular
  }

  /// The names in a folder, sorted, without those that begin with a dot.
  public static func names(in folder: String) throws(Diagnostic) -> [String] {
    do throws(SystemError) {
      return try System.names(in: folder).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw error.diagnostic("the folder cannot be looked into", folder)
    }
  }

  /// The stamp of a file, for telling later whether it is still the same.
  public static func stamp(of path: String, shownAs: String) throws(Diagnostic) -> FileStamp {
    do throws(SystemError) { return FileStamp(try System.status(at: path)) } catch {
      throw error.diagnostic("the file cannot be looked at", shownAs)
    }
  }

  /// The names in a folder, sorted by their bytes, hidden ones included.
  public static func entries(of folder: String, shownAs: String) throws(Diagnostic) -> [String] {
    do throws(SystemError) { return try System.names(in: folder).sorted(by: bytesPrecede) } catch {
      throw error.diagnostic("the folder cannot be read", shownAs)
    }
  }

  /// A whole file of at most `limit` bytes. Throws where it is no regular file, cannot be read, is
  /// larger, or changes meanwhile.
  public static func readAll(
    _ path: String, shownAs: String, limit: Int
  ) throws(Diagnostic) -> [UInt8] {
    let file = try OpenFile(path, shownAs: shownAs)
    guard file.stamp.size <= Int64(limit) else {
      throw Diagnostic(
        .error, "the file has \(file.stamp.size) bytes, more than the \(limit) that are allowed",
        at: .file(shownAs), help: "check that it is the file you mean, or split it")
    }
    var bytes = [UInt8](repeating: 0, count: Int(file.stamp.size) + 1)
    let count = try file.fill(&bytes, from: 0)
    try file.checkUnchanged(bytesRead: Int64(count))
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

extension Files {
  /// Shows all bytes of a file in order, block by block, and says what the system knows of it.
  /// Throws where it is no regular file, cannot be read, or changes meanwhile.
  public static func read(
    _ path: String, shownAs: String, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(Diagnostic) -> FileStamp {
    let file = try OpenFile(path, shownAs: shownAs)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var total: Int64 = 0
    while true {
      let count = try file.fill(&block, from: 0)
      guard count > 0 else { break }
      body(block[..<count])
      total += Int64(count)
    }
    try file.checkUnchanged(bytesRead: total)
    return file.stamp
  }

  /// The path that leads to the same without links; nil where there is nothing.
  public static func realPath(_ path: String) -> String? { try? System.resolved(path) }

  /// Makes a folder that only its owner may look into, where there is none yet.
  public static func makeOwnFolder(_ path: String) throws(Diagnostic) {
    try makeFolder(path, mode: 0o700)
  }

  /// Makes a folder, where there is none yet.
  public static func makeFolder(_ path: String) throws(Diagnostic) {
    try makeFolder(path, mode: 0o777)
  }

  private static func makeFolder(_ path: String, mode: UInt32) throws(Diagnostic) {
    guard !exists(path) else { return }
    do throws(SystemError) { try System.makeFolder(path, mode: mode) } catch {
      guard error.code != EEXIST else { return }
      throw error.diagnostic("the folder cannot be made", path)
    }
  }

  /// Whether a folder is this user's, and nobody else may put files into it.
  public static func isOwnFolder(_ path: String) -> Bool {
    guard let status = try? System.status(at: path) else { return false }
    return FileKind(status) == .directory && status.st_uid == System.userNumber
      && status.st_mode & 0o022 == 0
  }

  /// Whether others than its owner may read or write a file.
  public static func isOpenToOthers(_ path: String) -> Bool {
    guard let status = try? System.status(at: path) else { return false }
    return status.st_mode & 0o077 != 0
  }

  /// Removes a file, if it is there.
  public static func remove(_ path: String) { System.remove(path) }
}

/// The order of texts by their bytes, the same on every machine.
func bytesPrecede(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
