import Diagnostics

/// A zip file of which every part was found where the list of parts says, apart from all others.
struct ZipArchive {
  let file: String
  private let bytes: ArchiveBytes
  private let parts: [String: ZipEntry]

  /// Looks at the list of parts and at the head of each, and at no content.
  init(_ bytes: ArchiveBytes, file: String) throws(Diagnostic) {
    self.bytes = bytes
    self.file = file
    let (listed, end) = try ZipDirectory(bytes, file: file).entries()
    var found: [ZipEntry] = []
    for entry in listed { found.append(try Self.located(entry, before: end, bytes, file)) }
    do throws(ZipMessage) {
      try Self.refuseOverlaps(found)
      parts = try Self.byName(found)
    } catch {
      throw error.diagnostic(file)
    }
  }

  /// A part by its name; nil where there is none.
  func entry(_ name: String) -> ZipEntry? { parts[ZipEntry.key(name)] }

  /// The names of all parts, sorted.
  var names: [String] { parts.values.map(\.name).sorted(by: bytesPrecede) }

  /// The content of a part, of at most `limit` bytes.
  func open(_ entry: ZipEntry, limit: Int64) throws(Diagnostic) -> ZipStream {
    try ZipStream(entry, bytes, file: file, limit: limit)
  }

  /// Finds the content behind a part's own head, which must say what the list says.
  private static func located(
    _ entry: ZipEntry, before end: Int64, _ bytes: ArchiveBytes, _ file: String
  ) throws(Diagnostic) -> ZipEntry {
    let name = Array(entry.name.utf8)
    let head = LittleEndian(try bytes.bytes(30 + name.count, at: entry.head))
    let wrong = ZipMessage.disagrees(entry.name).diagnostic(file)
    guard head.has([0x50, 0x4B, 3, 4], at: 0), let flags = head.short(6),
      let method = head.short(8), let packed = head.word(18), let unpacked = head.word(22),
      head.short(26) == name.count, let extra = head.short(28), head.has(name, at: 30),
      flags & 0x2041 == 0, method == (entry.isDeflated ? 8 : 0)
    else { throw wrong }
    // With bit 3 the sizes follow the content; with 64 bits they stand in the extra field.
    for (said, listed) in [(packed, entry.packed), (unpacked, entry.unpacked)] {
      let isElsewhere = said == 0xFFFF_FFFF || (flags & 8 != 0 && said == 0)
      guard said == listed || isElsewhere else { throw wrong }
    }
    let start = entry.head + Int64(30 + name.count + extra)
    guard start <= end, entry.packed <= end - start else { throw wrong }
    var entry = entry
    entry.content = start..<start + entry.packed
    return entry
  }

  private static func refuseOverlaps(_ entries: [ZipEntry]) throws(ZipMessage) {
    var taken: Int64 = 0
    for entry in entries.sorted(by: { $0.head < $1.head }) {
      guard entry.head >= taken else { throw .overlap(entry.name) }
      taken = entry.content.upperBound
    }
  }

  private static func byName(_ entries: [ZipEntry]) throws(ZipMessage) -> [String: ZipEntry] {
    var result: [String: ZipEntry] = [:]
    for entry in entries {
      guard result.updateValue(entry, forKey: ZipEntry.key(entry.name)) == nil else {
        throw .twice(entry.name)
      }
    }
    return result
  }
}
