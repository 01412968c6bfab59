import Crypto

/// A file that says what it is and whether it is whole: a line with a name and a version, the length
/// of the content, the content, and a digest of all that.
struct SealedFile {
  /// The first word of the file.
  let name: String
  /// The version of the content.
  let version: Int
  /// What messages call such a file.
  let kind: String

  private static let digestSize = 32

  /// The bytes of a file with a content.
  func sealed(_ content: [UInt8]) -> [UInt8] {
    let length = UInt64(content.count)
    var bytes = Array("\(name) \(version)\n".utf8)
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    bytes += content
    return bytes + SHA256.hash(data: bytes)
  }

  /// Where the content of a file stands.
  func content(of bytes: [UInt8]) throws(TallyDamage) -> Range<Int> {
    let start = try start(of: bytes)
    guard bytes.count >= start + 8 + Self.digestSize else { throw TallyDamage("ends too early") }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << (8 * $1) }
    guard length == UInt64(bytes.count - start - 8 - Self.digestSize) else {
      throw TallyDamage("is not as long as it says")
    }
    let end = bytes.count - Self.digestSize
    guard Array(SHA256.hash(data: bytes[..<end])) == Array(bytes[end...]) else {
      throw TallyDamage("was changed after it was written: its digest differs")
    }
    return start + 8..<end
  }

  /// Where the first line ends, which says the version.
  private func start(of bytes: [UInt8]) throws(TallyDamage) -> Int {
    let word = Array("\(name) ".utf8)
    guard bytes.starts(with: word) else { throw TallyDamage("is no \(kind) of Holdfast") }
    let digits = bytes[word.count...].prefix(10).prefix { $0 != UInt8(ascii: "\n") }
    guard let found = Int(String(decoding: digits, as: UTF8.self)), digits.count < 10 else {
      throw TallyDamage("ends too early")
    }
    guard found == version else {
      throw TallyDamage(
        "is written in version \(found) of the format, and this Holdfast knows \(version)")
    }
    return word.count + digits.count + 1
  }
}
