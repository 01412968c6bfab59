import Diagnostics
import Testing
import YAMLSource

/// A value, a stretch of its text, and where that stretch stands in the file.
struct SpanCase: Sendable, CustomTestStringConvertible {
  let yaml: String
  let needle: String
  let line: Int
  let column: Int
  let slice: String
  var testDescription: String { "\(needle.debugDescription) in \(yaml.debugDescription)" }

  init(_ yaml: String, _ needle: String, _ line: Int, _ column: Int, _ slice: String? = nil) {
    (self.yaml, self.needle, self.line, self.column) = (yaml, needle, line, column)
    self.slice = slice ?? needle
  }

  static let all = [
    SpanCase("a: x && bad > 5", "bad", 1, 9),
    SpanCase("a:   bad", "bad", 1, 6),
    SpanCase("a: é bad", "bad", 1, 6),
    SpanCase("a: &anchor !!str bad", "bad", 1, 18),
    SpanCase("a: !!str\n  # note\n  bad", "bad", 3, 3),
    SpanCase("a: x &&\n   y &&\n\n   bad", "bad", 4, 4),
    SpanCase("a: x\n   y", "x y", 1, 4, "x\n   y"),
    SpanCase("a: x\n   y", " ", 1, 5, "\n"),
    SpanCase("a: x  \r\n   bad", "bad", 2, 4),
    SpanCase("a: 'it''s bad'", "bad", 1, 11),
    SpanCase("a: 'it''s bad'", "'", 1, 7, "''"),
    SpanCase("a: 'x  \n\n  bad'", "bad", 3, 3),
    SpanCase("a: ' bad '", " bad ", 1, 5),
    SpanCase(#"a: "\t\"é\" bad""#, "bad", 1, 13),
    SpanCase(#"a: "\u00e9\x41\U0001F600bad""#, "bad", 1, 25),
    SpanCase(#"a: "x\u00e9y""#, "é", 1, 6, #"\u00e9"#),
    SpanCase("a: \"x \\\n   bad\"", "bad", 2, 4),
    SpanCase("a: \"x\n   bad\"", "bad", 2, 4),
    SpanCase("a: \"x\\\n\n   bad\"", "bad", 3, 4),
    SpanCase("a: |\n  x &&\n  bad\n", "bad", 3, 3),
    SpanCase("a: |\n\n    x\n\n     bad\n", "bad", 5, 6),
    SpanCase("a: |2\n    x\n   bad\n", "bad", 3, 4),
    SpanCase("a: |-\n  x\n  bad", "bad", 3, 3),
    SpanCase("a: |+\n  x\n  bad\n\n\n", "bad\n\n\n", 3, 3),
    SpanCase("a: | # note\n  x\r\n  bad\r\n", "bad", 3, 3),
    SpanCase("a: >\n  x &&\n  bad\n", "bad", 3, 3),
    SpanCase("a: >\n  x &&\n  bad\n", "x && bad", 2, 3, "x &&\n  bad"),
    SpanCase("a: >-\n  x\n\n  y\n    z\n  bad", "bad", 6, 3),
    SpanCase("a: >\n\n  x\n\n\n  bad\n", "bad", 6, 3),
    SpanCase("- b:\n    - >\n      é\n      bad\n", "bad", 4, 7),
    SpanCase("a: |2\n  \tx\n  bad\n", "bad", 3, 3),
    SpanCase("a: >2\n  \tx\n  bad\n", "bad", 3, 3),
  ]
}

@Suite struct ScalarSpanTests {
  @Test(arguments: ["a: |\n  x\n   ", "a: |+\n  x\n ", "a: >\n  x\n\n   "])
  func lastLinesOfBlanksCountAsLines(text: String) throws {
    let value = try #require(scalars(parse(text)).last)
    #expect(slice(value.span(of: 0..<1)) == "x")
  }

  @Test(arguments: SpanCase.all)
  func pointsAtTheRightCharacters(_ given: SpanCase) throws {
    let scalar = try #require(scalars(parse(given.yaml)).last)
    let text = Array(scalar.text.utf8)
    let needle = Array(given.needle.utf8)
    let start = try #require(
      (0...max(0, text.count - needle.count)).first { text[$0...].starts(with: needle) })
    let span = scalar.span(of: start..<start + needle.count)
    #expect(slice(span) == given.slice)
    #expect(span.start == Position(line: given.line, column: given.column))
  }

  @Test(arguments: [
    ("a: bc", 0..<0, 3..<3), ("a: bc", 2..<2, 5..<5), ("a: bc", 1..<99, 4..<5),
    ("a: bc", 50..<99, 5..<5), ("a: 'bc'", 2..<2, 6..<6), ("a: ''", 0..<1, 3..<3),
    ("a: |\n  bc\n", 2..<2, 9..<9), ("a: |\n  bc\n", 0..<0, 7..<7),
  ])
  func neverLeavesTheText(yaml: String, asked: Range<Int>, expected: Range<Int>) throws {
    let scalar = try #require(scalars(parse(yaml)).last)
    #expect(scalar.span(of: asked).range == expected)
  }
}
