import HoldfastExpressions
import HoldfastModel
import Testing

/// Declarations of one column that would look alike if their parts were merely joined.
struct Lookalikes: Sendable, CustomTestStringConvertible {
  typealias Declaration = @Sendable (inout Column) -> Void

  let testDescription: String
  let declarations: [Declaration]

  init(_ name: String, _ declarations: Declaration...) {
    testDescription = name
    self.declarations = declarations
  }

  static let all = [
    Lookalikes(
      "headers", { $0.origin = .headers([.init("a"), .init("b")]) },
      { $0.origin = .headers([.init("a, b")]) }, { $0.origin = .headers([.init("a1:b")]) },
      { $0.origin = .headers([.init("a", nth: 1), .init("b")]) }),
    Lookalikes(
      "origins", { $0.origin = .headers([.init("2")]) }, { $0.origin = .position(2) },
      { $0.origin = .constant("2") }, { $0.origin = .fileName("2") }),
    Lookalikes(
      "blanks", { $0.blank = .unknown }, { $0.blank = .value(TextKey("unknown")) },
      { $0.blank = .exclude },
      { $0.blank = .value(TextKey("exclude")) }, { $0.blank = .value(TextKey("")) }),
    Lookalikes(
      "currencies", { $0.currency = nil }, { $0.currency = "-" }, { $0.currency = "" }),
    Lookalikes(
      "cells that say nothing", { $0.redacted = CellTokens(texts: ["x"]) },
      { $0.redacted = CellTokens(patterns: ["x"]) }, { $0.unknownPatterns = ["x"] },
      { $0.unknownTokens = ["x"] }),
    Lookalikes(
      "parts", { $0.extract = .postcode }, { $0.extract = .pattern("postcode", noMatch: .error) },
      { $0.extract = .pattern("postcode", noMatch: .whole) }),
    Lookalikes(
      "meanings", { $0.values = [TextKey("a"): .text("true")] },
      { $0.values = [TextKey("a"): .bool(true)] },
      { $0.values = [TextKey("a"): .unknown] }, { $0.values = [TextKey("a"): .text("unknown")] },
      { $0.values = [TextKey("a"): .text("")] }),
  ]
}

@Suite struct CanonicalColumnTests {
  @Test(arguments: Lookalikes.all)
  func declarationsCannotPassForOthers(_ alike: Lookalikes) throws {
    let texts = try alike.declarations.map { declare in
      let place = institution { declare(&$0.datasets[0].columns[0]) }
      return try Outcome(Change.base, place).commitment().canonicalText
    }
    #expect(Set(texts).count == texts.count)
  }
}
