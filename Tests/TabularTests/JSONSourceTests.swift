import Diagnostics
import Tabular
import Testing

/// Rows of lists in JSON files.
@Suite struct JSONSourceTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let rows: String
    let columns: [String]
    let expected: [[String]]
  }

  private static let cases = [
    Case(
      testDescription: "a list that is the whole file", text: #"[{"a":1},{"a":"x"}]"#, rows: "[]",
      columns: ["a"], expected: [["1"], ["x"]]),
    Case(
      testDescription: "a list under keys",
      text: #"{"data":{"other":[{"a":9}],"items":[{"a":1}]}}"#, rows: "data.items[]",
      columns: ["a"], expected: [["1"]]),
    Case(
      testDescription: "what stands around the list, before and behind it",
      text: #"{"from":"N","data":{"items":[{"a":1},{"a":2}],"unit":"£"},"until":true}"#,
      rows: "data.items[]", columns: ["a", "from", "data.unit", "until"],
      expected: [["1", "N", "£", "true"], ["2", "N", "£", "true"]]),
    Case(
      testDescription: "lists within the items of a list",
      text: #"[{"id":7,"b":[{"id":1},{"id":2}]},{"id":8,"b":[{"id":3}]}]"#, rows: "[].b[]",
      columns: ["id"], expected: []),
    Case(
      testDescription: "outer values under their path",
      text: #"{"a":[{"n":"x","b":[{"v":1},{"v":2}]},{"n":"y","b":[{"v":3}]}]}"#, rows: "a[].b[]",
      columns: ["a.n", "v"], expected: [["x", "1"], ["x", "2"], ["y", "3"]]),
    Case(
      testDescription: "three lists, with keys between",
      text: #"{"p":[{"q":{"r":[{"s":[{"v":1}]},{"s":[{"v":2}]}]},"k":5}]}"#,
      rows: "p[].q.r[].s[]", columns: ["v", "p.k"], expected: [["1", "5"], ["2", "5"]]),
    Case(
      testDescription: "objects inside rows are paths",
      text: #"[{"s":{"n":"A","t":{"u":1}}},{"s":{"n":"B"}}]"#, rows: "[]",
      columns: ["s.n", "s.t.u"], expected: [["A", "1"], ["B", "?"]]),
    Case(
      testDescription: "a path that only a later row has", text: #"[{"a":1},{"b":2}]"#, rows: "[]",
      columns: ["a", "b"], expected: [["1", "?"], ["?", "2"]]),
    Case(
      testDescription: "null is blank, true and false are words",
      text: #"[{"a":null,"b":true},{"a":false,"b":null}]"#, rows: "[]", columns: ["a", "b"],
      expected: [["?", "true"], ["false", "?"]]),
    Case(
      testDescription: "a row of which nothing is known is a row",
      text: #"[{"a":1,"b":2},{},{"a":null,"b":""}]"#, rows: "[]", columns: ["a", "b"],
      expected: [["1", "2"], ["?", "?"], ["?", "?"]]),
    Case(
      testDescription: "numbers are plain, and exact to the last digit",
      text: "[{\"a\":1.50},{\"a\":1.5e3},{\"a\":25E-1},{\"a\":-0},{\"a\":12345678901234567890.10}]",
      rows: "[]", columns: ["a"],
      expected: [["1.50"], ["1500"], ["2.5"], ["-0"], ["12345678901234567890.10"]]),
    Case(
      testDescription: "lists of values and empty ones as JSON",
      text: #"[{"a":[1, "x", [null]]},{"a":[]},{"a":{}},{"a":[{}]}]"#, rows: "[]", columns: ["a"],
      expected: [[#"[1,"x",[null]]"#], ["[]"], ["{}"], ["[{}]"]]),
    Case(
      testDescription: "an object at the path of a plain value is not lost",
      text: #"[{"a":"x"},{"a":{"b":1}},{"a":[{"c":2}]}]"#, rows: "[]", columns: ["a", "a.b"],
      expected: [["x", "?"], [#"{"b":1}"#, "1"], [#"[{"c":2}]"#, "?"]]),
    Case(
      testDescription: "escapes, letters outside ASCII, and line ends in texts",
      text: #"[{"a":"\u00a3\ud83d\ude00\n\"\\\/"},{"a":"Zürich"}]"#, rows: "[]", columns: ["a"],
      expected: [["£😀\n\"\\/"], ["Zürich"]]),
    Case(
      testDescription: "a list without items has no rows", text: #"{"a":[]}"#, rows: "a[]",
      columns: ["x", "y"], expected: []),
  ]

  @Test(arguments: cases) private func rows(_ given: Case) throws {
    let read = try JSONReading(given.text, .json(rows: given.rows), given.columns)
    if given.testDescription == "lists within the items of a list" {
      #expect(read.messages.contains("2 headers match the column 'column_id'"))
      return
    }
    #expect(read.errors.isEmpty, "\(read.messages)")
    #expect(read.rows == given.expected)
    #expect(read.summary?.rows == given.expected.count)
  }

  @Test func innerAndOuterValuesOfOneNameAreToldApart() throws {
    let text = #"{"id":7,"b":[{"id":1}]}"#
    let folder = try Workdir()
    let schema = [1, 2].map { nth in
      ColumnSchema(
        name: nth == 1 ? "inner" : "outer", origin: .headers([HeaderName("id", nth: nth)]))
    }
    let path = try folder.write("t.json", Array(text.utf8))
    let read = JSONReading(path: path, .json(rows: "b[]"), schema)
    #expect(read.rows == [["1", "7"]], "\(read.messages)")
  }

  @Test func rowsBeginWhereTheirObjectsDo() throws {
    let text = "[\n {\"a\":\n  1},\n\n {\"a\":2}\n]\n"
    let read = try JSONReading(text, .json(rows: "[]"), ["a"])
    #expect(read.lines == [2, 5])
  }

  @Test func aListWithoutItemsServesAnyColumns() throws {
    let folder = try Workdir()
    let schema = [
      ColumnSchema(name: "id", headers: ["a"]), ColumnSchema(name: "name", headers: ["a"]),
      ColumnSchema(name: "second", origin: .headers([HeaderName("b", nth: 2)])),
      ColumnSchema(name: "fifth", origin: .position(5)),
    ]
    let path = try folder.write("t.json", Array("[]".utf8))
    let read = JSONReading(path: path, .json(rows: "[]"), schema)
    #expect(read.errors.isEmpty, "\(read.messages)")
    #expect(read.summary?.rows == 0)
  }

  @Test func listsOfObjectsAreListedAndNoColumns() throws {
    let text = #"[{"a":1,"docs":[{"u":2}],"s":{"t":[{"v":3}]}}]"#
    let read = try JSONReading(text, .json(rows: "[]"), ["a"])
    #expect(read.summary?.unmapped == ["docs[]", "s.t[]"])
    let asked = try JSONReading(text, .json(rows: "[]"), ["docs"])
    #expect(asked.messages.contains("the column 'column_docs' has no header"))
  }

  @Test func objectsWithoutInnerRowsAreCounted() throws {
    let text = #"[{"b":[{"v":1}]},{"b":[]},{"b":null},{"c":1}]"#
    let read = try JSONReading(text, .json(rows: "[].b[]"), ["v"])
    #expect(read.rows == [["1"]])
    #expect(
      read.summary?.notices.map(\.message) == [
        "3 objects have nothing in their list 'b' and give no row"
      ])
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    let read = try JSONReading("\u{FEFF}[{\"a\":1}]", .json(rows: "[]"), ["a"])
    #expect(read.rows == [["1"]])
  }

  @Test func allBytesAreObservedOnceAndInOrder() throws {
    // Longer than a block, so that they come in pieces.
    let text = "[" + (0..<30_000).map { "{\"a\":\"row \($0)\"}" }.joined(separator: ",\n") + "]"
    var seen: [UInt8] = []
    let read = try JSONReading(Array(text.utf8), .json(rows: "[]"), ["a"]) { seen += $0 }
    #expect(read.rows.count == 30_000)
    #expect(read.rows.last == ["row 29999"])
    #expect(read.lines.last == 30_000)
    #expect(seen.elementsEqual(text.utf8))
  }
}
