/// Texts of strangers inside GitHub's Markdown, on one line.
enum MarkdownText {
  /// The text with its markup escaped, so that it is read as written: no heading, link, image,
  /// mention of a person or issue, formula or cell of a table comes of it.
  static func escaped(_ text: String, limit: Int = 600) -> String {
    var result = ""
    for scalar in PlainText.line(PlainText.block(text, limit: limit)).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // An empty comment behind the sign keeps names from being called, and addresses from links.
      case "@", "#": result += "\(scalar)<!-- -->"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return withoutAddresses(result)
  }

  /// The text inside HTML that stands in Markdown, where a backslash is itself.
  static func escapedInHTML(_ text: String, limit: Int = 600) -> String {
    let shown = HTML.escaped(PlainText.line(PlainText.block(text, limit: limit)))
    // A '#' is left: it is part of the codes that stand for quotes.
    return withoutAddresses(shown.replacing("@", with: "@<!-- -->").replacing("[", with: "&#91;"))
  }

  private static func withoutAddresses(_ text: String) -> String {
    text.replacing("://", with: ":<!-- -->//").replacing("www.", with: "www<!-- -->.")
  }
}
