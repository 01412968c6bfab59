import Diagnostics

/// The unpacked content of one part of a zip file, held to its length and checksum at the end.
final class ZipStream {
  private let entry: ZipEntry
  private let bytes: ArchiveBytes
  private let file: String
  private let limit: Int64
  private let inflater: Inflater?
  private var place: Int64
  private var input: [UInt8] = []
  /// What is left of the input.
  private var left = 0..<0
  private var ratio = UnpackLimit()
  private var checksum = CRC32()
  private var isAtEnd = false

  init(
    _ entry: ZipEntry, _ bytes: ArchiveBytes, file: String, limit: Int64
  ) throws(Diagnostic) {
    guard entry.unpacked <= limit else {
      throw ZipMessage.tooLargeEntry(entry.name, limit: limit).diagnostic(file)
    }
    (self.entry, self.bytes, self.file, self.limit) = (entry, bytes, file, limit)
    place = entry.content.lowerBound
    do throws(Inflater.Fault) { inflater = entry.isDeflated ? try Inflater(.none) : nil } catch {
      throw ZipMessage.noMemory.diagnostic(file)
    }
  }

  /// Fills a buffer; fewer bytes than fit only at the end of the content, which was then found to
  /// be whole.
  func fill(_ buffer: inout [UInt8]) throws(Diagnostic) -> Int {
    var filled = 0
    while filled < buffer.count, !isAtEnd {
      if left.isEmpty { try refill() }
      let (before, start) = (left.count, filled)
      do throws(ZipMessage) {
        isAtEnd = try unpack(into: &buffer, &filled)
        try count(before - left.count, filled - start)
        checksum.add(buffer.span.extracting(start..<filled))
        if isAtEnd { try checkEnd() }
      } catch {
        throw error.diagnostic(file)
      }
    }
    return filled
  }

  private func refill() throws(Diagnostic) {
    let count = min(64 << 10, entry.content.upperBound - place)
    input = try bytes.bytes(Int(count), at: place)
    place += Int64(input.count)
    left = 0..<input.count
  }

  private func unpack(
    into buffer: inout [UInt8], _ filled: inout Int
  ) throws(ZipMessage) -> Bool {
    guard let inflater else { return copy(into: &buffer, &filled) }
    let (before, start) = (left.count, filled)
    do throws(Inflater.Fault) {
      let isEnd = try inflater.step(input, &left, into: &buffer, &filled)
      // The last of the content may come after the last of the input.
      guard isEnd || before > 0 || filled > start else {
        throw .damaged("it breaks off")
      }
      return isEnd
    } catch {
      switch error {
      case .noMemory: throw .noMemory
      case .damaged(let why): throw .damaged("its part '\(entry.name)' cannot be unpacked (\(why))")
      }
    }
  }

  private func copy(into buffer: inout [UInt8], _ filled: inout Int) -> Bool {
    let count = min(left.count, buffer.count - filled)
    for index in 0..<count { buffer[filled + index] = input[left.lowerBound + index] }
    left = (left.lowerBound + count)..<left.upperBound
    filled += count
    return left.isEmpty && place >= entry.content.upperBound
  }

  private func count(_ packed: Int, _ unpacked: Int) throws(ZipMessage) {
    guard ratio.count(packed: packed, unpacked: unpacked) else { throw .tooMuch(entry.name) }
    guard ratio.unpacked <= limit else { throw .tooLargeEntry(entry.name, limit: limit) }
    guard ratio.unpacked <= entry.unpacked else { throw .disagrees(entry.name) }
  }

  private func checkEnd() throws(ZipMessage) {
    guard ratio.unpacked == entry.unpacked, ratio.packed == entry.packed else {
      throw .disagrees(entry.name)
    }
    guard checksum.value == entry.checksum else { throw .checksum(entry.name) }
  }
}
