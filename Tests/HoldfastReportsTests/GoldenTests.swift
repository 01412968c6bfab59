import Foundation
import HoldfastReports
import Testing

/// One report in each format, byte for byte.
@Suite struct GoldenTests {
  @Test(arguments: Reporters.all.map(\.name)) func plain(_ format: String) throws {
    let reporter = try #require(Reporters.named(format))
    try hold(rendered(Sample.report, reporter), against: "report.\(format).txt")
  }

  @Test func coloured() throws {
    let text = rendered(Sample.report, TerminalReporter(isColoured: true))
    try hold(text, against: "report.coloured.txt")
  }

  @Test(arguments: ["terminal", "json", "junit", "junit-strict", "csv", "html"]) func joint(
    _ format: String
  ) throws {
    let reporter = try #require(JointReporters.named(format))
    var text = ""
    reporter.render(Sample.joint, to: &text)
    try hold(text, against: "joint.\(format).txt")
  }

  @Test func everyFormatHasAName() {
    #expect(
      Reporters.all.map(\.name) == [
        "csv", "github", "html", "json", "junit", "junit-strict", "markdown", "sarif", "terminal",
      ])
    #expect(Reporters.named("xml") == nil)
  }

  @Test(arguments: Reporters.all.map(\.name)) func isTheSameEveryTime(
    _ format: String
  ) throws {
    let reporter = try #require(Reporters.named(format))
    let first = rendered(Sample.report, reporter)
    #expect((0..<5).allSatisfy { _ in rendered(Sample.report, reporter) == first })
  }

  /// Compares byte for byte; a text that differs is written beside the expected one.
  private func hold(_ text: String, against name: String) throws {
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
    let expected = try? Data(contentsOf: place)
    guard expected != Data(text.utf8) else { return }
    let beside = place.appendingPathExtension("new")
    try Data(text.utf8).write(to: beside)
    Issue.record("\(name) differs; see \(beside.lastPathComponent) beside it")
  }
}
