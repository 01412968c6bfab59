import Diagnostics
import Foundation
import Testing
import YAMLSource

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

  /// What the commitments of a pack quote, by id; nil where one quotes nothing.
  private static func quotes(_ pack: URL) throws -> [(id: String, says: String?)] {
    let file = pack.appending(path: "pack.yaml")
    let source = SourceText(name: pack.lastPathComponent, utf8: Array(try Data(contentsOf: file)))
    let root = try YAML.parse(source)
    guard case .sequence(let items)? = root["commitments"]?.kind else { return [] }
    return items.map { item in
      (item["id"]?.text ?? "?", item["source"]?["says"]?.text)
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
    let packs = try FileManager.default.contentsOfDirectory(
      at: Self.root.appending(path: "Rules"), includingPropertiesForKeys: nil)
    var (quoting, quotes) = (0, 0)
    for pack in packs {
      let found = try Self.quotes(pack)
      // Packs of published commitments have sources that are not kept here, and quote nothing.
      guard found.contains(where: { $0.says != nil }) else { continue }
      quoting += 1
      for (id, says) in found {
        let says = try #require(says, "\(id) has no quote")
        quotes += 1
        #expect(texts.contains { $0.contains(Self.words(says)) }, "\(id): \(says)")
      }
    }
    #expect(quoting == 21)
    #expect(quotes == 241)
  }
}

extension YAMLNode {
  /// The text of a single value.
  fileprivate var text: String? {
    if case .scalar(let scalar) = kind { scalar.text } else { nil }
  }

  /// What stands behind a key of a mapping.
  fileprivate subscript(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = kind else { return nil }
    return entries.first { $0.key.text == key }?.value
  }
}
