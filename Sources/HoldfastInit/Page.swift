import Diagnostics

/// The lines of a description as they are written, with its questions numbered as they come.
struct Page {
  private(set) var lines: [String] = []
  /// How many questions were asked, and how many of them keep the files from being read.
  private(set) var questions = 0
  /// How many of them must be answered before the files can be read.
  private(set) var blockers = 0
  private var depth = 0

  /// The place of an answer that somebody has to give; no reader takes it for a value.
  static let answer = "ANSWER_ME"
  private static let width = 98

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func add(_ line: String) {
    lines.append(line.isEmpty ? "" : margin + line)
  }

  /// Adds lines that stand further in.
  mutating func inside(_ body: (inout Page) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// A remark.
  mutating func note(_ text: String) { comment(text, first: "# ") }

  /// A question; `blocks` where no file can be read before it is answered.
  mutating func ask(_ text: String, blocks: Bool = false) {
    questions += 1
    if blocks { blockers += 1 }
    comment("QUESTION \(questions)\(blocks ? " (must be answered)" : ""): \(text)", first: "# ")
  }

  private var margin: String { String(repeating: "  ", count: depth) }

  /// A comment over as many lines as it takes; nothing in it can end it.
  private mutating func comment(_ text: String, first: String) {
    var line = margin + first
    var isEmpty = true
    for word in Diagnostic.printable(text, limit: 4000).split(separator: " ") {
      if !isEmpty, line.count + word.count + 1 > Self.width {
        lines.append(line)
        line = margin + "#   "
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
  }
}
