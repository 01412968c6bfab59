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
    for word in shown.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      let size = cells(word)
      if used > 0, indent + used + 1 + size > width {
        lines.append(margin + line)
        (line, used) = (String(word), size)
      } else {
        line += (used > 0 ? " " : "") + word
        used += (used > 0 ? 1 : 0) + size
      }
    }
    if used > 0 { lines.append(margin + line) }
    return lines
  }

  /// How many cells of a terminal a text takes.
  static func cells(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.cells }
  }
}
