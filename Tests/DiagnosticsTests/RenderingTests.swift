import Diagnostics
import Testing

/// A text, a stretch of it, and how the message about the stretch looks below its first line.
struct CaretCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let range: Range<Int>
  let position: String
  let shown: String
  var testDescription: String { name }

  static let all = [
    CaretCase(
      name: "a word", text: "cap: twelve\n", range: 5..<11, position: "1:6",
      shown: """
          1 | cap: twelve
            |      ^~~~~~
        """),
    CaretCase(
      name: "nothing", text: "cap: \n", range: 5..<5, position: "1:6",
      shown: """
          1 | cap:\u{20}
            |      ^
        """),
    CaretCase(
      name: "a line with two digits", text: String(repeating: "\n", count: 11) + "ab",
      range: 12..<13,
      position: "12:2",
      shown: """
          12 | ab
             |  ^
        """),
    CaretCase(
      name: "after tabs", text: "\ta\tb: x", range: 6..<7, position: "1:7",
      shown: """
          1 | \ta\tb: x
            | \t \t   ^
        """),
    CaretCase(
      name: "after wide characters", text: "日本: x", range: 8..<9, position: "1:5",
      shown: """
          1 | 日本: x
            |       ^
        """),
    CaretCase(
      name: "wide characters themselves", text: "a: 日本 b", range: 3..<9, position: "1:4",
      shown: """
          1 | a: 日本 b
            |    ^~~~
        """),
    CaretCase(
      name: "after and over combining marks", text: "e\u{301}a: e\u{301}x", range: 6..<10,
      position: "1:6",
      shown: """
          1 | e\u{301}a: e\u{301}x
            |     ^~
        """),
    CaretCase(
      name: "control characters as escapes", text: "a\u{1}\u{202E}b", range: 5..<6,
      position: "1:4",
      shown: #"""
          1 | a\u{1}\u{202e}b
            |               ^
        """#),
    CaretCase(
      name: "the end of the file", text: "a: b", range: 4..<4, position: "1:5",
      shown: """
          1 | a: b
            |     ^
        """),
    CaretCase(
      name: "the end after a line end", text: "a: b\n", range: 5..<5, position: "2:1",
      shown: """
          2 |\u{20}
            | ^
        """),
    CaretCase(
      name: "past the end", text: "a: b", range: 90..<99, position: "1:5",
      shown: """
          1 | a: b
            |     ^
        """),
    CaretCase(
      name: "an empty file", text: "", range: 0..<0, position: "1:1",
      shown: """
          1 |\u{20}
            | ^
        """),
    CaretCase(
      name: "lines that end in CR LF", text: "a: 1\r\nb: xy\r\nc: 2\r\n", range: 9..<11,
      position: "2:4",
      shown: """
          2 | b: xy
            |    ^~
        """),
    CaretCase(
      name: "a CR LF itself", text: "a: 1\r\nb: 2\r\n", range: 4..<6, position: "1:5",
      shown: """
          1 | a: 1
            |     ^
        """),
    CaretCase(
      name: "the LF of a CR LF", text: "a: 1\r\nb: 2\r\n", range: 5..<6, position: "1:6",
      shown: """
          1 | a: 1
            |     ^
        """),
    CaretCase(
      name: "several lines: only the first", text: "a: b\n  c\nd: e", range: 3..<8,
      position: "1:4",
      shown: """
          1 | a: b
            |    ^
        """),
    CaretCase(
      name: "a long stretch: sixty characters", text: String(repeating: "x", count: 90),
      range: 2..<88, position: "1:3",
      shown: """
          1 | \(String(repeating: "x", count: 90))
            |   ^\(String(repeating: "~", count: 59))
        """),
    CaretCase(
      name: "a long line: cut after 160", text: String(repeating: "x", count: 200), range: 99..<100,
      position: "1:100",
      shown: """
          1 | \(String(repeating: "x", count: 160))...
            | \(String(repeating: " ", count: 99))^
        """),
    CaretCase(
      name: "far in a long line: cut on both sides",
      text: String(repeating: "x", count: 500) + "y" + String(repeating: "z", count: 500),
      range: 500..<501, position: "1:501",
      shown: """
          1 | ...\(String(repeating: "x", count: 60))y\(String(repeating: "z", count: 99))...
            | \(String(repeating: " ", count: 63))^
        """),
  ]
}

@Suite struct RenderingTests {
  @Test(arguments: CaretCase.all)
  func drawsTheCaretUnder(_ given: CaretCase) {
    let source = SourceText(name: "p.yaml", text: given.text)
    let diagnostic = Diagnostic("wrong", at: SourceSpan(source: source, range: given.range))
    #expect(
      diagnostic.rendered() == "p.yaml:\(given.position): error: wrong\n\(given.shown)\n")
  }

  @Test func addsTheHelpBelow() {
    let span = SourceSpan(source: SourceText(name: "p", text: "a"), range: 0..<1)
    #expect(
      Diagnostic("wrong", at: span, help: "mend it").rendered()
        == "p:1:1: error: wrong\n  1 | a\n    | ^\n  help: mend it\n")
  }

  @Test(arguments: [
    (Diagnostic(.warning, "odd"), "warning: odd\n"),
    (
      Diagnostic(.error, "gone", at: .file("d/x.csv"), help: "look"),
      "d/x.csv: error: gone\n  help: look\n"
    ),
    (
      Diagnostic(
        .error, "no date",
        at: .record(file: "x.csv", line: 7, column: "from", shown: "31/02\u{7}")),
      "x.csv:7: column 'from': error: no date\n  7 | 31/02\\u{7}\n"
    ),
    (
      Diagnostic(.error, "too short", at: .record(file: "x.csv", line: 7, column: nil, shown: nil)),
      "x.csv:7: error: too short\n"
    ),
  ])
  func rendersOtherPlaces(diagnostic: Diagnostic, expected: String) {
    #expect(diagnostic.rendered() == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("tab\there", "tab\there"), ("\u{1B}[31m", #"\u{1b}[31m"#),
    ("a\nb", #"a\u{a}b"#), ("\u{202E}x", #"\u{202e}x"#), ("\u{2028}", #"\u{2028}"#),
    ("Zürich 日本", "Zürich 日本"),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 300)),
    (String(repeating: "x", count: 301), String(repeating: "x", count: 300) + "..."),
  ])
  func showsNoControlCharacters(text: String, expected: String) {
    #expect(Diagnostic.printable(text) == expected)
  }

  @Test func invalidBytesAreShownAndCounted() {
    let source = SourceText(name: "p", utf8: [0x61, 0xE9, 0x62, 0x21])
    let text = Diagnostic("wrong", at: SourceSpan(source: source, range: 3..<4)).rendered()
    #expect(text == "p:1:4: error: wrong\n  1 | a\u{FFFD}b!\n    |    ^\n")
  }
}
