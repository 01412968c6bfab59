import Diagnostics

/// Text in lines that fit a terminal.
enum Layout {
  /// Breaks a text into lines of at most `width` cells, each after an indentation; words longer
  /// than a line stay whole. Control characters are shown as escapes, so that data cannot drive
  /// the terminal.
  static func wrapped(_ text: String, indent: Int, width: Int = 80) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var used = 0
    let shown = Diagnostic.printable(text, limit: 4000)
    let isPlain = shown.unicodeScalars.allSatisfy { $0.isLatinSign || $0 == "\t" }
    for word in isPlain ? plainWords(shown) : words(shown) {
      let size = isPlain ? word.unicodeScalars.count : cells(word)
      if used > 0, indent + used + 1 + size > width {
        lines.append(margin + line)
        (line, used) = ("", 0)
      } else if used > 0 {
        line += " "
        used += 1
      }
      line += String(word)
      used += size
    }
    if used > 0 { lines.append(margin + line) }
    return lines
  }

  /// The words of a text. A blank under a combining mark is none that parts words, for which
  /// letters must be put together.
  private static func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\t" }
  }

  /// The words of a text of Latin letters and signs, none of which is such a mark.
  private static func plainWords(_ text: String) -> [Substring] {
    text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map(Substring.init)
  }

  /// How many cells of a terminal a text takes.
  static func cells(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.cells }
  }
}
