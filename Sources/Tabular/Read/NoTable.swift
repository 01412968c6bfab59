/// What a file seems to be that is no table of separated values.
enum NoTable {
  /// A web page, or a spreadsheet that was saved as one.
  case markup
  /// UTF-16 without a byte order mark.
  case utf16
  /// A document for printing.
  case pdf

  /// Judges a file by its first letters.
  static func of(_ beginning: Span<UInt8>) -> NoTable? {
    let count = min(beginning.count, 1024)
    var letters: [UInt8] = []
    for index in 0..<count { letters.append(beginning[index]) }
    if letters.count >= 4, [0, 1].contains(where: { start in isZero(letters, from: start) }) {
      return .utf16
    }
    if letters.starts(with: "%PDF-".utf8) { return .pdf }
    let text = letters.drop { $0 <= 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let tags = ["<!doctype html", "<html", "<table", "<head", "<body", "<?xml"]
    return tags.contains { text.starts(with: $0.utf8) } ? .markup : nil
  }

  /// Whether every other byte is zero and the rest are not.
  private static func isZero(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes.prefix(64).indices.allSatisfy { (bytes[$0] == 0) == ($0 % 2 == start) }
  }
}
