import CEL
import Diagnostics
import Exact
import HoldfastModel

/// Quantities that rest on what is measured: baselines, and other commitments.
extension TargetResolver {
  /// Holds the number of a baseline to the unit of what is measured, as a target's is.
  func check(
    _ value: (number: Decimal, unit: TargetUnit), in unit: CheckerDeclaration.Unit,
    _ commitment: Commitment, _ diagnostics: inout [Diagnostic]
  ) {
    guard let baseline = commitment.baseline, let keyword else { return }
    let written = Target(
      comparison: .atLeast, quantities: [.number(value.number, value.unit)], text: "",
      span: baseline.span)
    if var mistake = unit.mistake(in: written, of: keyword) {
      mistake.message = "the baseline's value: " + mistake.message
      mistake.help = "write it in the unit of what is measured"
      diagnostics.append(mistake)
    }
    if case .currency(let code) = value.unit, isCurrencyKnown, code != currency {
      let measured = currency.map { "in \($0)" } ?? "in no currency"
      diagnostics.append(
        Diagnostic("the baseline is in \(code), but the measure is \(measured)", at: baseline.span))
    }
  }

  /// The commitments whose measurements an expression asks for, each once.
  func names(
    in text: ExpressionText, _ diagnostics: inout [Diagnostic]
  ) -> [Located<String>] {
    guard let tree = try? Environment().parse(text.text) else { return [] }
    var result: [Located<String>] = []
    for (name, node) in tree.measurements {
      let span = text.span(of: node.range)
      guard let name else {
        diagnostics.append(
          Diagnostic(
            "measurement() takes the id of a commitment in quotes", at: span,
            help: "write measurement(\"CLE-1\"), or measurement(\"cleveland/CLE-1\")"))
        continue
      }
      if result.contains(where: { $0.value == name }) {
        diagnostics.append(
          Diagnostic(
            "the measurement of '\(name)' may stand in a target once", at: span,
            help: "what stands there twice cannot be bounded from its ends"))
      }
      result.append(Located(name, at: span))
    }
    if let node = tree.unbounded {
      diagnostics.append(
        Diagnostic(
          "what this makes of a measurement cannot be bounded from its ends",
          at: text.span(of: node.range),
          help: "use +, -, *, math.least, math.greatest, and div by a number"))
    } else if result.count > 4 {
      diagnostics.append(
        Diagnostic("a target takes at most four measurements", at: text.span(of: tree.range)))
    } else if !result.isEmpty {
      let ones = Dictionary(result.map { ($0.value, Decimal(1)) }) { first, _ in first }
      _ = program(text, ones, &diagnostics)
    }
    return result
  }

  /// Between what the value of an expression lies while measurements lie between their bounds: as
  /// each stands there once, the ends are reached at ends.
  func range(
    _ text: ExpressionText, _ measurements: [String: Measurement.Bounds]
  ) throws(ExactError) -> Measurement.Bounds? {
    var corners: [[String: Decimal]] = [[:]]
    for (name, bounds) in measurements.sorted(by: { $0.key < $1.key }) {
      let low = try bounds.lower.rounded(scale: 9, .down)
      let high = try bounds.upper.rounded(scale: 9, .up)
      corners = corners.flatMap { corner in
        [low, high].map { corner.merging([name: $0]) { own, _ in own } }
      }
    }
    var result: Measurement.Bounds?
    for corner in corners {
      var diagnostics: [Diagnostic] = []
      guard let part = program(text, corner, &diagnostics), let value = number(part) else {
        return nil
      }
      result = .init(
        min(result?.lower ?? value, value), max(result?.upper ?? value, value))
    }
    return result
  }

  /// An expression over parameters and measurements.
  private func program(
    _ text: ExpressionText, _ measurements: [String: Decimal], _ diagnostics: inout [Diagnostic]
  ) -> CheckedPart? {
    let schema = RowSchema(dataset: "", needs: Self.withoutNeeds(pack))
    let compiler = ExpressionCompiler(
      schema: schema, areas: [:], definitions: [], measurements: measurements)
    return compiler.part(text, "target", giving: [.decimal, .int], &diagnostics)
  }

  private func number(_ part: CheckedPart) -> Rational? {
    let schema = RowSchema(dataset: "", needs: Self.withoutNeeds(pack))
    switch part.program.evaluate(ParameterActivation(schema: schema)) {
    case .decimal(let value): return Rational(value)
    case .int(let value): return Rational(Int(value))
    default: return nil
    }
  }
}
