import Diagnostics

/// Bytes that may be read in any order: a file's, or what a gzipped file unpacks to.
enum ArchiveBytes {
  case file(OpenFile)
  case memory([UInt8])

  /// The largest file that is read, and the largest content that is unpacked into memory for it.
  static let largestFile: Int64 = 1 << 30
  static let largestUnpacked = 256 << 20

  /// The bytes of a file, unpacked where it is gzipped. `observe` is shown the bytes of the file.
  init(_ file: OpenFile, observing observe: ByteStream.Observer?) throws(Diagnostic) {
    guard file.stamp.size <= Self.largestFile else {
      throw ZipMessage.tooLarge(Self.largestFile).diagnostic(file.shownAs)
    }
    let stream = try ByteStream(file)
    if stream.isGzipped {
      self = .memory(try Self.unpacked(stream, observe))
    } else {
      var buffer = [UInt8](repeating: 0, count: observe == nil ? 0 : 256 << 10)
      while try stream.fill(&buffer, observing: observe) > 0 {}
      self = .file(file)
    }
  }

  var size: Int64 {
    switch self {
    case .file(let file): file.stamp.size
    case .memory(let bytes): Int64(bytes.count)
    }
  }

  /// The bytes at a place; fewer than `count` only at the end.
  func bytes(_ count: Int, at place: Int64) throws(Diagnostic) -> [UInt8] {
    guard count > 0, place >= 0, place < size else { return [] }
    let some = Int(min(Int64(count), size - place))
    switch self {
    case .file(let file): return try file.bytes(some, at: place)
    case .memory(let bytes): return Array(bytes[Int(place)..<Int(place) + some])
    }
  }

  private static func unpacked(
    _ stream: ByteStream, _ observe: ByteStream.Observer?
  ) throws(Diagnostic) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = try stream.fill(&buffer, observing: observe)
      all += buffer[..<count]
      guard all.count <= largestUnpacked else {
        throw ZipMessage.tooLargeUnpacked(largestUnpacked).diagnostic(stream.file.shownAs)
      }
      if count < buffer.count { return all }
    }
  }
}
