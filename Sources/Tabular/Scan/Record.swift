/// A split record: the bytes of its fields one after another, without quotes, and where each ends.
///
/// One record is filled again and again while a file is read, so that no field costs memory of
/// its own.
public struct Record: Sendable {
  /// The line of the file on which the record begins, from 1.
  public internal(set) var line = 1
  /// Where each field ends in `bytes`.
  public internal(set) var ends: [Int] = []
  /// Room for the bytes; the first `used` of them count.
  var storage: [UInt8] = []
  var used = 0

  /// A record without fields.
  public init() {}

  /// How many fields there are.
  public var fieldCount: Int { ends.count }

  /// The bytes of all fields, UTF-8.
  public var bytes: ArraySlice<UInt8> { storage[..<used] }

  /// The bytes of a field, UTF-8; nil where there are fewer fields.
  public func field(_ index: Int) -> ArraySlice<UInt8>? {
    ends.indices.contains(index) ? storage[range(index)] : nil
  }

  /// The record as bytes that are the same wherever its cells are: every cell in double quotes,
  /// commas between. For digests, and for an order among rows.
  public func canonicalBytes() -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var result: [UInt8] = []
    result.reserveCapacity(used + 3 * ends.count)
    for index in ends.indices {
      if index > 0 { result.append(UInt8(ascii: ",")) }
      result.append(quote)
      for byte in storage[range(index)] {
        if byte == quote { result.append(quote) }
        result.append(byte)
      }
      result.append(quote)
    }
    return result
  }

  /// Where a field's bytes stand; `index` must be below `fieldCount`.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Whether no cell has any content, as in a line of delimiters alone.
  var isBlank: Bool { Blanks.trimmed(storage.span, 0..<used).isEmpty }

  mutating func clear(line: Int) {
    self.line = line
    used = 0
    ends.removeAll(keepingCapacity: true)
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) {
    let missing = used + count - storage.count
    if missing > 0 { storage.append(contentsOf: repeatElement(0, count: missing)) }
  }

  mutating func append(_ byte: UInt8) {
    storage[used] = byte
    used += 1
  }
}
