import Diagnostics
import Glibc

/// A regular file that is open for reading, closed when the value ends.
final class OpenFile: Sendable {
  /// What messages call it.
  let shownAs: String
  /// Its stamp when it was opened.
  let stamp: FileStamp
  private let path: String
  private let number: Int32

  /// Opens a regular file; anything else (a folder, a pipe, a device) is refused, because its
  /// content cannot be read twice.
  init(_ path: String, shownAs: String) throws(Diagnostic) {
    let status: stat
    (self.path, self.shownAs) = (path, shownAs)
    do throws(SystemError) {
      (number, status) = try System.openForReading(path)
    } catch {
      throw error.diagnostic(
        "the file cannot be read", shownAs,
        help: error.code == ENOENT
          ? "check the spelling: a path starts at the folder that the command runs in" : nil)
    }
    stamp = FileStamp(status)
    try refuseUnlessRegular(FileKind(status))
  }

  deinit { System.closeFile(number) }

  private func refuseUnlessRegular(_ kind: FileKind) throws(Diagnostic) {
    switch kind {
    case .regular: return
    case .directory:
      throw Diagnostic(
        .error, "this is a folder, not a file", at: .file(shownAs),
        help: "name the files in it, for instance '\(shownAs)/*.csv'")
    case .other(let what):
      throw Diagnostic(
        .error, "this is \(what), not a file", at: .file(shownAs),
        help: "save its content to a file first")
    }
  }

  /// Fills `buffer` from `offset` on; fewer bytes than fit only at the end of the file.
  func fill(_ buffer: inout [UInt8], from offset: Int) throws(Diagnostic) -> Int {
    var filled = offset
    do throws(SystemError) {
      while filled < buffer.count {
        let count = try System.read(number, into: &buffer, at: filled)
        if count == 0 { break }
        filled += count
      }
    } catch {
      throw error.diagnostic("the file cannot be read to its end", shownAs)
    }
    return filled - offset
  }

  /// The bytes at a place in the file, from 0; fewer than `count` only at its end. Where `fill` goes
  /// on is not moved.
  func bytes(_ count: Int, at place: Int64) throws(Diagnostic) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    var filled = 0
    do throws(SystemError) {
      while filled < count {
        let more = try System.read(
          number, at: place + Int64(filled), into: &buffer, from: filled)
        if more == 0 { break }
        filled += more
      }
    } catch {
      throw error.diagnostic("the file cannot be read to its end", shownAs)
    }
    buffer.removeLast(count - filled)
    return buffer
  }

  /// Reads so many bytes at a place in the file into a buffer from `offset` on; fewer only at its
  /// end.
  func read(
    _ count: Int, at place: Int64, into buffer: RawBuffer, from offset: Int
  ) throws(SystemError) -> Int {
    try System.read(number, count, at: place, into: buffer, from: offset)
  }

  /// Goes back to the beginning.
  func rewind() throws(Diagnostic) {
    do throws(SystemError) { try System.rewind(number) } catch {
      throw error.diagnostic("the file cannot be read again", shownAs)
    }
  }

  /// Throws where somebody wrote to the file, or put another in its place, since it was opened.
  func checkUnchanged(bytesRead: Int64) throws(Diagnostic) {
    let now = try? FileStamp(System.status(of: number))
    let there = try? FileStamp(System.status(at: path))
    if let now, let there, now.sameContent(as: stamp), there.sameContent(as: stamp),
      bytesRead == stamp.size
    {
      return
    }
    throw Diagnostic(
      .error, "the file changed while it was read", at: .file(shownAs),
      help: "run again when nothing writes to it")
  }
}
