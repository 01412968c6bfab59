/// A part of a zip file, as its directory has it.
struct ZipEntry {
  let name: String
  /// Whether the content is packed by deflate, else it stands there as it is.
  let isDeflated: Bool
  let checksum: UInt32
  /// The length of the content, packed and unpacked.
  let packed: Int64
  let unpacked: Int64
  /// Where its own head stands in the file.
  let head: Int64
  /// Where its content stands; set when its own head was read.
  var content: Range<Int64> = 0..<0

  /// Names of parts are equal where they are but for ASCII letter case.
  static func key(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether a name stays inside the package and can only be read in one way.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1024, !name.hasPrefix("/"),
      !name.utf8.contains(where: { $0 == 0x5C || $0 < 0x20 || $0 == 0x3A })
    else { return false }
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    return !steps.contains("..") && !steps.contains(".") && !steps.dropLast().contains("")
  }
}
