import Foundation
import Testing

/// Cases made here, one for each thing that a suite must notice.
@Suite struct OutcomeTests {
  /// A case of which only the outcome matters.
  struct Row: Sendable, CustomTestStringConvertible {
    let suite: String
    let fields: String
    let bytes: String
    /// What the report says of it: `passed`, or the line of the case, or the reason of the skip.
    let says: String
    var testDescription: String { "\(suite) \(fields) \(bytes.debugDescription)" }

    init(_ suite: String, _ fields: String, _ bytes: String, _ says: String) {
      (self.suite, self.fields, self.bytes, self.says) = (suite, fields, bytes, says)
    }

    var line: String {
      let base64 = Data(bytes.utf8).base64EncodedString()
      return #"{"id": "made/one", "b64": ""# + base64 + #"", "# + fields + "}"
    }
  }

  private static let tree = ##""tree": ["+STR", "+DOC", "=VAL :a", "-DOC", "-STR"]"##
  private static let libyaml = #", "libyaml": {"events": "toostrict", "json": null}"#

  static let rows = [
    Row("yaml", #""error": false, \#(tree), "json": ["a"]"#, "a\n", "passed"),
    Row("yaml", #""error": false, \#(tree), "json": null"#, "a\n", "passed"),
    Row("yaml", #""error": false, \#(tree), "json": ["b"]"#, "a\n", "wanted text(\"b\")"),
    Row("yaml", #""error": false, \#(tree), "json": ["a", "a"]"#, "a\n", "1 documents, wanted 2"),
    Row("yaml", #""error": false, \#(tree), "json": ["a"]"#, "'a'\n", "event '=VAL 'a', wanted"),
    Row(
      "yaml", #""error": false, \#(tree), "json": ["a"]"#, "--- a\n", "'+DOC ---', wanted '+DOC'"),
    Row("yaml", #""error": false, \#(tree), "json": ["a"]"#, "[a\n", "refused: made/one:1:1:"),
    Row("yaml", #""error": false, \#(tree)\#(libyaml)"#, "[a\n", "skipped 1: libyaml"),
    Row("yaml", #""error": false, \#(tree)\#(libyaml)"#, "a\n", "passed"),
    Row("yaml", #""error": true, "tree": ["+STR"]"#, "[a\n", "passed"),
    Row("yaml", #""error": true, "tree": ["+STR"]"#, "a\n", "accepted, and must be refused"),
    Row("csv", #""options": {}, "level": "core", "rows": [["a", "b"]]"#, "a,b\n", "passed"),
    Row("csv", #""options": {}, "level": "core", "rows": [["a", "c"]]"#, "a,b\n", "row 1: 'a' 'b'"),
    Row("csv", #""options": {}, "level": "core", "rows": [["a"]]"#, "a\nb\n", "2 rows, wanted 1"),
    Row("csv", #""options": {}, "level": "core", "rows": [["a"], ["b"]]"#, "a\n\nb\n", "row 2"),
    Row("csv", #""options": {}, "level": "dialect", "rows": [["a"], ["b"]]"#, "a\n\nb\n", "passed"),
    Row("csv", #""options": {"delimiter": ";"}, "level": "core", "rows": [["a"]]"#, "a;b", "row 1"),
    Row("csv", #""options": {"quote": "'"}, "level": "core", "rows": [["a,"]]"#, "'a,'", "passed"),
    Row("csv", #""options": {}, "level": "core", "rows": [["a\""]]"#, "a\"\n", "refused at line 1"),
    Row("csv", #""options": {}, "level": "dialect", "rows": [["a\""]]"#, "a\"\n", "skipped 1: a q"),
    Row(
      "csv", #""options": {"comment": "%"}, "rows": []"#, "%a\n", "skipped 1: no option 'comment'"),
    Row("csv", #""options": {}, "refuse": true"#, "a\n", "accepted, and must be refused"),
    Row("csv", #""options": {}, "refuse": true, "error_at": [2, 2]"#, "a\nb\"\n", "passed"),
    Row("csv", #""options": {}, "refuse": true, "error_at": [2, 1]"#, "a\nb\"\n", "at column 2"),
    Row("csv", #""options": {}, "refuse": true, "error_at": [1, 2]"#, "a\nb\"\n", "elsewhere"),
    Row("csv", #""options": {}, "rows": [["a"]], "positions": [[[2, 1]]]"#, "\na\n", "passed"),
    Row("csv", #""options": {}, "rows": [["a"]], "positions": [[[1, 1]]]"#, "\na\n", "on line 2"),
    Row("json", #""expect": "accept", "value": {"t": "int", "v": "12"}"#, "12", "passed"),
    Row(
      "json", #""expect": "accept", "value": {"t": "int", "v": "12"}"#, "12.0", "12.0, wanted 12"),
    Row("json", #""expect": "accept", "value": {"t": "double", "v": "0.1"}"#, "1e-1", "passed"),
    Row("json", #""expect": "accept", "value": {"t": "double", "v": "0.1"}"#, "0.11", "wanted 0.1"),
    Row(
      "json", #""expect": "accept", "value": {"t": "string", "v": "é"}"#, "\"e\u{301}\"", "wanted"),
    Row("json", #""expect": "accept", "value": {"t": "list", "v": []}"#, "[1]", "1, wanted 0"),
    Row("json", #""expect": "accept", "value": {"t": "map", "v": []}"#, "[]", "another kind"),
    Row("json", #""expect": "accept""#, "[1,]", "failed made/one: refused: "),
    Row("json", #""expect": "accept""#, #"{"a":1,"a":1}"#, "failed made/one: refused: "),
    Row("json", #""expect": "refuse""#, "[1]", "accepted, and must be refused"),
    Row("json", #""expect": "refuse""#, "[1,]", "passed"),
    Row("json", #""expect": "either""#, "[1,]", "passed"),
    Row(
      "ndjson", #""values": [1, {"a": [null]}], "bad_line": null"#, "1\n{\"a\":[null]}\n", "passed"),
    Row("ndjson", #""values": [1, 3], "bad_line": null"#, "1\n2\n", "other values"),
    Row("ndjson", #""values": null, "bad_line": 2"#, "1\n{\n3\n", "passed"),
    Row("ndjson", #""values": null, "bad_line": 3"#, "1\n{\n3\n", "refused at line 2, not 3"),
    Row("ndjson", #""values": null, "bad_line": 1"#, "1\n", "accepted, and must be refused"),
    Row("ndjson", #""values": [1], "bad_line": null"#, "1 2\n", "failed made/one: refused: "),
  ]

  @Test(arguments: rows)
  func isNoticed(_ row: Row) throws {
    let run = try Tool.run(row.suite, lines: [row.line])
    if row.says == "passed" {
      #expect(run.out == "\(row.suite): 1 passed, 0 failed, 0 skipped\n")
    } else {
      #expect(run.out.contains(row.says), "\(run.out)")
      #expect(!run.out.contains("1 passed"))
    }
    #expect(run.exit == (run.out.contains("1 failed") ? 1 : 0) && !run.isSignal)
  }
}
