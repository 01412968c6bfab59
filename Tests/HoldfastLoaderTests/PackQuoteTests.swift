import Diagnostics
import Foundation
import HoldfastLoader
import HoldfastModel
import Testing

/// Every shipped commitment says what its source says, word for word.
@Suite struct PackQuoteTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL
  private static let seeds = root.appending(path: "../shared/seeds").standardizedFileURL
  static let areHere = FileManager.default.fileExists(
    atPath: seeds.path(percentEncoded: false))

  /// The words alone: line ends and the shapes of quotes and dashes differ from copy to copy.
  private static func words(_ text: String) -> String {
    var text = text
    for (shape, plain) in [
      ("’", "'"), ("‘", "'"), ("“", "\""), ("”", "\""), ("–", "-"), ("—", "-"),
    ] {
      text = text.replacing(shape, with: plain)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func packs() throws -> [Pack] {
    let rules = root.appending(path: "Rules")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: rules.path(percentEncoded: false))
    let mean = CheckerDeclaration(
      keyword: "mean", summary: "what is selected, on average",
      keys: [.measure: .required, .condition: .optional, .target: .required, .missing: .optional],
      unit: .measure)
    let loader = PackLoader(checkers: checkers + [mean])
    return try names.sorted().map { name in
      let file = rules.appending(path: name).appending(path: "pack.yaml")
      let source = SourceText(name: name, utf8: Array(try Data(contentsOf: file)))
      return try #require(loader.load(source).value, "\(name)")
    }
  }

  @Test(.enabled(if: areHere, "the source documents are not beside the repository"))
  func commitmentsQuoteTheirSources() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.seeds, includingPropertiesForKeys: nil)
    let texts = try files.map {
      Self.words(String(decoding: try Data(contentsOf: $0), as: UTF8.self))
    }
    try #require(texts.count > 4)
    let packs = try Self.packs()
    #expect(packs.count == 21)
    var quotes = 0
    for commitment in packs.flatMap(\.commitments) {
      let says = try #require(commitment.citation?.says, "\(commitment.id) has no quote")
      quotes += 1
      #expect(texts.contains { $0.contains(Self.words(says)) }, "\(commitment.id): \(says)")
    }
    #expect(quotes == 197)
  }
}
