import Diagnostics
import Foundation
import Testing
import YAMLSource

/// A file made to hurt whoever reads it.
struct AttackCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let parts: [Part]
  let expect: String
  let json: [JSON]?
  let literal: [JSON]?
  var testDescription: String { id }

  /// A text, or bytes in base64, and how often it is repeated.
  struct Part: Decodable, Sendable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let unit: [UInt8]
      if let text = try? list.decode(String.self) {
        unit = Array(text.utf8)
      } else {
        let raw = try list.decode([String: String].self)
        unit = Array(Data(base64Encoded: raw["b64"] ?? "") ?? Data())
      }
      var bytes: [UInt8] = []
      for _ in 0..<(try list.decode(Int.self)) { bytes += unit }
      self.bytes = bytes
    }
  }

  static let all: [AttackCase] = Conformance.cases("yaml-attacks.jsonl")

  /// Where this reader is stricter on purpose, or the case cannot be stated here.
  static let stricter = [
    "enc/utf16le-bom": "UTF-16 is refused in words, with what to do",
    "enc/utf16be-bom": "UTF-16 is refused in words, with what to do",
    "tag/core-nonspecific": "'! local' would silently lose the 'not' of an expression",
    "dup/nfc-nfd": "Foundation's reader merges the two keys; TreeTests holds the case",
  ]
}

@Suite(
  .enabled(
    if: !AttackCase.all.isEmpty, "../shared/conformance/cases/yaml-attacks.jsonl is not here"))
struct AttackTests {
  @Test(arguments: AttackCase.all)
  func isReadAsItIsOrRefused(_ given: AttackCase) {
    let source = SourceText(name: given.id, utf8: given.parts.reduce(into: []) { $0 += $1.bytes })
    var agrees: Bool
    do throws(DiagnosticList) {
      let root = try YAML.parse(source)
      agrees = given.expect != "refuse"
      if let wanted = given.json ?? given.literal {
        agrees = agrees && wanted.count == 1 && wanted[0].matches(root)
      }
    } catch {
      #expect(!error.rendered().isEmpty)
      agrees = given.expect != "accept"
    }
    #expect(agrees == (AttackCase.stricter[given.id] == nil))
  }
}
