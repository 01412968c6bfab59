import Foundation
import HoldfastModel
import HoldfastReports
import Testing

/// What strangers' texts must not do to the formats that other programs read.
@Suite struct HostileFormatTests {
  private static let texts =
    hostileTexts + [Sample.hostile, "=HYPERLINK(\"x\")", "@SUM(1)", "-1+1"]

  @Test(arguments: texts, ["csv", "github", "html", "markdown", "sarif"])
  func nothingIsLeftThatTurnsOrDrives(_ text: String, _ format: String) throws {
    let reporter = try #require(Reporters.named(format))
    let shown = rendered(report(with: text), reporter)
    let bad = shown.unicodeScalars.filter { scalar in
      // JSON holds every other letter as it is.
      guard format != "sarif" else { return scalar.value < 0x20 && scalar != "\n" }
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let turns = (0x202A...0x202E).contains(scalar.value)
      return (isControl && !["\n", "\r", "\t"].contains(scalar)) || turns
    }
    #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) })")
  }

  @Test(arguments: texts) func spreadsheetsRunNothing(_ text: String) {
    let rows = cells(rendered(report(with: text), CSVReporter()))
    #expect(rows.count == Sample.report.findings.count + 1)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    let isNumber = { (cell: String) in cell.allSatisfy { "-.0123456789".contains($0) } }
    for cell in rows.joined() where !isNumber(cell) {
      #expect(!["=", "+", "-", "@", "\t"].contains { cell.hasPrefix($0) }, "\(cell)")
    }
  }

  @Test(arguments: texts) func workflowsRunOurCommandsAlone(_ text: String) {
    let lines = rendered(report(with: text), GitHubReporter()).split(
      separator: "\n", omittingEmptySubsequences: true)
    #expect(lines.count <= 30)
    for level in ["error", "warning", "notice"] {
      let own = lines.filter { $0.hasPrefix("::\(level) ") }
      #expect(!own.isEmpty && own.count <= 10)
      for line in own {
        let properties = line.dropFirst(2).prefix { $0 != ":" }
        #expect(properties.split(separator: ",").allSatisfy { $0.contains("=") })
      }
    }
    #expect(lines.allSatisfy { $0.hasPrefix("::") })
  }

  @Test(arguments: texts) func pagesHoldNoMarkupOfOthers(_ text: String) {
    let page = rendered(report(with: text), HTMLReporter())
    let markdown = rendered(report(with: text), MarkdownReporter())
    for shown in [page, markdown] {
      #expect(!shown.contains("<script") && !shown.contains("<![CDATA["))
    }
    let own = rendered(Sample.report, HTMLReporter())
    #expect(page.count { $0 == "<" } > 100 && own.contains("</html>"))
    #expect(!page.contains("http"))
    #expect(!markdown.contains("@me") && !markdown.contains("[a](b)"))
  }

  @Test(arguments: texts) func sarifHoldsTextsThatAreNoPlaceholders(_ text: String) throws {
    let data = Data(rendered(report(with: text), SARIFReporter()).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
      #expect(!message.contains("]("))
      #expect(!message.replacingOccurrences(of: "{{", with: "").contains("{0"))
    }
  }

  /// The cells of a CSV file, read by its rules alone.
  private func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(String(cell))
        cell = String.UnicodeScalarView()
        rows.append([])
      default: cell.append(scalar)
      }
    }
    return Array(rows.dropLast())
  }
}
