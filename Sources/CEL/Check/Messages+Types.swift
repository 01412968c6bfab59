import Diagnostics
import Patterns

extension Messages {
  static func undeclared(
    _ name: String, chain: String, container: String, at range: Range<Int>, known: [String]
  ) -> Issue {
    // To a single letter every other one is near.
    let near = name.utf8.count > 1 ? nearest(to: chain, in: known) : nil
    var help = near.map { "did you mean '\($0)'?" }
    if near == chain { help = "'\(chain)' is no map; has() and fields are for maps" }
    if ["true", "false", "null"].contains(name.lowercased()) {
      help = "write '\(name.lowercased())'"
    }
    if name.utf8.elementsEqual("null_value".utf8) { help = "write 'null'" }
    return Issue(
      unknown("name", name, in: container), at: range,
      help: help ?? "put text in quotes, or declare the name")
  }

  /// Something that nothing is called; where names are looked for in a container, with it.
  static func unknown(_ kind: String, _ name: String, in container: String) -> String {
    "unknown \(kind) '\(name)'" + (container.isEmpty ? "" : " (in container '\(container)')")
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

  static func noFields(_ type: CELType, _ source: String, at range: Range<Int>) -> Issue {
    Issue(
      "type '\(type.shown)' does not support field selection", at: range,
      help: "'\(source)' is \(type.word); only maps have fields")
  }

  static func noRange(_ type: CELType, at range: Range<Int>) -> Issue {
    Issue(
      "expression of type '\(type.shown)' cannot be range of a comprehension (must be list, map, or "
        + "dynamic)", at: range, help: "put a list or a map in front of the dot")
  }

  static func noOptional(_ type: CELType, at range: Range<Int>) -> Issue {
    mismatch(
      .optional(type), type, at: range,
      help: "write optional.of(...), or leave out the question mark")
  }

  static func noEntry(_ type: CELType, at range: Range<Int>) -> Issue {
    mismatch(
      .map(.dyn, .dyn), type, at: range, help: "write the entry to make, as in {key: value}")
  }

  /// A value of another type than its place needs.
  private static func mismatch(
    _ wanted: CELType, _ found: CELType, at range: Range<Int>, help: String
  ) -> Issue {
    Issue(
      "expected type '\(wanted.shown)' but found '\(found.shown)'", at: range, help: help)
  }

  static func noType(_ type: CELType, at range: Range<Int>) -> Issue {
    Issue("'\(type.shown)' is not a type", at: range, help: mapHelp)
  }

  static func noMessage(_ type: CELType, at range: Range<Int>) -> Issue {
    Issue("'\(type.name)' is not a message type", at: range, help: mapHelp)
  }

  private static let mapHelp =
    "only messages under google.protobuf are known; write a map, as in {\"name\": value}"

  static func undeclaredType(_ name: String, container: String, at range: Range<Int>) -> Issue {
    Issue(unknown("type", name, in: container), at: range, help: mapHelp)
  }

  static func repeatedField(_ name: String, at range: Range<Int>) -> Issue {
    Issue("field '\(name)' is set twice", at: range, help: "set it once")
  }

  static func undefinedField(_ name: String, at range: Range<Int>) -> Issue {
    Issue("undefined field '\(name)'", at: range)
  }

  static func wrongField(
    _ name: String, expected: CELType, found: CELType, at range: Range<Int>
  ) -> Issue {
    Issue(
      "expected type of field '\(name)' is '\(expected.shown)' but provided type is "
        + "'\(found.shown)'", at: range)
  }

  static func noCondition(_ type: CELType, at range: Range<Int>) -> Issue {
    mismatch(.bool, type, at: range, help: "write a comparison, as in x > 1")
  }

  static func noTruth(_ type: CELType, at range: Range<Int>) -> Issue {
    mismatch(
      .bool, type, at: range,
      help: "both sides must be true or false; compare first, as in a == b")
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
}

extension CELType {
  /// The type as messages name it: null is `null`, and what is open is `dyn`.
  var shown: String {
    switch self {
    case .null: "null"
    case .parameter: "dyn"
    case .list(let element): "list(\(element.shown))"
    case .map(let key, let value): "map(\(key.shown), \(value.shown))"
    case .type(let inner): "type(\(inner.shown))"
    case .opaque(let name, let parameters) where !parameters.isEmpty:
      name + "(" + parameters.map(\.shown).joined(separator: ", ") + ")"
    default: description
    }
  }

  /// What a reader who does not program calls a value of the type.
  var word: String { self == .null ? "no value" : plainWord }
}
