public import HoldfastModel

/// The report in GitHub's Markdown: the summary of a job, or a comment on a pull request. It is
/// never longer than such a comment may be: the least urgent is left out, which it says.
public struct MarkdownReporter: Reporter {
  /// The format's name.
  public let name = "markdown"
  private let limit: Int

  /// A reporter of documents of at most so many bytes: without another wish, as many as a comment
  /// holds, less some room for who puts a line of their own before it.
  public init(limit: Int = 65_000) { self.limit = limit }

  /// Writes one document.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    let parts = MarkdownParts(report: report)
    let head = parts.head
    let foot = Shortened(parts.foot, to: limit / 4)
    // Room for the sentence that says what is left out.
    var room = limit - head.utf8.count - foot.text.utf8.count - 400
    let findings = report.findings.byUrgency
    let listed = Self.fitting(findings.map(parts.row), into: &room)
    let told = Self.fitting(findings.prefix(listed).map(parts.details), into: &room)
    sink.write(head)
    sink.write(MarkdownParts.tableHead)
    for finding in findings.prefix(listed) { sink.write(parts.row(finding)) }
    sink.write("\n")
    for finding in findings.prefix(told) { sink.write(parts.details(finding)) }
    sink.write(foot.text)
    guard told < findings.count || foot.isShortened else { return }
    let rest = findings.count - listed
    sink.write(
      "\n**Shortened.** Of \(Figures.count(findings.count, "finding")), \(listed) stand in the table "
        + "and \(told) are explained, the most urgent first"
        + (rest > 0 ? "; \(rest) are not shown at all" : "")
        + (foot.isShortened ? "; not all choices and data are shown" : "")
        + ". The formats html and json tell everything.\n")
  }

  /// How many texts fit, from the first on.
  private static func fitting(_ texts: [String], into room: inout Int) -> Int {
    var count = 0
    for text in texts {
      guard text.utf8.count <= room else { break }
      room -= text.utf8.count
      count += 1
    }
    return count
  }

  /// Lines of a list, as many as fit.
  private struct Shortened {
    var text = ""
    var isShortened = false

    init(_ lines: [String], to limit: Int) {
      for line in lines {
        guard text.utf8.count + line.utf8.count + 1 <= limit else {
          isShortened = true
          return
        }
        text += line + "\n"
      }
    }
  }
}
