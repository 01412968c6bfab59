import Testing
import YAMLSource

/// What YAML 1.2 forbids and libyaml would let pass.
@Suite struct LayoutTests {
  @Test(arguments: [
    ("a: 'x'#y\n", "1:7", "a comment begins here without a space before it"),
    ("a: [x,#y\n  z]\n", "1:7", "a comment begins here without a space before it"),
    ("- [x]#y\n", "1:6", "a comment begins here without a space before it"),
    ("a: |#y\n  x\n", "1:5", "a comment begins here without a space before it"),
    ("a: &b >-#y\n  x\n", "1:9", "a comment begins here without a space before it"),
    ("[-]\n", "1:2", "a dash alone is no text in brackets"),
    ("a: [-, x]\n", "1:5", "a dash alone is no text in brackets"),
    ("a: 1\n%YAML 1.2\n---\nb: 1\n", "2:1", "a line that begins with % stands inside a document"),
    ("a: \"x\ny\"\n", "2:1", "the text in quotes that begins on line 1 goes on in this line"),
    ("a:\n  b: 'x\n\n  # y'\n", "4:3", "the text in quotes that begins on line 2 goes on"),
    ("- &b 'x\ny'\n", "2:1", "the text in quotes that begins on line 1 goes on in this line"),
    ("a: [\"x\n# y\"]\n", "2:1", "the text in quotes that begins on line 1 goes on in this line"),
    ("a: [x,\ny]\n", "2:1", "the [ on line 1 is still open in this line"),
    ("a:\n  b: !!map {x: 1,\n  y: 2}\n", "3:3", "the { on line 2 is still open in this line"),
    ("- - [x,\n  y]\n", "2:3", "the [ on line 1 is still open in this line"),
    ("&b\na: [x, [\ny]]\n", "3:1", "the [ on line 2 is still open in this line"),
    ("&b\n? a\n: [x,\ny]\n", "4:1", "the [ on line 3 is still open in this line"),
    ("a: >\n   \n x\n", "3:2", "blank lines above this one are indented further than it"),
    ("a:\n|\n  x\n", "2:1", "this value is indented no further than its key"),
    ("a:\n  b:\n  |\n   x\n", "3:3", "this value is indented no further than its key"),
    ("- \n|\n", "2:1", "this value is indented no further than its key"),
    ("a: &b:c x\n", "1:6", "this sign stands directly behind the name of an anchor or alias"),
    ("a: &b 1\n*b: 2\n", "2:3", "this sign stands directly behind the name of an anchor"),
  ])
  func isRefused(text: String, place: String, message: String) {
    #expect(messages(text).hasPrefix("pack.yaml:\(place): error: \(message)"))
    #expect(messages(text).contains("\n  help: "))
  }

  @Test(arguments: [
    ("a: x#y\n", #"{"a": "x#y"}"#),
    ("#x\na: 'b' #y\n#z\n", #"{"a": "b"}"#),
    ("\u{FEFF}#x\na: b\n", #"{"a": "b"}"#),
    ("a: [x, # y, ]\n  z] # u\n", #"{"a": ["x", "z"]}"#),
    ("a: | # y\n  #x\n", "{\"a\": \"#x\\n\"}"),
    ("[-1, '-', -: x]\n", ##"[-1, "-", {"-": "x"}]"##),
    ("a:\n  b: [\n    1,\n# note\n    2\n  ]\n", #"{"a": {"b": [1, 2]}}"#),
    ("a: {\n  b: 1\n}\n", #"{"a": {"b": 1}}"#),
    ("[x,\ny]\n", #"["x", "y"]"#),
    ("\"x\ny\"\n", #""x y""#),
    ("a: \"x\n\n  y\"\n", #"{"a": "x\ny"}"#),
    ("a:\n- [x,\n  y]\n", #"{"a": [["x", "y"]]}"#),
    ("? [x,\n   y]\n: &b [z,\n u]\n", #"{["x", "y"]: ["z", "u"]}"#),
    ("&b\n? a\n: [x,\n y]\n", #"{"a": ["x", "y"]}"#),
    ("k: &b\n  a: [x,\n   y]\n", #"{"k": {"a": ["x", "y"]}}"#),
    ("&b\n- [x,\n y]\n", #"[["x", "y"]]"#),
    ("&b\na: [x,\n y]\n", #"{"a": ["x", "y"]}"#),
    ("a: >\n \n  x\n", "{\"a\": \"\\nx\\n\"}"),
    ("a: |2\n    \n  x\n", "{\"a\": \"  \\nx\\n\"}"),
    ("a: >\n  \nb: 1\n", #"{"a": "", "b": 1}"#),
    ("a:\n  'x'\nb:\n  - 1\nc:\n- 2\n", #"{"a": "x", "b": [1], "c": [2]}"#),
    ("'a':\n 1\n\"b\": 2\n", #"{"a": 1, "b": 2}"#),
    ("- &b [x]\n- [*b, *b]\n- {*b : y}\n", #"[["x"], [["x"], ["x"]], {["x"]: "y"}]"#),
    ("- |+\n   ", "[\"\\n\"]"),
    ("a: |\n  x\n   ", "{\"a\": \"x\\n \\n\"}"),
  ])
  func isRead(text: String, expected: String) throws {
    #expect(try tree(parse(text)) == expected)
  }
}
