import CEL
import Diagnostics
import Exact
import HoldfastModel

/// Works out the quantities of targets.
struct TargetResolver {
  let pack: Pack
  let unit: CheckerDeclaration.Unit
  /// The checker, where there is one of the commitment's keyword.
  let keyword: String?
  let currency: String?
  /// Whether an institution says what the measure is in; a pack alone does not.
  let isCurrencyKnown: Bool

  /// The target with its quantities worked out; nil, with diagnostics, where they cannot be.
  func aim(_ target: Target, _ diagnostics: inout [Diagnostic]) -> Aim? {
    var measurements: [Located<String>] = []
    var isOpen = false
    for quantity in target.quantities {
      switch quantity {
      case .number: break
      case .baseline: isOpen = true
      case .expression(let text): measurements += names(in: text, &diagnostics)
      }
    }
    guard isOpen || !measurements.isEmpty else { return line(target, &diagnostics).map(Aim.line) }
    if target.quantities.count > 1 {
      diagnostics.append(
        Diagnostic(
          "'between' takes numbers, not what is measured", at: target.span,
          help: "write two commitments, one for each end"))
      return nil
    }
    if let keyword, let mistake = unit.mistake(in: target, of: keyword) {
      diagnostics.append(mistake)
    }
    if case .baseline(.plus(_, .currency(let code)))? = target.quantities.first,
      isCurrencyKnown, code != currency
    {
      diagnostics.append(wrongCurrency(code, target))
    }
    return .open(OpenTarget(target: target, measurements: measurements, resolver: self))
  }

  /// The interval of a target; nil, with diagnostics, where it has none.
  func line(_ target: Target, _ diagnostics: inout [Diagnostic]) -> TargetLine? {
    if let keyword, let mistake = unit.mistake(in: target, of: keyword) {
      diagnostics.append(mistake)
    }
    var values: [Rational] = []
    for quantity in target.quantities {
      switch quantity {
      case .number(let number, let unit):
        if case .currency(let code) = unit, isCurrencyKnown, code != currency {
          diagnostics.append(wrongCurrency(code, target))
        }
        values.append(Rational(number))
      case .expression(let text):
        guard let value = value(text, &diagnostics) else { return nil }
        values.append(value)
      case .baseline: return nil
      }
    }
    if target.comparison == .between, let low = values.first, let high = values.last, low > high {
      diagnostics.append(
        Diagnostic("the first quantity of 'between' is above the second", at: target.span))
    }
    return TargetLine(target.comparison, values, text: described(target, values))
  }

  /// The target as written, with the number of an expression behind it.
  private func described(_ target: Target, _ values: [Rational]) -> String {
    guard case .expression? = target.quantities.first, let value = values.first,
      target.quantities.count == 1, let number = value.decimal?.normalized
    else { return target.text }
    guard unit == .share else {
      let code = currency.map(Currency.prefix) ?? ""
      return "\(target.comparison.rawValue) \(code)\(number.grouped)"
    }
    let points = (try? number.multiplied(by: Decimal(100)))?.normalized ?? number
    return "\(target.comparison.rawValue) \(points)%"
  }

  func wrongCurrency(_ code: String, _ target: Target) -> Diagnostic {
    let measured = currency.map { "in \($0)" } ?? "in no currency"
    return Diagnostic("the target is in \(code), but the measure is \(measured)", at: target.span)
  }

  private func value(_ text: ExpressionText, _ diagnostics: inout [Diagnostic]) -> Rational? {
    let schema = RowSchema(dataset: "", needs: Self.withoutNeeds(pack))
    let compiler = ExpressionCompiler(schema: schema, areas: [:], definitions: [])
    guard let part = compiler.part(text, "target", giving: [.decimal, .int], &diagnostics) else {
      return nil
    }
    if unit != .share, readsPercent(part) {
      diagnostics.append(
        Diagnostic(
          "a percentage is no target here, where no share is measured", at: text.span,
          help: "declare the parameter with type: decimal or integer"))
    }
    if unit == .share, !readsPercent(part) {
      diagnostics.append(
        Diagnostic(
          "a share is measured in percent, but this is a plain number", at: text.span,
          help: "write a percentage, or declare the parameter with type: percent"))
    }
    switch part.program.evaluate(ParameterActivation(schema: schema)) {
    case .decimal(let value): return Rational(value)
    case .int(let value): return Rational(Int(value))
    case .error(let error):
      diagnostics.append(
        Diagnostic(
          error.message, at: text.span,
          help: "give it a default, or a value in a parameters file"))
      return nil
    default:
      diagnostics.append(Diagnostic("the target has no value", at: text.span))
      return nil
    }
  }

  private func readsPercent(_ part: CheckedPart) -> Bool {
    part.expression.variables.contains { name in
      pack.parameters.contains { "params.\($0.name)" == name && $0.kind == .percent }
    }
  }

  static func withoutNeeds(_ pack: Pack) -> Pack {
    var copy = pack
    copy.needs = []
    return copy
  }
}

/// Parameters alone, for expressions that read no rows.
struct ParameterActivation: Activation {
  let schema: RowSchema

  func value(of slot: Int) -> Value {
    guard schema.slots.indices.contains(slot),
      case .parameter(let value) = schema.slots[slot].source
    else { return .unknown(Unknown([])) }
    return value
  }
}
