import CEL
import HoldfastExpressions

/// What expressions can say, from the declarations.
enum FunctionReference {
  struct Section {
    let title: String
    let entries: [ReferenceEntry]
  }

  /// The libraries, the macros after them.
  static let sections =
    (Library.all + [.holdfast(areas: [:])]).map {
      Section(title: $0.name, entries: $0.reference)
    } + [Section(title: "macros", entries: ReferenceEntry.macros)]

  /// A line for each.
  static var list: String {
    let width = sections.flatMap(\.entries).map(\.name.count).max() ?? 0
    return sections.map { section in
      section.title + "\n"
        + section.entries.map { entry in
          let padding = String(repeating: " ", count: width - entry.name.count)
          return "  \(entry.name)\(padding)  \(entry.doc)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// The whole of it as a page.
  static var page: String {
    """
    # Functions

    What expressions can say, written by `holdfast functions --markdown`. Every example is
    evaluated by a test. [Expressions](expressions.md) tells how they are used.

    """ + sections.map(page).joined()
  }

  private static func page(_ section: Section) -> String {
    "\n## \(section.title)\n" + section.entries.map(page).joined()
  }

  private static func page(_ entry: ReferenceEntry) -> String {
    "\n### `\(entry.name)`\n\n\(entry.doc)\n\n```cel\n"
      + entry.forms.map { $0 + "\n" }.joined() + "```\n\nExample: `\(entry.example)`\n"
  }
}
