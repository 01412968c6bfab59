public import HoldfastModel
import JSONText

/// What is other, for a terminal, a comment or a program.
public struct DifferenceText {
  private let difference: Difference

  /// The texts of a difference.
  public init(_ difference: Difference) { self.difference = difference }

  private var sections: [(name: String, entries: [Difference.Entry])] {
    var result: [(name: String, entries: [Difference.Entry])] = []
    for entry in difference.entries {
      if let place = result.firstIndex(where: { $0.name == entry.section }) {
        result[place].entries.append(entry)
      } else {
        result.append((entry.section, [entry]))
      }
    }
    return result
  }

  private var title: String { "From \(difference.names.0) to \(difference.names.1)" }

  private static func words(_ detail: Difference.Detail) -> String {
    switch (detail.before, detail.after) {
    case (let before?, let after?): "\(detail.what): \(before) -> \(after)"
    case (let before?, nil): "\(detail.what): \(before) -> none"
    case (nil, let after?): "\(detail.what): none -> \(after)"
    case (nil, nil): detail.what
    }
  }

  /// For a terminal.
  public var terminal: String {
    var lines = Layout.wrapped(title, indent: 0)
    if difference.entries.isEmpty { lines.append("Nothing is other.") }
    for section in sections {
      lines += ["", section.name]
      for entry in section.entries {
        lines += Layout.wrapped("\(entry.name): \(entry.change)", indent: 2)
        lines += entry.details.flatMap { Layout.wrapped(Self.words($0), indent: 4) }
      }
    }
    return lines.map { PlainText.line($0) + "\n" }.joined()
  }

  /// For a comment or a summary.
  public var markdown: String {
    let text = { (text: String) in MarkdownText.escaped(text) }
    var lines = ["## \(text(title))"]
    if difference.entries.isEmpty { lines += ["", "Nothing is other."] }
    for section in sections {
      lines += ["", "### \(section.name)", ""]
      for entry in section.entries {
        lines.append("- **\(text(entry.name))**: \(text(entry.change))")
        lines += entry.details.map { "  - \(text(Self.words($0)))" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For programs.
  public var json: String {
    let entries = difference.entries.map { entry in
      JSON.object([
        ("section", .text(entry.section.lowercased())), ("name", .text(entry.name)),
        ("change", .text(entry.change)),
        (
          "details",
          .array(
            entry.details.map {
              .object([
                ("what", .text($0.what)), ("before", JSON($0.before)), ("after", JSON($0.after)),
              ])
            })
        ),
      ])
    }
    return JSON.object([
      ("holdfast", .text("1")), ("from", .text(difference.names.0)),
      ("to", .text(difference.names.1)), ("differences", .array(entries)),
    ]).document
  }
}
