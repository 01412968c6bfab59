import Patterns

extension Library {
  /// The tests of texts in the CEL specification.
  public static let strings = Library(
    name: "strings",
    functions: [
      test(
        "contains", "Whether a text has another within it.", "'hospital'.contains('pita') // true"
      ) { Array($0.utf8).contains(part: Array($1.utf8)) },
      test(
        "startsWith", "Whether a text begins with another.", "'abc'.startsWith('a') // true"
      ) { $0.utf8.starts(with: $1.utf8) },
      test("endsWith", "Whether a text ends with another.", "'abc'.endsWith('bc') // true") {
        $0.utf8.reversed().starts(with: $1.utf8.reversed())
      },
    ])

  private static func test(
    _ name: String, _ doc: String, _ example: String,
    _ holds: @escaping @Sendable (String, String) -> Bool
  ) -> Function {
    Function(
      name: name, doc: doc, example: example,
      overloads: [
        .two("string_\(name)", .string, .string, .bool, member: true) { text, part in
          guard case .string(let text) = text, case .string(let part) = part else {
            return .noSuchOverload
          }
          return .bool(holds(text, part))
        }
      ])
  }

  /// Patterns.
  public static let matching = Library(
    name: "matching",
    functions: [
      Function(
        name: "matches", doc: "Whether a pattern in RE2's syntax matches anywhere in a text.",
        example: "'M3 4LX'.matches('^M[0-9]+ ') // true",
        overloads: [
          .two("matches", .string, .string, .bool, universal: true, matches),
          .two("matches_string", .string, .string, .bool, member: true, universal: true, matches),
        ])
    ])

  private static let matches: @Sendable (Value, Value) -> Value = { text, pattern in
    guard case .string(let text) = text, case .string(let pattern) = pattern else {
      return .noSuchOverload
    }
    do throws(PatternError) {
      return .bool(try Pattern(pattern, isFromData: true).matches(text))
    } catch {
      return .failure("the pattern is not valid: \(error.message)")
    }
  }
}
