import CEL
import JSONText

/// An expression with all that its case states.
struct CELCase {
  private let expression: String
  private let environment: Environment
  private let row: Row
  private let deducedType: String?
  private let expected: CELExpected
  private let isChecked: Bool
  private let endsWithCheck: Bool

  init(_ one: Case) throws(CELUnreadable) {
    guard let text = one["expr"]?.text else { throw CELUnreadable(message: "no 'expr'") }
    expression = text
    isChecked = !one.isTrue("disable_check")
    endsWithCheck = one.isTrue("check_only")
    deducedType = one["deduced_type"]?.text
    expected = try CELExpected(one["expected"])
    var declarations = try CELDeclarations(one["type_env"]?.items ?? [])
    let bindings = one["bindings"]
    // A check takes no name that is not declared.
    if !isChecked { declarations.declare(bindings?.members?.map(\.key) ?? []) }
    environment = declarations.environment(container: one["container"]?.text ?? "")
    row = try Row(environment.variables, bindings)
  }

  /// What comes out otherwise than the case has it; nil where nothing does.
  var difference: String? {
    do throws(IssueList) {
      let checked =
        try isChecked
        ? environment.compile(expression) : environment.compileUnchecked(expression)
      if let difference = typeDifference(checked.type) { return difference }
      if endsWithCheck { return expected.differenceOfCheck }
      return expected.difference(from: try environment.program(checked).evaluate(row))
    } catch {
      let words = error.issues.map(\.message).joined(separator: "; ")
      return expected.isError ? nil : "refused: \(words)"
    }
  }

  private func typeDifference(_ found: CELType) -> String? {
    guard let deducedType else { return nil }
    let wanted = CELTypeText.short(deducedType)
    return CELTypeText.short(found.description) == wanted
      ? nil : "the type \(found), wanted \(wanted)"
  }

  /// The values that the case binds to variables.
  private struct Row: Activation {
    private let values: [Value]

    init(_ variables: [Variable], _ bindings: JSONValue?) throws(CELUnreadable) {
      values = try variables.map { variable throws(CELUnreadable) in
        try Self.value(of: variable.name, bindings?[variable.name])
      }
    }

    private static func value(
      of name: String, _ binding: JSONValue?
    ) throws(CELUnreadable) -> Value {
      guard let binding else { return .failure("no value is bound to '\(name)'") }
      if let value = binding["value"] { return try CELValueText.value(value) }
      if binding["error"] != nil { return .failure("an error is bound to '\(name)'") }
      if binding["unknown"] != nil { return .unknown(Unknown([name])) }
      throw CELUnreadable(message: "what is bound to '\(name)'")
    }

    func value(of slot: Int) -> Value {
      values.indices.contains(slot) ? values[slot] : .failure("no variable has the slot \(slot)")
    }
  }
}
