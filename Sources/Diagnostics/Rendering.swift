extension Diagnostic {
  /// The diagnostic as a person reads it: place, message, the line with a caret, what to do.
  public func rendered() -> String {
    switch place {
    case .span(let span): return atSpan(span)
    case .file(let path): return "\(Self.safe(path)): \(words)\n" + helpLine
    case .record(let file, let line, let column, let shown):
      return atRecord(file, line, column, shown)
    case .none: return words + "\n" + helpLine
    }
  }

  private var words: String { "\(severity.rawValue): \(Self.safe(message))" }
  private var helpLine: String { help.map { "  help: \(Self.safe($0))\n" } ?? "" }

  /// Names and messages quote what strangers wrote.
  private static func safe(_ text: String) -> String { printable(text, limit: 2000) }

  private func atSpan(_ span: SourceSpan) -> String {
    let start = span.start
    let text = span.source.line(start.line)
    let number = String(start.line)
    let margin = String(repeating: " ", count: number.count)
    let head = "\(Self.safe(span.source.name)):\(start.line):\(start.column): \(words)"
    let (shown, before) = Self.window(text, around: start.column - 1)
    let spanned = text.unicodeScalars.dropFirst(start.column - 1).prefix(min(span.scalarCount, 60))
    let width = max(1, min(spanned.reduce(0) { $0 + $1.shownCells }, 60))
    let caret = before + "^" + String(repeating: "~", count: width - 1)
    return "\(head)\n  \(number) | \(shown)\n  \(margin) | \(caret)\n" + helpLine
  }

  private func atRecord(_ file: String, _ line: Int, _ column: String?, _ shown: String?) -> String
  {
    let file = Self.safe(file)
    let place = column.map { "\(file):\(line): column '\(Self.safe($0))'" } ?? "\(file):\(line)"
    let found = shown.map { "  \(line) | \(Self.printable($0))\n" } ?? ""
    return "\(place): \(words)\n" + found + helpLine
  }

  /// The part of a line that fits a screen around a column, and blanks up to that column that
  /// are as wide as what stands before it: a tab stays a tab, a wide character takes two cells.
  private static func window(_ line: String, around column: Int) -> (String, String) {
    let scalars = Array(line.unicodeScalars)
    let start = column > 100 ? column - 60 : 0
    let end = min(scalars.count, start + 160)
    var before = start > 0 ? "   " : ""
    for scalar in scalars[min(start, scalars.count)..<min(column, scalars.count)] {
      before += scalar == "\t" ? "\t" : String(repeating: " ", count: scalar.shownCells)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[min(start, scalars.count)..<end])
    let cut = (start > 0 ? "..." : "") + String(text) + (end < scalars.count ? "..." : "")
    return (printable(cut), before)
  }

  /// Text with control characters shown as escapes, cut to a screenful, so that a stranger's file
  /// cannot drive the terminal that its error is printed on.
  public static func printable(_ text: String, limit: Int = 300) -> String {
    // Most texts are short and plain.
    if text.utf8.count <= limit, text.unicodeScalars.allSatisfy(\.isLatinSign) { return text }
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return result + "..." }
      count += 1
      if let escape = scalar.escape {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension DiagnosticList {
  /// All diagnostics by file and position, at most `limit`, and how many were left out.
  public func rendered(limit: Int = 100) -> String {
    let ordered = sorted()
    var text = ordered.prefix(limit).map { $0.rendered() }.joined(separator: "\n")
    if ordered.count > limit { text += "\n... and \(ordered.count - limit) more\n" }
    return text
  }

  /// The diagnostics by file, then position, then message; equal ones once.
  public func sorted() -> [Diagnostic] {
    let keyed = items.map { (key: SortKey($0), item: $0) }.sorted { $0.key < $1.key }
    var result: [Diagnostic] = []
    var last: SortKey?
    for (key, item) in keyed where key != last {
      result.append(item)
      last = key
    }
    return result
  }
}

extension Diagnostic {
  /// Whether it comes before another: by file, then position, then message.
  public func precedes(_ other: Diagnostic) -> Bool { SortKey(self) < SortKey(other) }
}

private struct SortKey: Comparable {
  let file: String
  let position: Position
  let column: String
  let message: String

  init(_ diagnostic: Diagnostic) {
    message = diagnostic.message
    var column: String?
    switch diagnostic.place {
    case .span(let span): (file, position) = (span.source.name, span.start)
    case .file(let path): (file, position) = (path, Position(line: 0, column: 0))
    case .record(let path, let line, let name, _):
      (file, position) = (path, Position(line: line, column: 0))
      column = name
    case .none: (file, position) = ("", Position(line: 0, column: 0))
    }
    self.column = column ?? ""
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    (left.file, left.position, left.column, left.message)
      < (right.file, right.position, right.column, right.message)
  }
}

extension SourceSpan {
  fileprivate var scalarCount: Int {
    source.utf8[range.clamped(to: 0..<source.utf8.count)].count { $0 & 0xC0 != 0x80 }
  }
}

extension Unicode.Scalar {
  /// What is shown in place of a control character.
  fileprivate var escape: String? {
    if isLatinSign { return nil }
    return switch properties.generalCategory {
    case .control where self == "\t": nil
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
      "\\u{\(String(value, radix: 16))}"
    default: nil
    }
  }

  /// Whether it is one of the signs, letters and digits of the first 0x300 scalars, all of which are
  /// shown as they are and take a cell each: known without looking into any table.
  public var isLatinSign: Bool {
    (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value) && value != 0xAD
  }

  /// How many cells the scalar takes as it is shown.
  fileprivate var shownCells: Int { escape?.utf8.count ?? cells }

  /// How many cells of a terminal the scalar takes: 0 for combining marks, 2 for East Asian
  /// wide ranges and pictographs, else 1.
  public var cells: Int {
    if isASCII { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
