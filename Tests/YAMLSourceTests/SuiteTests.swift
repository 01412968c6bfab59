import Diagnostics
import Foundation
import Testing
import YAMLSource

/// A case of the YAML test suite. That its events and values are right, the `conformance` tool
/// holds; here it is a text of many forms.
struct SuiteCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let b64: String
  var testDescription: String { id }

  static let all: [SuiteCase] = Conformance.cases("yaml.jsonl")
}

@Suite(
  .enabled(if: !SuiteCase.all.isEmpty, "../shared/conformance/cases/yaml.jsonl is not here"))
struct SuiteTests {
  /// Why a file is refused that the language allows.
  private static let onPurpose = [
    "the file is empty", "a second document begins here", "is not known here",
    "%TAG lines are not used here", "an expression that begins with !",
  ]

  /// A file is what the language makes of it, or it is refused on purpose.
  @Test(arguments: SuiteCase.all)
  func filesAreReadAsTheLanguageOrRefusedOnPurpose(_ given: SuiteCase) throws {
    let bytes = Array(try #require(Data(base64Encoded: given.b64)))
    let source = SourceText(name: given.id, utf8: bytes)
    let documents = try? YAML.documents(source)
    do throws(DiagnosticList) {
      let root = try YAML.parse(source)
      #expect(documents?.map(tree) == [tree(root)])
    } catch {
      let words = error.rendered()
      #expect(words.hasPrefix(given.id + ":"))
      #expect(documents == nil || Self.onPurpose.contains { words.contains($0) }, "\(words)")
    }
    for document in documents ?? [] { checkSpans(document, bytes) }
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
