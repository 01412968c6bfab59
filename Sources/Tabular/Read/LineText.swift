/// The beginning of one line of a file, read again so that a message can show it.
enum LineText {
  /// How many bytes of a line are kept: enough for 200 letters of any kind.
  private static let kept = 800

  /// The first 200 letters of a line, as far as the file can be read; nil where nothing stands
  /// there.
  static func of(_ line: Int, path: String, encoding: TextEncoding) -> String? {
    guard var text = try? TextBlocks(path, shownAs: path, encoding: encoding) else { return nil }
    var left = line - 1
    var bytes: [UInt8] = []
    while (try? text.advance(nil)) == true {
      var index = 0
      while left > 0, index < text.count {
        if text.block[index] == 0x0A { left -= 1 }
        index += 1
      }
      guard left == 0 else { continue }
      let rest = text.block[index..<text.count].prefix(kept - bytes.count)
      let end = rest.firstIndex(of: 0x0A)
      bytes += end.map { rest[..<$0] } ?? rest
      if end != nil || bytes.count == kept { break }
    }
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(200))
    let shown = Blanks.trimmed(String(letters))
    return shown.isEmpty ? nil : shown
  }
}
