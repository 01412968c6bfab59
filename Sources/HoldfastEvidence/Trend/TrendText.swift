import Diagnostics
import Exact

/// The trend in the formats that people read.
public enum TrendFormat: String, Sendable, CaseIterable {
  case terminal, markdown, html

  /// The trend as one document, and a line end.
  public func render(_ trend: LogTrend) -> String {
    switch self {
    case .terminal: TrendText.terminal(trend)
    case .markdown: TrendText.markdown(trend)
    case .html: TrendText.html(trend)
    }
  }
}

/// The trend as text.
enum TrendText {
  private static let nothing = "No run of these commitments stands in the log."

  static func terminal(_ trend: LogTrend) -> String {
    guard !trend.tables.isEmpty else { return nothing + "\n" }
    return trend.tables.map { table in
      shown(table.institution) + "\n"
        + table.rows.map { row in
          "\n  \(shown(row.finding))\n"
            + cells(row, table).map { day, cell in
              let figure = cell.figure.isEmpty ? "" : "  \(cell.figure)"
              let target = cell.target.map { ", target \($0)" } ?? ""
              return "    \(day)  \(cell.words)\(figure)\(shown(target))\n"
            }.joined()
        }.joined()
    }.joined(separator: "\n")
  }

  static func markdown(_ trend: LogTrend) -> String {
    guard !trend.tables.isEmpty else { return nothing + "\n" }
    return trend.tables.map { table in
      let head = ["commitment"] + table.days.map(\.description)
      let rule = head.map { _ in "---" }
      let rows = table.rows.map { row in
        [row.finding] + table.days.map { text(row.cells[$0], " ") }
      }
      return "## \(escaped(table.institution))\n\n"
        + ([head, rule] + rows).map { line in
          "| " + line.map(escaped).joined(separator: " | ") + " |\n"
        }.joined()
    }.joined(separator: "\n")
  }

  static func html(_ trend: LogTrend) -> String {
    let body =
      trend.tables.isEmpty
      ? "<p>\(nothing)</p>\n" : trend.tables.map(section).joined()
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Trend of commitments</title>
      <style>
      :root { color-scheme: light dark; }
      body { font-family: sans-serif; line-height: 1.4; margin: 1.5em auto; max-width: 75em;
        padding: 0 1em; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; }
      th, td { border-bottom: 1px solid #888; padding: 0.4em 1em 0.4em 0; text-align: left;
        vertical-align: top; }
      td { font-variant-numeric: tabular-nums; }
      .fail, .error { font-weight: bold; }
      @media print { .scroll { overflow: visible; } tr { break-inside: avoid; } }
      </style>
      </head>
      <body>
      <main>
      <h1>Trend of commitments</h1>
      \(body)</main>
      </body>
      </html>

      """
  }

  private static func section(_ table: LogTrend.Table) -> String {
    let days = table.days.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr><th scope=\"row\">\(marked(row.finding))</th>"
        + table.days.map { cell(row.cells[$0]) }.joined() + "</tr>\n"
    }
    let name = marked(table.institution)
    return "<h2>\(name)</h2>\n"
      + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\">\n<table>\n"
      + "<tr><th scope=\"col\">commitment</th>\(days)</tr>\n\(rows.joined())</table>\n</div>\n"
  }

  private static func cell(_ cell: LogTrend.Cell?) -> String {
    let kind = cell.map { " class=\"\(marked($0.verdict))\"" } ?? ""
    return "<td\(kind)>\(marked(text(cell, " ")))</td>"
  }

  private static func cells(
    _ row: LogTrend.Row, _ table: LogTrend.Table
  ) -> [(CivilDate, LogTrend.Cell)] {
    table.days.compactMap { day in row.cells[day].map { (day, $0) } }
  }

  private static func text(_ cell: LogTrend.Cell?, _ blank: String) -> String {
    guard let cell else { return "-" }
    return cell.figure.isEmpty ? cell.words : cell.words + blank + cell.figure
  }

  private static func shown(_ text: String) -> String { Diagnostic.printable(text, limit: 400) }

  /// A text in a cell of a Markdown table.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in shown(text).unicodeScalars {
      if "\\`*_{}[]<>#|&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A text in markup.
  private static func marked(_ text: String) -> String {
    shown(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
