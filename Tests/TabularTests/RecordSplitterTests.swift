import Diagnostics
import Tabular
import Testing

/// What a splitter gives for a text: the records, or the error.
struct Split: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var error: String?

  init(
    _ bytes: [UInt8], block: Int, delimiter: UInt8 = 0x2C, quote: UInt8 = 0x22,
    limit: Int = 4 << 20
  ) {
    var splitter = RecordSplitter(delimiter: delimiter, quote: quote, limit: limit)
    var record = Record()
    do throws(SplitError) {
      for start in stride(from: 0, to: bytes.count, by: block) {
        let part = Array(bytes[start..<min(bytes.count, start + block)])
        var index = 0
        while try splitter.next(in: part.span, from: &index, into: &record) { take(record) }
      }
      if try splitter.finish(into: &record) { take(record) }
    } catch {
      self.error = "\(error.kind) \(error.position.line):\(error.position.column)"
    }
  }

  private mutating func take(_ record: Record) {
    lines.append(record.line)
    rows.append(
      (0..<record.fieldCount).map { String(decoding: record.field($0) ?? [], as: UTF8.self) })
  }
}

@Suite struct RecordSplitterTests {
  static let blocks = [1, 2, 3, 7, 1 << 20]

  struct Good: Sendable {
    let text: String
    let rows: [[String]]
    var lines: [Int]?
  }

  @Test(
    arguments: [
      Good(text: "", rows: []),
      Good(text: "a", rows: [["a"]]),
      Good(text: "a,b\n", rows: [["a", "b"]]),
      Good(text: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]], lines: [1, 2]),
      Good(text: "a,b\r\nc,d\ne", rows: [["a", "b"], ["c", "d"], ["e"]]),
      Good(text: ",", rows: [["", ""]]),
      Good(text: ",\n,", rows: [["", ""], ["", ""]]),
      Good(text: "\n\na", rows: [[""], [""], ["a"]], lines: [1, 2, 3]),
      Good(text: "\"\"", rows: [[""]]),
      Good(text: "\"\",\"\"\r\n", rows: [["", ""]]),
      Good(text: "\"a\"\"b\",\"\"\"\"\n", rows: [["a\"b", "\""]]),
      Good(text: "\"a\r\nb\n\",c\nd", rows: [["a\r\nb\n", "c"], ["d"]], lines: [1, 4]),
      Good(text: "\"a,b\",c", rows: [["a,b", "c"]]),
      Good(text: "é,\"ü\"\n€", rows: [["é", "ü"], ["€"]]),
      Good(text: "a, b ,c", rows: [["a", " b ", "c"]]),
    ], blocks)
  func splits(_ good: Good, block: Int) {
    let split = Split(Array(good.text.utf8), block: block)
    #expect(split.error == nil)
    #expect(
      split.rows.map { $0.map { Array($0.utf8) } } == good.rows.map { $0.map { Array($0.utf8) } })
    if let lines = good.lines { #expect(split.lines == lines) }
  }

  @Test(
    arguments: [
      ("a,b\"c\n", "quoteInText 1:4"),
      ("é,ü\"c\n", "quoteInText 1:4"),
      ("a\n\"b\"c", "textAfterQuote 2:3"),
      ("a,\"b\" ,c", "textAfterQuote 1:5"),
      ("a\n1,\"b\nc\n", "unclosedQuote 2:3"),
      ("\"", "unclosedQuote 1:1"),
      ("a,b\rc,d\r", "bareReturn 1:4"),
      ("a,b\r", "bareReturn 1:4"),
      ("\"a\"\rb", "bareReturn 1:4"),
      ("a,b\r\r\n", "bareReturn 1:4"),
      ("a\nb,\u{0}", "nullByte 2:3"),
      ("\"a\n\u{0}\"", "nullByte 2:1"),
    ], blocks)
  func refuses(_ bad: (text: String, error: String), block: Int) {
    #expect(Split(Array(bad.text.utf8), block: block).error == bad.error)
  }

  @Test(arguments: blocks)
  func stopsAtTheLimit(block: Int) {
    let long = Array("h\n".utf8) + Array(repeating: 0x61, count: 40) + [0x0A]
    #expect(Split(long, block: block, limit: 41).error == nil)
    #expect(Split(long, block: block, limit: 40).error == "tooLong(limit: 40, inQuote: false) 2:1")
    let open = Array("h\n1,\"".utf8) + Array(repeating: 0x61, count: 90)
    #expect(Split(open, block: block, limit: 40).error == "tooLong(limit: 40, inQuote: true) 2:3")
    let commas = [UInt8](repeating: 0x2C, count: 41)
    #expect(
      Split(commas, block: block, limit: 40).error == "tooLong(limit: 40, inQuote: false) 1:1")
  }

  /// Many quotes on one line: time must grow with the bytes, not with bytes times quotes.
  @Test func manyQuotesOnALine() {
    let bytes = Array(repeatElement(Array("\"\",".utf8), count: 1 << 18).joined())
    #expect(Split(bytes, block: 256 << 10).rows.first?.count == (1 << 18) + 1)
  }

  @Test func takesOtherSigns() {
    let split = Split(Array("a;'b;c';\"\n".utf8), block: 3, delimiter: 0x3B, quote: 0x27)
    #expect(split.rows == [["a", "b;c", "\""]])
  }

  @Test func canonicalBytesTellCellsApart() throws {
    let texts = ["a,bc\n", "ab,c\n", "abc\n", "\"a,bc\"\n", "\"a\"\"\",bc\n"]
    let all = try texts.map { text in
      var splitter = RecordSplitter(delimiter: 0x2C, quote: 0x22)
      var record = Record()
      var index = 0
      _ = try splitter.next(in: Array(text.utf8).span, from: &index, into: &record)
      return record.canonicalBytes()
    }
    #expect(Set(all).count == texts.count)
    #expect(String(decoding: all[4], as: UTF8.self) == "\"a\"\"\",\"bc\"")
  }
}
