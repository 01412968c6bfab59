internal import Diagnostics

/// The end of what a plugin writes to standard error.
struct ErrorTail {
  private let limit: Int
  private(set) var bytes: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  mutating func append(_ more: ArraySlice<UInt8>) {
    bytes += more
    // Seldom, for each time all that is kept is moved.
    if bytes.count > 2 * limit { bytes.removeFirst(bytes.count - limit) }
  }

  /// The last of it on one line, printable; nil where nothing was written.
  var line: String? {
    let lines = String(decoding: bytes.suffix(limit), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { line in line.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard !lines.isEmpty else { return nil }
    let text = Diagnostic.printable(lines.joined(separator: " | "), limit: .max)
    let end = text.unicodeScalars.suffix(1500)
    return end.count < text.unicodeScalars.count ? "..." + String(end) : text
  }
}
