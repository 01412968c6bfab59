import Diagnostics

/// The content of a file from its beginning to its end: its bytes, or what they unpack to where the
/// file is gzipped, which its first two bytes tell.
final class ByteStream {
  /// Is shown bytes as they are on the disk.
  typealias Observer = (ArraySlice<UInt8>) -> Void

  let file: OpenFile
  /// Whether the file is gzipped.
  let isGzipped: Bool
  /// How many bytes of the file were read since the beginning.
  private(set) var bytesRead: Int64 = 0
  private var gzip: GzipStream?

  /// Opens a file.
  convenience init(_ path: String, shownAs: String) throws(Diagnostic) {
    try self.init(OpenFile(path, shownAs: shownAs))
  }

  /// The content of a file of which nothing was read yet.
  init(_ file: OpenFile) throws(Diagnostic) {
    self.file = file
    isGzipped = try file.bytes(2, at: 0) == [0x1F, 0x8B]
    gzip = isGzipped ? try GzipStream(file: file.shownAs) : nil
  }

  /// Fills `buffer` from `offset` on; fewer bytes than fit only at the end of the content. `observe`
  /// is shown the bytes of the file that were read for it.
  func fill(
    _ buffer: inout [UInt8], from offset: Int = 0, observing observe: Observer? = nil
  ) throws(Diagnostic) -> Int {
    guard let gzip else {
      let count = try file.fill(&buffer, from: offset)
      note(buffer[offset..<offset + count], observe)
      return count
    }
    return try gzip.fill(&buffer, from: offset) { (packed: inout [UInt8]) throws(Diagnostic) in
      let count = try file.fill(&packed, from: 0)
      note(packed[..<count], observe)
      return count
    }
  }

  /// Goes back to the beginning.
  func rewind() throws(Diagnostic) {
    try file.rewind()
    bytesRead = 0
    gzip = isGzipped ? try GzipStream(file: file.shownAs) : nil
  }

  /// Throws where the file changed since it was opened, or was not read to its end.
  func checkUnchanged() throws(Diagnostic) { try file.checkUnchanged(bytesRead: bytesRead) }

  private func note(_ bytes: ArraySlice<UInt8>, _ observe: Observer?) {
    bytesRead += Int64(bytes.count)
    if !bytes.isEmpty { observe?(bytes) }
  }
}
