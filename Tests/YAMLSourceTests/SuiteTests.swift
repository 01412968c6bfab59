import Diagnostics
import Foundation
import Testing
import YAMLSource

/// A case of the YAML test suite.
struct SuiteCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let b64: String
  let error: Bool
  let tree: [String]
  let json: [JSON]?
  var testDescription: String { id }

  static let all: [SuiteCase] = Conformance.cases("yaml.jsonl")
}

@Suite(
  .enabled(if: !SuiteCase.all.isEmpty, "../shared/conformance/cases/yaml.jsonl is not here"))
struct SuiteTests {
  @Test(arguments: SuiteCase.all)
  func agreesWithTheSuite(_ given: SuiteCase) throws {
    let bytes = Array(try #require(Data(base64Encoded: given.b64)))
    var root: YAMLNode?
    do throws(DiagnosticList) {
      root = try YAML.parse(SourceText(name: given.id, utf8: bytes))
    } catch {
      #expect(error.rendered().hasPrefix(given.id + ":"))
    }
    let agrees = root.map { node in !given.error && means(node, given) } ?? given.error
    let known = knownDifferences[given.id]
    #expect(agrees == (known == nil), "\(known ?? "this case passed before")")
    if let root { checkSpans(root, bytes) }
  }

  private func means(_ node: YAMLNode, _ given: SuiteCase) -> Bool {
    if let json = given.json { return json.count == 1 && json[0].matches(node) }
    return given.tree.contains { $0.hasPrefix("=ALI") }
      || events(node) == given.tree.compactMap(bare)
  }

  /// An event of the suite without document marks, anchors, tags and flow signs.
  private func bare(_ event: String) -> String? {
    guard !event.hasSuffix("STR"), !event.contains("DOC") else { return nil }
    let words = event.split(separator: " ", omittingEmptySubsequences: false)
    let value = words.dropFirst().drop { $0.hasPrefix("&") || $0.hasPrefix("<") }
    return words[0] == "=VAL" ? "=VAL " + value.joined(separator: " ") : String(words[0])
  }

  private func events(_ node: YAMLNode) -> [String] {
    switch node.kind {
    case .scalar(let scalar): return ["=VAL " + sign(scalar.style) + escaped(scalar.text)]
    case .sequence(let items): return ["+SEQ"] + items.flatMap(events) + ["-SEQ"]
    case .mapping(let entries):
      return ["+MAP"] + entries.flatMap { events($0.key) + events($0.value) } + ["-MAP"]
    }
  }

  private func sign(_ style: YAMLScalar.Style) -> String {
    switch style {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\t": "\\t"
      case "\r": "\\r"
      case "\u{8}": "\\b"
      case "\\": "\\\\"
      default: String(scalar)
      }
    }.joined()
  }

  /// Every letter of every text must come from that letter in the file, or from an escape.
  private func checkSpans(_ root: YAMLNode, _ bytes: [UInt8]) {
    for scalar in scalars(root) {
      for (at, byte) in scalar.text.utf8.enumerated() where byte > 0x20 && byte < 0x7F {
        let found = bytes[scalar.span(of: at..<at + 1).range]
        let isEscape = found.first == UInt8(ascii: "\\") || found.elementsEqual("''".utf8)
        #expect(found.elementsEqual([byte]) || isEscape, "\(scalar.text.debugDescription) at \(at)")
      }
    }
  }
}
