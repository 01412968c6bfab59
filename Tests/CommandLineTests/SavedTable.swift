import Testing

/// A table as a spreadsheet program opens it, changes it and saves it.
struct SavedTable {
  /// How a program saves.
  struct Style: Sendable, CustomTestStringConvertible {
    let name: String
    var delimiter: Character = ","
    var hasMark = true
    var quotesAll = false
    var extraColumns = 0
    var lineEnd = "\r\n"

    var testDescription: String { name }

    static let all = [
      Style(name: "as written"),
      Style(name: "without mark", hasMark: false),
      Style(name: "semicolons", delimiter: ";", hasMark: false),
      Style(name: "tabs", delimiter: "\t", hasMark: false, lineEnd: "\n"),
      Style(name: "every cell in quotes", quotesAll: true),
      Style(name: "semicolons and quotes", delimiter: ";", quotesAll: true),
      Style(name: "blank columns behind", extraColumns: 3),
      Style(name: "blank columns, semicolons", delimiter: ";", extraColumns: 2, lineEnd: "\n"),
    ]
  }

  private(set) var rows: [[String]]

  /// Reads CSV with commas as RFC 4180 has it.
  init(_ text: String) {
    rows = [[]]
    var cell = ""
    var isQuoted = false
    var mark: Unicode.Scalar?
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      defer { mark = scalar }
      switch (scalar, isQuoted) {
      case ("\"", false):
        if mark == "\"" { cell += "\"" }
        isQuoted = true
      case ("\"", true): isQuoted = false
      case (",", false):
        rows[rows.count - 1].append(cell)
        cell = ""
      case ("\r", false): break
      case ("\n", false):
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.unicodeScalars.append(scalar)
      }
    }
    rows.removeLast()
  }

  /// The cells below a header.
  func column(_ name: String) throws -> [String] {
    let place = try #require(rows.first?.firstIndex(of: name), "there is no column \(name)")
    return rows.dropFirst().map { $0[place] }
  }

  /// Fills a column in the first rows.
  mutating func fill(_ name: String, _ values: [String]) throws {
    let place = try #require(rows.first?.firstIndex(of: name), "there is no column \(name)")
    for (index, value) in values.enumerated() { rows[index + 1][place] = value }
  }

  /// Answers the first rows.
  mutating func answer(_ values: [String], on day: String) throws {
    try fill("value", values)
    try fill("by", values.map { _ in "J. Shah" })
    try fill("on", values.map { _ in day })
    try fill("because", values.map { _ in "supplier's invoice" })
  }

  /// The bytes that a program saves.
  func text(_ style: Style) -> String {
    let extra = Array(repeating: "", count: style.extraColumns)
    let lines = rows.map { row in
      (row + extra).map { Self.cell($0, style) }.joined(separator: String(style.delimiter))
        + style.lineEnd
    }
    return (style.hasMark ? "\u{FEFF}" : "") + lines.joined()
  }

  private static func cell(_ text: String, _ style: Style) -> String {
    let special: [Unicode.Scalar] = ["\"", "\n", "\r"] + style.delimiter.unicodeScalars
    let needsQuotes = style.quotesAll || text.unicodeScalars.contains(where: special.contains)
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
