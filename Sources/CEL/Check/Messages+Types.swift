import Diagnostics
import Patterns

extension Messages {
  static func undeclared(
    _ name: String, chain: String, container: String, at range: Range<Int>, known: [String]
  ) -> Issue {
    var help = nearest(to: chain, in: known).map { "did you mean '\($0)'?" }
    if name.utf8.elementsEqual("null_value".utf8) { help = "write 'null'" }
    return Issue(
      "undeclared reference to '\(name)' (in container '\(container)')", at: range,
      help: help ?? "put text in quotes, or declare the name")
  }

  /// The declared name that was most likely meant. Names with dots are compared as a whole and by
  /// their last part.
  static func nearest(to name: String, in known: [String]) -> String? {
    if let whole = Nearest.name(to: name, in: known) { return whole }
    let last = { (name: String) in String(name.split(separator: ".").last ?? "") }
    let parts = known.sorted().map { (name: $0, last: last($0)) }
    guard let near = Nearest.name(to: last(name), in: parts.map(\.last)) else { return nil }
    return parts.first { $0.last == near }?.name
  }

  static func undeclaredFunction(
    _ name: String, isMember: Bool, existsOtherwise: Bool, container: String,
    at range: Range<Int>, known: [String]
  ) -> Issue {
    let help =
      existsOtherwise
      ? (isMember ? "write \(name)(x)" : "write x.\(name)()")
      : Nearest.hint(for: name, in: known)
    return Issue(
      "undeclared reference to '\(name)' (in container '\(container)')", at: range, help: help)
  }

  static func noFields(_ type: CELType, _ source: String, at range: Range<Int>) -> Issue {
    Issue(
      "type '\(type)' does not support field selection", at: range,
      help: "'\(source)' is \(type.plainWord); only maps have fields")
  }

  static func noRange(_ type: CELType, at range: Range<Int>) -> Issue {
    Issue(
      "expression of type '\(type)' cannot be range of a comprehension (must be list, map, or "
        + "dynamic)", at: range, help: "put a list or a map in front of the dot")
  }

  static func noOptional(_ type: CELType, at range: Range<Int>) -> Issue {
    Issue(
      "expected type 'optional_type' but found '\(type)'", at: range,
      help: "write optional.of(...), or leave out the question mark")
  }

  static func noEntry(_ type: CELType, at range: Range<Int>) -> Issue {
    Issue(
      "'transformMapEntry' needs a map here, found type '\(type)'", at: range,
      help: "write {key: value}")
  }

  static func undeclaredType(_ name: String, container: String, at range: Range<Int>) -> Issue {
    Issue(
      "undeclared reference to '\(name)' (in container '\(container)')", at: range,
      help: "only messages under google.protobuf are known; write a map, as in {\"name\": value}")
  }

  static func undefinedField(_ name: String, at range: Range<Int>) -> Issue {
    Issue("undefined field '\(name)'", at: range)
  }

  static func wrongField(
    _ name: String, expected: CELType, found: CELType, at range: Range<Int>
  ) -> Issue {
    Issue(
      "expected type of field '\(name)' is '\(expected)' but provided type is '\(found)'",
      at: range)
  }

  static func noCondition(_ type: CELType, of macro: String, at range: Range<Int>) -> Issue {
    Issue(
      "'\(macro)' needs a condition here, found type '\(type)'", at: range,
      help: "write a comparison")
  }

  static func badPattern(_ error: PatternError, at range: Range<Int>) -> Issue {
    Issue("the pattern is not valid: \(error.message)", at: range, help: error.help)
  }

  static func badConstant(_ message: String, at range: Range<Int>) -> Issue {
    Issue(message, at: range)
  }

  static func variableNotHere(_ name: String, at range: Range<Int>) -> Issue {
    Issue("a definition reads '\(name)', which is not declared here", at: range)
  }

