import ArgumentParser
import CEL
import Diagnostics
import HoldfastEngine
import HoldfastExpressions
import HoldfastModel
import Tabular

/// `holdfast eval`
struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate an expression, by itself or over one row.",
    discussion: """
      The row is a JSON object: its members are the columns, members of objects within it are
      columns behind a reference (supplier.postcode), null is a blank cell. Numbers with a point
      are exact decimals; write date(day) for a column that holds a date as text.

      Examples:
        holdfast eval '1.25 * 4.0'
        holdfast eval 'supplier.local && amount > 1000.00' --row row.json

      Exit codes: 0 the value is known, 2 it is unknown, 3 there is none.
      """)

  @Argument(help: "The expression.")
  var expression: String

  @Option(help: "A JSON file with the values of the columns.")
  var row: String?

  func run() throws {
    var outcome: Int32 = 0
    do throws(DiagnosticList) {
      let evaluation = try evaluation()
      do throws(Diagnostic) { try Surroundings.writeOutput(evaluation.text) } catch {
        throw DiagnosticList([error])
      }
      if let problem = evaluation.problem(in: ExpressionText(expression)) { complain([problem]) }
      outcome = evaluation.exitCode
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
    if outcome != 0 { throw ExitCode(outcome) }
  }

  private func evaluation() throws(DiagnosticList) -> Evaluation {
    let row = try RowFile(self.row)
    let environment = Environment(
      variables: row.variables, libraries: [.standard, .holdfast(areas: [:])],
      zones: SystemZones().finder)
    do throws(IssueList) {
      return try Evaluation(expression, in: environment, over: row)
    } catch {
      throw DiagnosticList(error.diagnostics(in: ExpressionText(expression)))
    }
  }
}

/// An expression with its value, and what can be told of both.
struct Evaluation {
  let checked: CheckedExpression
  let value: Value
  let steps: Int
  /// What is left to be known, as an expression; nil where the value is known.
  let residual: String?

  init(
    _ expression: String, in environment: Environment, over row: RowFile
  ) throws(IssueList) {
    checked = try environment.compile(expression)
    (value, steps) = try environment.program(checked).evaluateCounting(row)
    residual =
      if case .unknown = value {
        try checked.residual(in: environment, over: row).description
      } else {
        nil
      }
  }

  /// What the reader sees.
  var text: String {
    let cost = checked.cost()
    let most = cost.most == .max ? "any number of" : String(cost.most)
    var lines = [("type", "\(checked.type)"), ("value", "\(shown)")]
    if case .unknown(let unknown) = value {
      lines.append(("unknowns", unknown.attributes.joined(separator: ", ")))
    }
    if let residual { lines.append(("left", residual)) }
    lines.append(("cost", "\(cost.least) to \(most) steps; here \(steps)"))
    return lines.map { name, text in
      name + String(repeating: " ", count: 10 - name.count) + text + "\n"
    }.joined()
  }

  private var shown: String {
    switch value {
    case .unknown: "unknown"
    case .error: "none"
    case _ where value.isLarger(than: 1 << 20): "too large to be shown"
    default: "\(value)"
    }
  }

  /// Why there is no value.
  func problem(in text: ExpressionText) -> Diagnostic? {
    guard case .error(let error) = value else { return nil }
    let range = error.range ?? 0..<text.text.utf8.count
    return Diagnostic(error.message, at: text.span(of: range))
  }

  /// 0 where the value is known, 2 where it is unknown, 3 where there is none.
  var exitCode: Int32 {
    switch value {
    case .unknown: 2
    case .error: 3
    default: 0
    }
  }
}
