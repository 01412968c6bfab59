import Diagnostics
import JSONText
import Testing

/// Places, limits and values of the JSON reader.
@Suite struct ReaderTests {
  @Test func everyPartKnowsItsPlace() throws {
    let text = "\u{FEFF}{ \"£\": [1,\n\t\"😀\", {\"b\" : null}]}"
    let root = try JSONValue(parsing: Array(text.utf8))
    let members = try #require(root.members)
    let items = try #require(members[0].value.items)
    let inner = try #require(items[2].members)
    #expect(root.place == JSONPlace(line: 1, column: 1, offset: 3))
    #expect(members[0].place == JSONPlace(line: 1, column: 3, offset: 5))
    #expect(items[0].place == JSONPlace(line: 1, column: 9, offset: 12))
    #expect(items[1].place == JSONPlace(line: 2, column: 2, offset: 16))
    #expect(inner[0].place == JSONPlace(line: 2, column: 8, offset: 25))
    #expect(inner[0].value.place == JSONPlace(line: 2, column: 14, offset: 31))
  }

  @Test func aMarkIsSkippedAndNoted() throws {
    var reader = JSONReader()
    for byte in "\u{FEFF}1".utf8 { reader.feed([byte]) }
    reader.finish()
    #expect(try reader.next() == .number)
    #expect(reader.hasMark)
    #expect(try reader.next() == nil)
  }

  @Test func anErrorComesAgain() {
    var reader = JSONReader()
    reader.feed(Array("[1,]".utf8))
    var kinds: Set<JSONError.Kind> = []
    for _ in 0..<5 {
      do throws(JSONError) { _ = try reader.next() } catch { kinds.insert(error.kind) }
    }
    #expect(kinds == [.sign("]", wanted: .item)])
  }

  @Test func keysAreComparedByCodePoints() throws {
    #expect(error(#"{"é":1,"e\u0301":2}"#) == nil)
    #expect(error("{\"\u{E9}\":1,\"\\u00e9\":2}")?.kind == .doubleKey("\u{E9}"))
    // Beyond the few keys that are looked through one by one.
    let many = (0..<40).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(error("{\(many)}") == nil)
    for key in ["k0", "k15", "k16", "k39"] {
      #expect(error("{\(many),\"\(key)\":1}")?.kind == .doubleKey(key))
    }
    #expect(error("[{\(many)},{\(many)}]") == nil)
    #expect(error(#"{"a":{"a":{"a":1}},"b":{"a":1}}"#) == nil)
  }

  @Test func limits() {
    var limits = JSONLimits(depth: 3, tokenBytes: 4, keys: 2, openKeyBytes: 200)
    #expect(error("[[[1]]]", limits: limits) == nil)
    #expect(error("[[[[1]]]]", limits: limits)?.kind == .tooDeep(limit: 3))
    #expect(error("[\"1234\", 1234]", limits: limits) == nil)
    #expect(error("[\"12345\"]", limits: limits)?.kind == .tokenTooLong(limit: 4))
    #expect(error("[\"\\u00e9é\\n\"]", limits: limits)?.kind == .tokenTooLong(limit: 4))
    #expect(error("[12345]", limits: limits)?.kind == .tokenTooLong(limit: 4))
    #expect(error(#"{"a":1,"b":2}"#, limits: limits) == nil)
    #expect(error(#"{"a":1,"b":2,"c":3}"#, limits: limits)?.kind == .tooManyKeys(limit: 2))
    #expect(error(#"[{"a":1,"b":2},{"a":1,"b":2}]"#, limits: limits) == nil)
    #expect(
      error(#"{"a":1,"b":{"c":2,"d":3}}"#, limits: limits)?.kind == .keysTooLong(limit: 200))
    limits = JSONLimits(treeBytes: 8, treeValues: 4)
    #expect(error("[1,2,3]", limits: limits)?.kind == .tooManyValues(limit: 4))
    #expect(error("[1,2]", limits: limits) == nil)
    #expect(error("[\"123456\"]", limits: limits)?.kind == .valueTooLong(limit: 8))
  }

  @Test func limitsSayWhatToDo() {
    let kinds: [(String, JSONLimits, String)] = [
      ("{\"abc\":1}", JSONLimits(openKeyBytes: 8), "the keys of the objects that are open take"),
      ("[\"abcdef\"]", JSONLimits(treeBytes: 8), "a value is longer than 8 bytes"),
      ("[1,2]", JSONLimits(treeValues: 2), "a value holds more than 2 values"),
    ]
    for (text, limits, words) in kinds {
      let said = error(text, limits: limits)?.diagnostic(file: "t.json").rendered() ?? ""
      #expect(said.hasPrefix("t.json:1: error: " + words), "\(said)")
      #expect(said.contains("\n  help: "))
    }
  }

  @Test func compactTextIsTheSameValue() throws {
    let text = #" { "a\u0001\t\"\\\/" : [ 1.50 , -0 , 1E+2 , true , null , "£😀\u0085" ] , "":{} } "#
    let compact = try JSONValue(parsing: Array(text.utf8)).compactText
    let wanted = #"{"a\u0001\t\"\\/":[1.50,-0,1E+2,true,null,"£😀"# + "\u{85}" + #""],"":{}}"#
    #expect(compact.utf8.elementsEqual(wanted.utf8))
    let again = try JSONValue(parsing: Array(compact.utf8)).compactText
    #expect(again.utf8.elementsEqual(wanted.utf8))
  }

  @Test(
    arguments: [
      ("0", "0"), ("-0", "-0"), ("12.50", "12.50"), ("1e3", "1000"), ("1.5e3", "1500"),
      ("1.5E+1", "15"), ("1.25e1", "12.5"), ("25e-1", "2.5"), ("25e-2", "0.25"),
      ("25e-4", "0.0025"),
      ("-1.50e1", "-15.0"), ("-1.5e-1", "-0.15"), ("0e5", "0"), ("-0.0e99999999999999999999", "-0"),
      ("0.5e1", "5"), ("0.05e1", "0.5"), ("100e-2", "1.00"), ("1e399", nil), ("1e400", nil),
      ("1e-400", nil), ("1e99999999999999999999", nil), ("1e-9223372036854775808", nil),
    ] as [(String, String?)])
  func plainNumbers(_ number: String, _ plain: String?) {
    let wanted = number == "1e399" ? "1" + String(repeating: "0", count: 399) : plain
    #expect(PlainNumber.text(number) == wanted)
  }
}
