import CZlib

/// Packs bytes as programs do, for tests.
enum Packer {
  /// Bytes as a gzip file.
  static func gzip(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] { packed(bytes, 31, level) }

  /// Bytes as deflate has them in zip files.
  static func deflate(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] { packed(bytes, -15, level) }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(
      unsafe bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, UInt32($0.count)) })
  }

  private static func packed(_ bytes: [UInt8], _ window: Int32, _ level: Int32) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard
      unsafe deflateInit2_(
        &stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return [] }
    defer { _ = unsafe deflateEnd(&stream) }
    var result = [UInt8](
      repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
    let ended = unsafe bytes.withUnsafeBufferPointer { from in
      unsafe result.withUnsafeMutableBufferPointer { to in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: from.baseAddress)
        unsafe stream.avail_in = UInt32(from.count)
        unsafe stream.next_out = to.baseAddress
        unsafe stream.avail_out = UInt32(to.count)
        return unsafe CZlib.deflate(&stream, Z_FINISH)
      }
    }
    guard ended == Z_STREAM_END else { return [] }
    return Array(result.prefix(Int(unsafe stream.total_out)))
  }
}

/// A zip file that is written part by part, true or lying.
struct ZipPacker {
  /// A part, with what the file says of it where that is to differ from what is there.
  struct Part {
    var name: String
    var content: [UInt8]
    var isDeflated = true
    var method: Int?
    var flags = 0
    var nameInHead: String?
    var checksum: UInt32?
    var packedSize: Int?
    var unpackedSize: Int?
    /// Where the list says that the part begins.
    var place: Int?
    /// Whether the part's own head leaves the sizes to what follows the content.
    var isStreamed = false
  }

  var parts: [Part] = []
  var comment: [UInt8] = []
  /// What the end says where that is to differ from what is there.
  var count: Int?
  var disk = 0
  var listPlace: Int?
  /// Whether all numbers stand in the fields of 64 bits.
  var isLarge = false

  mutating func add(_ name: String, _ content: String, isDeflated: Bool = true) {
    parts.append(Part(name: name, content: Array(content.utf8), isDeflated: isDeflated))
  }

  func bytes() -> [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for part in parts { write(part, &file, &list) }
    let start = file.count
    file += list
    let said = listPlace ?? start
    if isLarge {
      let record = file.count
      file += Self.number(0x0606_4B50, 4) + Self.number(44, 8) + Self.number(0, 2)
      file += Self.number(45, 2) + Self.number(0, 8) + Self.number(parts.count, 8)
      file += Self.number(parts.count, 8) + Self.number(list.count, 8) + Self.number(said, 8)
      file += Self.number(0x0706_4B50, 4) + Self.number(0, 4) + Self.number(record, 8)
      file += Self.number(1, 4)
    }
    let count = isLarge ? 0xFFFF : count ?? parts.count
    file += Self.number(0x0605_4B50, 4) + Self.number(disk, 2) + Self.number(disk, 2)
    file += Self.number(count, 2) + Self.number(count, 2)
    file += Self.number(isLarge ? 0xFFFF_FFFF : list.count, 4)
    file += Self.number(isLarge ? 0xFFFF_FFFF : said, 4)
    return file + Self.number(comment.count, 2) + comment
  }

  private func write(_ part: Part, _ file: inout [UInt8], _ list: inout [UInt8]) {
    let content = part.isDeflated ? Packer.deflate(part.content) : part.content
    let (head, place) = (file.count, part.place ?? file.count)
    let method = part.method ?? (part.isDeflated ? 8 : 0)
    let flags = part.flags | (part.isStreamed ? 8 : 0)
    let checksum = Int(part.checksum ?? Packer.checksum(part.content))
    let (packed, unpacked) = (
      part.packedSize ?? content.count, part.unpackedSize ?? part.content.count
    )
    let common = Self.number(20, 2) + Self.number(flags, 2) + Self.number(method, 2)
    let sizes = { (a: Int, b: Int) in
      Self.number(0, 4) + Self.number(checksum, 4) + Self.number(a, 4) + Self.number(b, 4)
    }
    let ownName = Array((part.nameInHead ?? part.name).utf8)
    let ownSizes = part.isStreamed ? (0, 0) : (packed, unpacked)
    file += Self.number(0x0403_4B50, 4) + common + sizes(ownSizes.0, ownSizes.1)
    file += Self.number(ownName.count, 2) + Self.number(0, 2) + ownName + content
    if part.isStreamed {
      file += Self.number(0x0807_4B50, 4) + Self.number(checksum, 4)
      file += Self.number(packed, 4) + Self.number(unpacked, 4)
    }
    let name = Array(part.name.utf8)
    let extra =
      isLarge
      ? Self.number(1, 2) + Self.number(24, 2) + Self.number(unpacked, 8) + Self.number(packed, 8)
        + Self.number(head, 8) : []
    let full = 0xFFFF_FFFF
    list += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common
    list += isLarge ? sizes(full, full) : sizes(packed, unpacked)
    list += Self.number(name.count, 2) + Self.number(extra.count, 2) + Self.number(0, 2)
    list += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
    list += Self.number(isLarge ? full : place, 4) + name + extra
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
