import Foundation
import HoldfastModel
import HoldfastReports
import Testing

/// Formats whose readers take so much and no more.
@Suite struct LimitTests {
  /// So many findings of each verdict at each level.
  private func report(_ count: Int) -> Report {
    var report = Sample.report
    report.findings = (0..<count).flatMap { number in
      Enforcement.Level.allCases.flatMap { level in
        [Verdict.pass, .fail, .indeterminate, .waived, .notApplicable].map {
          finding("A-\(number)-\(level.rawValue)-\($0.rawValue)", "A", $0, level: level)
        }
      }
    }
    return report
  }

  @Test(arguments: [1, 20, 400]) func aCommentHoldsTheMarkdown(_ count: Int) {
    let text = rendered(report(count), MarkdownReporter())
    #expect(text.utf8.count <= 65_000)
    #expect(text.contains("**Shortened.**") == (count > 1))
    // What stops the run is told before anything else.
    #expect(text.contains("**A-0-block-fail**"))
    #expect(text.contains("exit 1."))
  }

  @Test func namesOfAnyLengthFit() {
    var report = report(3)
    report.institution = String(repeating: "&", count: 100_000)
    for index in report.findings.indices {
      report.findings[index].title = String(repeating: "<", count: 100_000)
    }
    report.choices = (0..<1_000).map { Choice(what: "choice \($0)", value: "value") }
    let text = rendered(report, MarkdownReporter())
    #expect(text.utf8.count <= 65_000 && text.contains("not all choices"))
  }

  @Test(arguments: [0, 1, 5, 40]) func githubShowsTenOfALevel(_ count: Int) {
    let text = rendered(report(count), GitHubReporter())
    let lines = text.split(separator: "\n")
    for (level, found) in [("error", 2 * count), ("warning", 2 * count), ("notice", 5 * count + 1)]
    {
      let own = lines.count { $0.hasPrefix("::\(level) ") }
      #expect(own == min(found, 10))
    }
    #expect(text.contains("more, of which GitHub") == (count > 1))
    #expect(lines.last?.contains("exit ") == true)
  }

  @Test func sarifKeepsTheMostUrgent() throws {
    let data = Data(rendered(report(3), SARIFReporter(limit: 4)).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let ids = results.compactMap { $0["ruleId"] as? String }
    #expect(
      ids == [
        "cleveland/A-0-block-fail", "cleveland/A-1-block-fail", "cleveland/A-2-block-fail",
        "cleveland/A-0-block-indeterminate",
      ])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect("\(notes)".contains("less urgent results are left out"))
  }
}
