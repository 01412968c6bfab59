import CEL
import Foundation
import Testing

/// The expressions of cel-spec's conformance suite as texts; what they come to is for the
/// `conformance` tool.
struct SuiteExpression: Decodable, Sendable, CustomTestStringConvertible {
  let expr: String
  private let needs_proto: String
  private let expected: Expected

  private struct Expected: Decodable {
    let error: [String]?
  }

  /// Whether it must be an expression: no error is wanted, which may be one of grammar, nor a
  /// message of the suite's own.
  var mustParse: Bool { expected.error == nil && needs_proto != "messages" }

  var testDescription: String { expr }

  private static let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/conformance/cases/cel.jsonl")

  static let isHere = FileManager.default.fileExists(atPath: file.path())

  /// The lines of the suite; none where it is absent.
  static let lines =
    FileManager.default.contents(atPath: file.path())?
    .split(separator: UInt8(ascii: "\n")) ?? []

  static let all = lines.compactMap {
    try? JSONDecoder().decode(SuiteExpression.self, from: $0)
  }
}

@Suite(.enabled(if: SuiteExpression.isHere, "the conformance suite is not beside the repository"))
struct SuiteExpressionTests {
  @Test(arguments: SuiteExpression.all)
  func printingAndParsingGiveTheSameTree(_ given: SuiteExpression) throws {
    guard let tree = try? Environment().parse(given.expr) else { return }
    let again = try Environment().parse(tree.description)
    #expect(again == tree, "\(tree)")
  }

  @Test func everyLineHoldsAnExpression() {
    #expect(SuiteExpression.all.count == SuiteExpression.lines.count)
    #expect(SuiteExpression.all.count > 1000)
  }

  @Test func whatIsRightIsParsed() {
    let refused = SuiteExpression.all.filter {
      $0.mustParse && (try? Environment().parse($0.expr)) == nil
    }
    #expect(refused.map(\.expr) == [])
  }
}
