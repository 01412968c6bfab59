import CEL
import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Testing

/// A pack whose expressions all stand in one text, as in a file.
struct PackText {
  let source: SourceText

  /// A text in which each of the expressions stands on a line of its own.
  init(_ expressions: [String]) {
    source = SourceText(name: "pack.yaml", text: "pack\n" + expressions.joined(separator: "\n"))
  }

  /// The expression, where it stands first.
  func expression(_ text: String) -> ExpressionText {
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.first { $0.elementsEqual(text.utf8) }
    let start = line?.startIndex ?? 0
    return ExpressionText(text) { range in
      SourceSpan(
        source: source, range: range.lowerBound + start..<range.upperBound + start)
    }
  }

  var head: SourceSpan { SourceSpan(source: source, range: 0..<4) }
}

/// A pack with one commitment or more, in the fewest words.
struct Draft {
  var check = "share"
  var among: String?
  var condition: String? = "local"
  var measure: String? = "amount"
  var leaveOut: [String] = []
  var per: String?
  var groups: [String]?
  var period: PeriodRule?
  var missing = MissingRule.unknown
  var target: (comparison: Target.Comparison, quantities: [String])?
  var definitions: [(String, String)] = [("local", "supplier.postcode in area(params.home)")]
  var parameters: [(String, Parameter.Kind, Parameter.Value?)] = [("home", .area, .text("home"))]
  var needs: [(String, ColumnType)] = []
  var commitments = 1

  func pack() -> Pack {
    let all = [among, condition, measure].compactMap { $0 } + leaveOut + definitions.map(\.1)
    let text = PackText(all + (target?.quantities ?? []))
    var pack = Pack(id: "p", title: "P", version: "1", span: text.head)
    pack.parameters = parameters.map {
      Parameter(name: $0.0, kind: $0.1, value: $0.2, span: text.head)
    }
    pack.definitions = definitions.map {
      Definition(name: $0.0, expression: text.expression($0.1))
    }
    pack.needs = needs.map {
      Need(
        dataset: "spend", column: $0.0, type: $0.1, bases: [], means: nil, span: text.head)
    }
    pack.commitments = (0..<commitments).map { commitment("A-\($0 + 1)", text) }
    return pack
  }

  private func commitment(_ id: String, _ text: PackText) -> Commitment {
    var result = Commitment(
      id: id, title: "T", check: Located(check, at: text.head),
      dataset: Located("spend", at: text.head), span: text.head)
    result.among = among.map(text.expression)
    result.condition = condition.map(text.expression)
    result.measure = measure.map(text.expression)
    result.leaveOut = leaveOut.enumerated().map {
      LeaveOut(id: "out\($0)", when: text.expression($1), because: "so")
    }
    result.per = per.map { Located($0, at: text.head) }
    (result.groups, result.period, result.missing) = (groups, period, missing)
    if let target {
      let line = Target(
        comparison: target.comparison,
        quantities: target.quantities.map { .expression(text.expression($0)) },
        text: target.comparison.rawValue + " " + target.quantities.joined(separator: " and "),
        span: text.head)
      result.schedule = [ScheduledTarget(from: nil, target: line)]
    }
    return result
  }
}

let checkers = [
  CheckerDeclaration(keyword: "share", summary: "a part", keys: [.target: .optional], unit: .share),
  CheckerDeclaration(
    keyword: "total", summary: "a sum", keys: [.target: .optional], unit: .measure),
  CheckerDeclaration(keyword: "count", summary: "rows", keys: [.target: .optional], unit: .rows),
]

/// What came of checking a draft.
struct Outcome {
  let commitments: [CheckedCommitment]
  let diagnostics: [Diagnostic]

  init(_ draft: Draft, _ institution: Institution? = institution()) {
    self.init(draft.pack(), institution)
  }

  init(_ pack: Pack, _ institution: Institution? = institution()) {
    let checker = PackChecker(
      pack: pack, institution: institution, checkers: CheckerBook(checkers), areas: tests)
    (commitments, diagnostics) = checker.check()
  }

  /// The messages, each once, with the place they point to.
  var messages: [String] {
    DiagnosticList(diagnostics).sorted().map { diagnostic in
      guard case .span(let span) = diagnostic.place else { return diagnostic.message }
      let marked = String(decoding: span.source.utf8[span.range], as: UTF8.self)
      return "\(marked): \(diagnostic.message)"
        + (diagnostic.help.map { " [\($0)]" } ?? "")
    }
  }

  func commitment(
    _ place: Testing.SourceLocation = #_sourceLocation
  ) throws -> CheckedCommitment {
    #expect(messages == [], sourceLocation: place)
    return try #require(commitments.first, sourceLocation: place)
  }
}

private let tests: [String: AreaTest] = [
  "home": { Postcode($0).map { $0.outward == "M3" } }
]
