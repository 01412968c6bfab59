import Foundation
import JSONText
import Testing

/// A case of the suite of NDJSON.
struct LinesCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let b64: String
  let badLine: Int?
  var testDescription: String { id }

  private enum CodingKeys: String, CodingKey { case id, b64, badLine = "bad_line" }

  static let all: [LinesCase] = Shared.cases("ndjson.jsonl")

  /// The values that each case wants, as JSON without blanks. Python wrote them, so that this
  /// reader is asked only for what the other suite checks.
  static let wanted: [String: [String]] = {
    let place = Shared.root.appendingPathComponent("conformance/cases/ndjson.jsonl")
    guard let data = try? Data(contentsOf: place),
      let cases = try? values(Array(data), blocks: data.count)
    else { return [:] }
    let pairs = cases.compactMap { item -> (String, [String])? in
      guard let id = item["id"]?.text, let items = item["values"]?.items else { return nil }
      return (id, items.map(\.compactText))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}

/// The values of lines.
func values(_ bytes: [UInt8], blocks size: Int) throws(JSONError) -> [JSONValue] {
  var reader = JSONReader(form: .lines)
  var tree = JSONTree()
  var values: [JSONValue] = []
  for start in stride(from: 0, through: bytes.count, by: size) {
    reader.feed(bytes[start..<min(start + size, bytes.count)])
    if start + size > bytes.count { reader.finish() }
    while let event = try reader.next() {
      if let value = try tree.take(event, of: reader) { values.append(value) }
    }
  }
  return values
}

@Suite(
  .enabled(if: !LinesCase.all.isEmpty, "../shared/conformance/cases/ndjson.jsonl is not here"))
struct LinesTests {
  @Test(arguments: LinesCase.all, [1, 5, 1000])
  func agreesWithTheSuite(_ given: LinesCase, _ size: Int) throws {
    let bytes = Array(try #require(Data(base64Encoded: given.b64)))
    do throws(JSONError) {
      let found = try values(bytes, blocks: size)
      #expect(given.badLine == nil)
      #expect(found.map(\.compactText) == LinesCase.wanted[given.id])
    } catch {
      #expect(error.place.line == given.badLine)
    }
  }
}
