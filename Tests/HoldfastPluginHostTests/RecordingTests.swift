import Diagnostics
import HoldfastPluginHost
import Testing

/// Files of recorded dialogues.
@Suite struct RecordingTests {
  static let hello = #"{"send": {"type": "hello"}}"#
  static let close = #"{"send": {"type": "close"}}"#

  static let mistakes: [(lines: [String], says: String, line: Int)] = [
    ([], "the dialogue does not end with close", 1),
    ([hello, #"{"expect": {}}"#], "the dialogue does not end with close", 2),
    ([hello, close], "no reply to this request is recorded", 1),
    ([close, #"{"expect": {}}"#], "this line has no place in a dialogue here", 2),
    ([#"{"expect": {}}"#, close], "this line has no place in a dialogue here", 1),
    ([hello, #"{"payload": {}}"#, close], "this line has no place in a dialogue here", 2),
    (
      [hello, #"{"expect": {}}"#, #"{"expect": {}}"#, close],
      "this line has no place in a dialogue here", 3
    ),
    ([#"{"send": {"type": "batch"}}"#, close], "a batch without rows", 1),
    ([#"{"send": {}}"#, close], "this line has no place in a dialogue here", 1),
    (
      [#"{"send": {"type": "a"}, "expect": {}}"#, close], "this line has no place in a dialogue", 1
    ),
    ([hello, "{", close], "line 2 is no JSON", 2),
  ]

  @Test(arguments: mistakes) func saysWhatIsNoDialogue(
    _ row: (lines: [String], says: String, line: Int)
  ) throws {
    let source = SourceText(name: "a.dialogue.jsonl", text: row.lines.joined(separator: "\n"))
    let problem = try #require(throws: Diagnostic.self) { try Recording(source) }
    let text = DiagnosticList([problem]).rendered()
    #expect(text.hasPrefix("a.dialogue.jsonl:\(row.line):1: error: \(row.says)"), "\(text)")
    #expect(text.contains("help: "))
  }

  @Test func draftsLackReplies() throws {
    let source = SourceText(name: "a", text: "\(Self.hello)\n\(Self.close)\n")
    #expect(throws: Never.self) { try Recording(source, isDraft: true) }
  }
}
