import Diagnostics
import Testing
import YAMLSource

@Suite struct EventTests {
  /// Events in one line: lists as `[` or `-[`, mappings as `{` or `-{`.
  private func line(_ event: YAMLEvent) -> String {
    let properties = (event.anchor.map { "&\($0) " } ?? "") + (event.tag.map { "<\($0)> " } ?? "")
    return properties + sign(event.kind)
  }

  private func sign(_ kind: YAMLEvent.Kind) -> String {
    switch kind {
    case .streamStart: "start"
    case .streamEnd: "end"
    case .documentStart(let isMarked): isMarked ? "---" : "document"
    case .documentEnd(let isMarked): isMarked ? "..." : "over"
    case .alias(let name): "*\(name)"
    case .scalar(let text, let style): "\(style)(\(text))"
    case .sequenceStart(let inBrackets): inBrackets ? "[" : "-["
    case .sequenceEnd: "]"
    case .mappingStart(let inBraces): inBraces ? "{" : "-{"
    case .mappingEnd: "}"
    }
  }

  @Test(arguments: [
    ("", "start end"),
    ("# only\n", "start end"),
    ("a: 1\n", "start document -{ plain(a) plain(1) } over end"),
    ("--- a\n...\n", "start --- plain(a) ... end"),
    (
      "a\n---\n'b'\n...\n---\n",
      "start document plain(a) over --- singleQuoted(b) ... --- plain() over end"
    ),
    ("a\n...\n%YAML 1.2\n--- b\n", "start document plain(a) ... --- plain(b) over end"),
    ("- [\"x\", {y: }]\n", "start document -[ [ doubleQuoted(x) { plain(y) plain() } ] ] over end"),
    ("&a !!seq\n- *a\n", "start document &a <tag:yaml.org,2002:seq> -[ *a ] over end"),
    ("! 12\n", "start document <!> plain(12) over end"),
    ("!x &y |-\n z\n", "start document &y <!x> literal(z) over end"),
    (
      "%TAG !e! tag:example.org,2024:\n--- !e!x >\n  a\n  b\n",
      "start --- <tag:example.org,2024:x> folded(a b\n) over end"
    ),
  ])
  func stepsAreAsWritten(text: String, expected: String) throws {
    let events = try YAML.events(SourceText(name: "pack.yaml", text: text))
    #expect(events.map(line).joined(separator: " ") == expected)
  }

  @Test func stepsKnowTheirPlaces() throws {
    let events = try YAML.events(SourceText(name: "pack.yaml", text: "é: &x [ü]\n"))
    let places = events.map { slice($0.span) }
    #expect(places == ["", "", "", "é", "&x [", "ü", "]", "", "", ""])
  }

  @Test(arguments: [
    ("a\n---\nb\n...\n", #""a" "b""#),
    ("", ""),
    ("---\n---\n", "~ ~"),
    ("!local 12\n", #""12""#),
    ("! 12\n", #""12""#),
    ("! a\n", #""a""#),
    ("!local [1, !x {a: b}]\n", #"[1, {"a": "b"}]"#),
    ("!!set {a, b}\n", #"{"a": ~, "b": ~}"#),
    ("&a x\n--- &a y\n---\n- &a z\n- *a\n", #""x" "y" ["z", "z"]"#),
    ("%TAG !m! !my-\n---\n!m!light 1\n", #""1""#),
  ])
  func documentsAreReadByTheLanguageAlone(text: String, expected: String) throws {
    let documents = try YAML.documents(SourceText(name: "pack.yaml", text: text))
    #expect(documents.map(tree).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", "the key 'a' appears twice"),
    ("a: *x\n", "none is marked so above"),
    ("a: &x 1\n---\nb: *x\n", "none is marked so above"),
    ("!!int x\n", "the tag !!int does not fit"),
    ("!!map [1]\n", "the tag !!map is not known here"),
    ("a: [1\n", "is never closed"),
  ])
  func documentsAreHeldToTheLanguage(text: String, message: String) {
    #expect(throws: DiagnosticList.self) {
      do throws(DiagnosticList) {
        _ = try YAML.documents(SourceText(name: "pack.yaml", text: text))
      } catch {
        #expect(error.rendered().contains(message))
        throw error
      }
    }
  }

  @Test func eventsAreBounded() {
    var limits = YAMLLimits()
    limits.depth = 3
    limits.nodes = 5
    #expect(isRead("[[[x]]]", limits) && !isRead("[[[[x]]]]", limits))
    #expect(isRead("[1, 2, 3, 4]", limits) && !isRead("[1, 2, 3, 4, 5]", limits))
    #expect(isRead(String(repeating: "%TAG !a! b\n---\nx\n...\n", count: 64), YAMLLimits()))
    #expect(!isRead(String(repeating: "%TAG !a! b\n---\nx\n...\n", count: 65), YAMLLimits()))
    #expect(!isRead(String(repeating: "[", count: 100_000), YAMLLimits()))
  }

  private func isRead(_ text: String, _ limits: YAMLLimits) -> Bool {
    (try? YAML.events(SourceText(name: "pack.yaml", text: text), limits: limits)) != nil
  }
}
