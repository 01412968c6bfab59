import Diagnostics
import Foundation
import Tabular
import Testing

/// A case of the collected CSV suites.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Options: Decodable, Sendable {
    var delimiter: String?
    var quote: String?
  }

  let id: String
  let b64: String
  let options: Options
  let rows: [[String]]?
  let level: String
  let why: String?

  var testDescription: String { id }
  var bytes: [UInt8] { Array(Data(base64Encoded: b64) ?? Data()) }
  var delimiter: UInt8 { options.delimiter?.utf8.first ?? 0x2C }
  var quote: UInt8 { options.quote?.utf8.first ?? 0x22 }

  static let all: [ConformanceCase] = ["csv", "csv-corner"].flatMap { name -> [ConformanceCase] in
    let path = Shared.root + "/conformance/cases/\(name).jsonl"
    guard let text = FileManager.default.contents(atPath: path) else { return [] }
    return text.split(separator: 0x0A).compactMap {
      try? JSONDecoder().decode(ConformanceCase.self, from: $0)
    }
  }

  static func ofLevel(_ level: String) -> [ConformanceCase] { all.filter { $0.level == level } }
}

/// Cases that are not for this splitter, and why; everything else must agree.
private enum OutOfScope {
  static let reasons = [
    "option escape": "the only escape is the doubled quote",
    "option comment": "data files have no comments",
    "option comment, trim_leading_space": "data files have no comments",
    "option trim_leading_space": "blanks are removed when cells are decoded",
    "option lazy_quotes": "quotes are strict",
    "option terminator": "line ends are CRLF or LF",
    "delimiter": "delimiters are one ASCII sign",
    "byte order mark": "removed by the reader, which has tests of its own",
    "mark before a quote: the quote must still open the field": "removed by the reader",
  ]
  static let cases = [
    "rust-csv/quote_delimiter": "delimiter and quote differ",
    "papaparse/pars:Parsing with skipEmptyLines set to 'greedy'": "rows of blank cells are rows",
    "papaparse/pars:Parsing with skipEmptyLines set to 'greedy' with quotes and delimiters as content":
      "rows of blank cells are rows",
    "cpython/test_read_nul.2": "a zero byte means that the file is no text",
    "corner/only-bom": "refused by the reader as an empty file",
    "cpython/test_read_oddinputs.2": "an empty file has no records",
    "go/BadFieldCount1": "the number of cells is that of the headers",
    "go/BadComma4": "delimiters are one ASCII sign",
    "go/BadComment1": "data files have no comments",
    "go/BadComment2": "data files have no comments",
  ]
  /// Shapes that some reader takes and this one refuses, since they are read in two ways.
  static let refused: Set = [
    "bare carriage return", "quote inside a bare field", "text after a closing quote",
    "broken conversion",
  ]

  static func covers(_ one: ConformanceCase) -> Bool {
    cases[one.id] != nil || one.why.map { reasons[$0] != nil } ?? false
  }
}

@Suite(
  .enabled(if: Shared.has("conformance"), "the conformance suites are not beside the repository"))
struct SplitterConformanceTests {
  @Test func allCasesAreRead() {
    #expect(ConformanceCase.ofLevel("core").count == 101)
    // One more, go/BinaryBlobField, holds half a surrogate pair, which no strict decoder takes.
    #expect(ConformanceCase.ofLevel("dialect").count == 79)
    #expect(ConformanceCase.ofLevel("malformed").count == 18)
  }

  @Test func theListOfExceptionsIsNotStale() {
    let reasons = Set(ConformanceCase.all.compactMap(\.why))
    #expect(Set(OutOfScope.reasons.keys).union(OutOfScope.refused).subtracting(reasons).isEmpty)
    #expect(ConformanceCase.ofLevel("core").filter(OutOfScope.covers).count == 1)
    let ids = Set(ConformanceCase.all.map(\.id))
    #expect(Set(OutOfScope.cases.keys).subtracting(ids).isEmpty)
  }

  @Test(arguments: ConformanceCase.ofLevel("core").filter { !OutOfScope.covers($0) }, [1 << 20, 5])
  func core(_ one: ConformanceCase, block: Int) {
    let split = Split(one.bytes, block: block, delimiter: one.delimiter, quote: one.quote)
    #expect(split.error == nil)
    #expect(bytes(split.rows) == bytes(one.rows ?? []))
  }

  @Test(arguments: ConformanceCase.ofLevel("dialect").filter { !OutOfScope.covers($0) })
  func dialect(_ one: ConformanceCase) {
    let split = Split(one.bytes, block: 3, delimiter: one.delimiter, quote: one.quote)
    if let why = one.why, OutOfScope.refused.contains(why) {
      #expect(split.error != nil)
      return
    }
    let wanted = one.rows ?? []
    let rows = wanted.contains([""]) ? split.rows : split.rows.filter { $0 != [""] }
    #expect(split.error == nil)
    #expect(bytes(rows) == bytes(wanted))
  }

  @Test(arguments: ConformanceCase.ofLevel("malformed").filter { !OutOfScope.covers($0) })
  func malformed(_ one: ConformanceCase) throws {
    let format = CSVFormat(delimiter: one.delimiter, quote: one.quote)
    let error = try #require(try Reading(one.bytes, [], format).error)
    switch error.place {
    case .record(_, let line, _, _): #expect(line >= 1)
    case .file: #expect(["go/BadComma3", "corner/utf16le"].contains(one.id))
    default: Issue.record("no position")
    }
  }

  private func bytes(_ rows: [[String]]) -> [[[UInt8]]] { rows.map { $0.map { Array($0.utf8) } } }
}
