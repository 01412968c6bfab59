import Diagnostics
import Exact
import Foundation
import FoundationXML
import HoldfastModel
import HoldfastReports
import Testing

/// Texts that strangers may put into packs and data.
let hostileTexts = [
  "\u{1B}[2J\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{9B}31m", "a\u{0}b", "line\nbreak\r\nmore",
  "tab\there", "\u{202E}gnp.exe", "\u{2028}next", "mark\u{FEFF}ed", "<![CDATA[ ]]> & \"q\" 'a'",
  "back\\slash \"quote\"", "\u{FFFE}\u{FFFF}\u{1FFFE}", "日本語の長い名前", "e\u{301}\u{1F600}",
  String(repeating: "word ", count: 60), "\u{7F}\u{85}",
]

/// A report in which a text stands wherever a stranger may have put it.
func report(with text: String) -> Report {
  var report = Sample.report
  report.institution = text
  for index in report.findings.indices {
    report.findings[index].id = text
    report.findings[index].title = text
    report.findings[index].owner = text
    report.findings[index].group = text
    report.findings[index].packVersion = text
    report.findings[index].unknownColumns = [(name: text, rows: 1)]
    report.findings[index].leftOut = [text: rows(1, "1")]
    report.findings[index].measurement?.witnesses = [witness(text, "1")]
    report.findings[index].errors += [
      Diagnostic(.error, text, at: .record(file: text, line: 1, column: text, shown: text))
    ]
  }
  report.findings[0].pack = text
  report.choices = [Choice(what: text, value: text, by: text)]
  report.upcoming = [Upcoming(commitment: text, from: report.asOf, target: text)]
  report.templates = [text]
  report.datasets[0].name = text
  report.datasets[0].unmapped = [text]
  report.datasets[0].notes = [text]
  report.datasets[0].files = [FileInfo(path: text, bytes: 1, rows: 1, encoding: "utf-8")]
  report.run.warnings = [Diagnostic(.warning, text, at: .file(text), help: text)]
  return report
}

@Suite struct HostileTests {
  @Test(arguments: hostileTexts) func nothingDrivesTheTerminal(_ text: String) {
    let shown = rendered(report(with: text), TerminalReporter())
    let bad = shown.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n" && scalar != "\t"
      case .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
    #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) })")
  }

  /// With colours, the only escapes are our own, each pair around a whole line.
  @Test(arguments: hostileTexts) func coloursAreOursAlone(_ text: String) {
    let shown = rendered(report(with: text), TerminalReporter(isColoured: true))
    let escapes = shown.split(separator: "\u{1B}", omittingEmptySubsequences: false).dropFirst()
    #expect(!escapes.isEmpty)
    #expect(
      escapes.allSatisfy { escape in
        ["[0m\n", "[31m", "[32m", "[33m", "[36m"].contains { escape.hasPrefix($0) }
      })
    let plain = rendered(report(with: text), TerminalReporter())
    let stripped = ["[0m", "[31m", "[32m", "[33m", "[36m"].reduce(shown) {
      $0.replacingOccurrences(of: "\u{1B}" + $1, with: "")
    }
    #expect(stripped == plain)
  }

  @Test(arguments: hostileTexts) func linesFitTheTerminal(_ text: String) {
    var report = report(with: text)
    for index in report.findings.indices { report.findings[index].errors = [] }
    for line in rendered(report, TerminalReporter()).split(separator: "\n") {
      let cells = line.unicodeScalars.reduce(0) { $0 + $1.cells }
      #expect(cells <= 80, "\(line)")
    }
  }

  /// Every text comes out of the JSON as it went in.
  @Test(arguments: hostileTexts) func jsonHoldsTextsAsTheyAre(_ text: String) throws {
    let data = Data(rendered(report(with: text), JSONReporter()).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let result = try #require(root["result"] as? [String: Any])
    let institution = try #require(result["institution"] as? String)
    #expect(Array(institution.utf8) == Array(text.utf8))
    let findings = try #require(result["findings"] as? [[String: Any]])
    #expect(findings.count == Sample.report.findings.count)
    let titles = findings.compactMap { $0["title"] as? String }
    #expect(titles.allSatisfy { Array($0.utf8) == Array(text.utf8) })
    #expect(!data.contains { $0 < 0x20 && $0 != UInt8(ascii: "\n") })
  }

  @Test(arguments: hostileTexts) func xmlHoldsOnlyWhatXMLKnows(_ text: String) throws {
    let xml = rendered(report(with: text), JUnitReporter())
    let cases = try #require(TestCases(xml))
    #expect(cases.count == Sample.report.findings.count)
    let known = text.unicodeScalars.map { scalar -> Character in
      let isControl = scalar.properties.generalCategory == .control
      let isKnown = !isControl || scalar == "\n" || scalar == "\t" || scalar == "\r"
      return isKnown && scalar.value & 0xFFFE != 0xFFFE ? Character(scalar) : "\u{FFFD}"
    }
    #expect(cases.packs.first.map { Array($0.unicodeScalars) } == known.flatMap(\.unicodeScalars))
  }
}
