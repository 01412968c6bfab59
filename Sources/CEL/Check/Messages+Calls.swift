import Diagnostics

extension Messages {
  /// A call of a function that is not there.
  struct MissingFunction {
    let name: String
    let isMember: Bool
    /// Whether it is a function where this is a method, or a method where this is a function.
    let existsOtherwise: Bool
    let isType: Bool
    let container: String
  }

  static func undeclaredFunction(
    _ call: MissingFunction, at range: Range<Int>, known: [String]
  ) -> Issue {
    Issue(
      unknown("function", call.name, in: call.container), at: range, help: help(call, known))
  }

  /// What functions of spreadsheets and databases are here.
  private static let spreadsheetForms = [
    "and": "a && b", "or": "a || b", "not": "!a", "if": "condition ? a : b",
    "iif": "condition ? a : b", "left": "text.substring(0, 3)", "mid": "text.substring(2, 5)",
    "right": "text.endsWith(\"...\")", "len": "size(text)", "length": "size(text)",
    "lower": "text.lowerAscii()", "upper": "text.upperAscii()", "lowercase": "text.lowerAscii()",
    "uppercase": "text.upperAscii()", "round": "div(amount, 1, 2)", "abs": "math.abs(number)",
    "min": "math.least(a, b)", "max": "math.greatest(a, b)", "year": "day.getFullYear()",
    "month": "day.getMonth() + 1", "day": "day.getDate()", "concat": "a + b",
    "like": "text.contains(\"...\")", "search": "text.contains(\"...\")",
    "find": "text.contains(\"...\")", "includes": "text.contains(\"...\")",
  ]

  private static func help(_ call: MissingFunction, _ known: [String]) -> String? {
    if let form = spreadsheetForms[call.name.lowercased()] { return "write \(form)" }
    if let form = Macros.form(of: call.name) { return "write \(form)" }
    if call.existsOtherwise {
      return call.isMember ? "write \(call.name)(x)" : "write x.\(call.name)()"
    }
    if call.isType { return "'\(call.name)' is a type; write type(x) == \(call.name)" }
    return nearestFunction(to: call.name, in: known).map { "did you mean '\($0)'?" }
  }

  /// The function or macro that was most likely meant.
  static func nearestFunction(to name: String, in known: [String]) -> String? {
    let named = known.filter { known in
      known.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") }
        && !known.hasPrefix("_")
    }
    // To a single letter every other one is near.
    return name.utf8.count > 1 ? Nearest.name(to: name, in: named + Macros.names) : nil
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
      ? call.types[0].shown + ".(" + list(call.types.dropFirst()) + ")"
      : "(" + list(call.types[...]) + ")"
    return Issue(
      "found no matching overload for '\(call.function)' applied to '\(given)'", at: range,
      help: help(call, candidates))
  }

  private static func list(_ types: ArraySlice<CELType>) -> String {
    types.map(\.shown).joined(separator: ", ")
  }

  private static func help(_ call: FailedCall, _ candidates: [Overload]) -> String? {
    if call.types.contains(.decimal), let help = decimalHelp(call) { return help }
    if call.types.contains(.date), let help = dateHelp(call) { return help }
    if let help = operatorHelp(call) { return help }
    let forms = candidates.prefix(3).map { form(call.function, $0) }
    return forms.isEmpty ? nil : "it takes " + forms.joined(separator: " or ")
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
