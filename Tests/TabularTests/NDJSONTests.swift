import Diagnostics
import Foundation
import Tabular
import Testing

/// Files with an object on each line.
@Suite struct NDJSONTests {
  @Test(arguments: ["\n", "\r\n", "\n\n \t\n"]) func rows(_ end: String) throws {
    let text = ["{\"a\":1,\"b\":{\"c\":\"x\"}}", "{\"a\":2}"].joined(separator: end)
    for last in ["", end] {
      let read = try JSONReading(text + last, .ndjson, ["a", "b.c"])
      #expect(read.rows == [["1", "x"], ["2", "?"]], "\(read.messages)")
      #expect(read.lines == [1, 1 + end.count { $0 == "\n" || $0 == "\r\n" }])
    }
  }

  private static let bad: [(text: String, place: String, what: String)] = [
    ("{\"a\":1}\n{\"a\":2}\n{\"a\":\n{\"a\":4}\n", "t.json:3:", "the line ends where a value"),
    ("{\"a\":1}\n{\"a\":\"x\n\"}\n", "t.json:2:", "goes over the end of a line"),
    ("{\"a\":1}{\"a\":2}\n", "t.json:1:", "more text stands behind the value"),
    ("{\"a\":1}\n7\n", "t.json:2:", "a number stands where a row should"),
    ("{\"a\":1}\n[{\"a\":2}]\n", "t.json:2:", "a list stands where a row should"),
    ("\n\n{\"a\":1,\"a\":2}\n", "t.json:3:", "the key 'a' stands twice"),
    ("{\"a\":1}\n{\"a\":1}\n{\"a\":1", "t.json:3:", "the line ends where ',' or '}'"),
  ]

  @Test(arguments: bad.indices) func errorsNameTheLine(_ index: Int) throws {
    let given = Self.bad[index]
    let read = try JSONReading(given.text, .ndjson, ["a"])
    #expect(read.messages.hasPrefix(given.place), "\(read.messages)")
    #expect(read.messages.contains(given.what), "\(read.messages)")
  }

  @Test func personalCellsAreNotShown() throws {
    for text in ["{\"a\":1}\n{\"a\":\"Smith\" x}\n", "{\"a\":Smith}\n", "\"Smith\"\n"] {
      let read = try JSONReading(Array(text.utf8), .ndjson, ["a"], isPersonal: true)
      #expect(!read.errors.isEmpty)
      #expect(!read.messages.contains("Smith"), "\(read.messages)")
    }
  }
}
