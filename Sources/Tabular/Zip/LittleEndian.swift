/// Reads the numbers of a zip file, least byte first.
struct LittleEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// A number of so many bytes, at most 8; nil where the bytes end before it does.
  func number(_ offset: Int, _ width: Int) -> UInt64? {
    guard offset >= 0, width <= 8, offset <= bytes.count - width else { return nil }
    var value: UInt64 = 0
    for index in (offset..<offset + width).reversed() { value = value << 8 | UInt64(bytes[index]) }
    return value
  }

  /// A number of 2 bytes.
  func short(_ offset: Int) -> Int? { number(offset, 2).map { Int($0) } }
  /// A number of 4 bytes.
  func word(_ offset: Int) -> Int64? { number(offset, 4).map { Int64($0) } }
  /// A number of 8 bytes that is no larger than a file can be.
  func long(_ offset: Int) -> Int64? { number(offset, 8).flatMap { Int64(exactly: $0) } }

  /// Whether these bytes stand at an offset.
  func has(_ wanted: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset <= bytes.count - wanted.count
      && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
  }

  /// The bytes from an offset on; nil where there are fewer.
  func slice(_ offset: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
    return bytes[offset..<offset + count]
  }
}
