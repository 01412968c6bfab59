import Diagnostics

/// Reads the list of parts at the end of a zip file.
struct ZipDirectory {
  /// More than any workbook has.
  static let mostEntries = 10_000
  static let largest: Int64 = 16 << 20

  private let bytes: ArchiveBytes
  private let file: String

  init(_ bytes: ArchiveBytes, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The parts in the order of the list, and where the list begins.
  func entries() throws(Diagnostic) -> (entries: [ZipEntry], start: Int64) {
    let end = try end()
    let list = LittleEndian(try bytes.bytes(Int(end.size), at: end.start))
    do throws(ZipMessage) {
      var entries: [ZipEntry] = []
      var offset = 0
      for _ in 0..<end.count {
        let (entry, length) = try Self.entry(list, offset)
        if let entry { entries.append(entry) }
        offset += length
      }
      guard offset == list.count else { throw .damaged("the list of its parts is too long") }
      return (entries, end.start)
    } catch {
      throw error.diagnostic(file)
    }
  }

  private struct End {
    var count: Int64
    var size: Int64
    var start: Int64
    /// Where the record stands that says so.
    var place: Int64
  }

  private func end() throws(Diagnostic) -> End {
    // The record has 22 bytes and a comment of at most 65,535, which ends the file.
    let tail = min(bytes.size, 22 + 65_535)
    let tailStart = bytes.size - tail
    let last = LittleEndian(try bytes.bytes(Int(tail), at: tailStart))
    do throws(ZipMessage) {
      guard let offset = Self.lastRecord(last) else { throw .noEnd }
      var end = try Self.end(last, offset, at: tailStart + Int64(offset))
      if let large = try largeEnd(before: end.place) { end = large }
      guard end.count <= Self.mostEntries else { throw .tooManyEntries(Int(end.count)) }
      guard end.size <= Self.largest, end.start <= end.place, end.size == end.place - end.start
      else { throw .damaged("the list of its parts is not where it should be") }
      return end
    } catch {
      throw error.diagnostic(file)
    }
  }

  private static func lastRecord(_ bytes: LittleEndian) -> Int? {
    var offset = bytes.count - 22
    while offset >= 0 {
      if bytes.has([0x50, 0x4B, 5, 6], at: offset),
        bytes.short(offset + 20) == bytes.count - offset - 22
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  private static func end(
    _ bytes: LittleEndian, _ offset: Int, at place: Int64
  ) throws(ZipMessage) -> End {
    guard let disk = bytes.short(offset + 4), let listDisk = bytes.short(offset + 6),
      let here = bytes.short(offset + 8), let count = bytes.short(offset + 10),
      let size = bytes.word(offset + 12), let start = bytes.word(offset + 16)
    else { throw .noEnd }
    guard disk == listDisk, disk == 0 || disk == 0xFFFF, here == count else { throw .severalDisks }
    return End(count: Int64(count), size: size, start: start, place: place)
  }

  /// The record that programs write before the end where 32 bits might not do; nil where none is.
  private func largeEnd(before place: Int64) throws(ZipMessage) -> End? {
    guard let locator = try? LittleEndian(bytes.bytes(20, at: place - 20)),
      locator.has([0x50, 0x4B, 6, 7], at: 0), let start = locator.long(8)
    else { return nil }
    guard let record = try? LittleEndian(bytes.bytes(56, at: start)),
      record.has([0x50, 0x4B, 6, 6], at: 0), let length = record.long(4),
      let (here, count) = record.long(24).flatMap({ a in record.long(32).map { (a, $0) } }),
      let size = record.long(40), let list = record.long(48)
    else { throw .damaged("the list of its parts is not where it should be") }
    guard record.word(16) == 0, record.word(20) == 0, here == count else { throw .severalDisks }
    guard length <= 1 << 16, start + 12 + length == place - 20 else {
      throw .damaged("the list of its parts is not where it should be")
    }
    return End(count: count, size: size, start: list, place: start)
  }

  /// One part and the length of what the list says of it; nil for a folder.
  private static func entry(
    _ list: LittleEndian, _ offset: Int
  ) throws(ZipMessage) -> (ZipEntry?, Int) {
    guard list.has([0x50, 0x4B, 1, 2], at: offset), let flags = list.short(offset + 8),
      let method = list.short(offset + 10), let checksum = list.number(offset + 16, 4),
      let packed = list.word(offset + 20), let unpacked = list.word(offset + 24),
      let nameLength = list.short(offset + 28), let extraLength = list.short(offset + 30),
      let commentLength = list.short(offset + 32), let disk = list.short(offset + 34),
      let head = list.word(offset + 42), let nameBytes = list.slice(offset + 46, nameLength),
      let extra = list.slice(offset + 46 + nameLength, extraLength),
      list.slice(offset + 46 + nameLength + extraLength, commentLength) != nil
    else { throw .damaged("the list of its parts breaks off") }
    let length = 46 + nameLength + extraLength + commentLength
    guard let name = String(validating: nameBytes, as: UTF8.self) else {
      throw .badName(String(decoding: nameBytes, as: UTF8.self))
    }
    guard ZipEntry.isSafe(name) else { throw .badName(name) }
    let sizes = try large(extra, [unpacked, packed, head], name)
    if name.hasSuffix("/"), sizes[0] == 0 { return (nil, length) }
    guard disk == 0 || disk == 0xFFFF else { throw .severalDisks }
    guard flags & 0x2041 == 0 else { throw .password }
    guard method == 0 || method == 8 else { throw .method(method, name: name) }
    guard method == 8 || sizes[0] == sizes[1] else { throw .disagrees(name) }
    return (
      ZipEntry(
        name: name, isDeflated: method == 8, checksum: UInt32(truncatingIfNeeded: checksum),
        packed: sizes[1], unpacked: sizes[0], head: sizes[2]), length
    )
  }

  /// Puts the 64-bit numbers of the extra field where the 32-bit ones are full.
  private static func large(
    _ extra: ArraySlice<UInt8>, _ numbers: [Int64], _ name: String
  ) throws(ZipMessage) -> [Int64] {
    guard numbers.contains(0xFFFF_FFFF) else { return numbers }
    let fields = LittleEndian(Array(extra))
    var offset = 0
    while let id = fields.short(offset), let size = fields.short(offset + 2) {
      offset += 4
      guard id == 1 else {
        offset += size
        continue
      }
      var result = numbers
      for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
        guard let number = fields.long(offset) else { throw .disagrees(name) }
        result[index] = number
        offset += 8
      }
      return result
    }
    return numbers
  }
}