  static func definitionsTooLarge(at range: Range<Int>) -> Issue {
    Issue(
      "the expression is too large with the definitions that it uses", at: range,
      help: "let definitions use fewer others")
  }

  /// A call that no overload takes.
  struct FailedCall {
    let function: String
    let types: [CELType]
    let isMember: Bool
    let sources: [String]
    let isLiteral: [Bool]
  }

  static func noOverload(
    _ call: FailedCall, candidates: [Overload], at range: Range<Int>
  ) -> Issue {
    let given =
      call.isMember
      ? call.types[0].description + ".(" + list(call.types.dropFirst()) + ")"
      : "(" + list(call.types[...]) + ")"
    return Issue(
      "found no matching overload for '\(call.function)' applied to '\(given)'", at: range,
      help: help(call, candidates))
  }

  private static func list(_ types: ArraySlice<CELType>) -> String {
    types.map(\.description).joined(separator: ", ")
  }

  private static func help(_ call: FailedCall, _ candidates: [Overload]) -> String? {
    if call.types.contains(.decimal), let help = decimalHelp(call) { return help }
    if call.types.contains(.date), let help = dateHelp(call) { return help }
    if call.function == Operator.isIn, call.types.count == 2 {
      return "'\(call.sources[0])' is \(call.types[0].plainWord); the right side must be a list "
        + "of the same kind, as in [1, 2], or a map"
    }
    if call.function.isChain || call.function == Operator.not {
      return "both sides must be true or false; compare first, as in a == b"
    }
    if call.function.hasPrefix("_"), call.types.count == 2 { return sides(call) }
    let forms = candidates.prefix(3).map { form(call.function, $0) }
    return forms.isEmpty ? nil : "it takes " + forms.joined(separator: " or ")
  }

  /// Which side of an operator is what.
  private static func sides(_ call: FailedCall) -> String {
    let what = (0..<2).map { "'\(call.sources[$0])' is \(call.types[$0].plainWord)" }
    let both = what.joined(separator: ", ")
    switch (call.types[0], call.types[1]) {
    case (.string, .int), (.string, .double), (.string, .uint):
      return both
        + (call.isLiteral[1]
          ? "; put the number in quotes if it is a code, or declare the column as a number"
          : "; convert with int(...)")
    case (.int, .string), (.double, .string), (.uint, .string):
      return both
        + (call.isLiteral[0]
          ? "; put the number in quotes if it is a code, or declare the column as a number"
          : "; convert with int(...)")
    default: return both
    }
  }

  private static func decimalHelp(_ call: FailedCall) -> String? {
    if call.function == Operator.divide || call.function == Operator.modulo {
      return "write div(a, b, 2) for a quotient rounded to 2 places"
    }
    if let place = call.types.firstIndex(of: .double) {
      return "'\(call.sources[place])' is a floating-point number, which is not exact; declare it "
        + "as a decimal or convert it with decimal(string(...))"
    }
    if let place = call.types.firstIndex(where: { $0 == .int || $0 == .uint }) {
      return "convert '\(call.sources[place])' with decimal(...)"
    }
    if let place = call.types.firstIndex(of: .string) {
      return "'\(call.sources[place])' is text; write the number without quotes"
    }
    return nil
  }

  private static func dateHelp(_ call: FailedCall) -> String? {
    guard let place = call.types.firstIndex(where: { $0 == .string || $0 == .list(.string) }) else {
      return call.types.contains(.timestamp) ? "convert the point in time with date(...)" : nil
    }
    return call.isLiteral[place]
      ? "write date(\(call.sources[place]))" : "convert '\(call.sources[place])' with date(...)"
  }

  /// How an overload is written.
  private static func form(_ function: String, _ overload: Overload) -> String {
    let types = overload.parameters.map(\.description)
    return overload.isMember
      ? types[0] + "." + function + "(" + types.dropFirst().joined(separator: ", ") + ")"
      : function + "(" + types.joined(separator: ", ") + ")"
  }
}
