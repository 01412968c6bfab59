import CEL
import Foundation
import JSONText

/// The variables and functions that a case declares.
struct CELDeclarations {
  private var variables: [Variable] = []
  private var functions: [Function] = []

  init(_ items: [JSONValue]) throws(CELUnreadable) {
    for item in items {
      guard let name = item["name"]?.text else { throw CELUnreadable(message: "'type_env'") }
      switch item["kind"]?.text {
      case "ident": variables.append(Variable(name, try Self.type(item["type"], of: name)))
      case "function": functions.append(try Self.function(name, item["overloads"]?.items ?? []))
      default: throw CELUnreadable(message: "the declaration of '\(name)'")
      }
    }
  }

  /// Declares names of which nothing is known, where they are not declared yet.
  mutating func declare(_ names: [String]) {
    let known = Set(variables.map(\.name))
    for name in names where !known.contains(name) {
      variables.append(Variable(name, .dyn))
    }
  }

  /// All that expressions of the case may name.
  func environment(container: String) -> Environment {
    Environment(
      variables: variables, libraries: [.standard, Library(name: "case", functions: functions)],
      container: container, zones: Self.zoneRules)
  }

  private static func type(
    _ text: JSONValue?, of name: String
  ) throws(CELUnreadable) -> CELType {
    guard let type = text?.text.flatMap({ CELTypeText.type($0) }) else {
      throw CELUnreadable(message: "the type '\(text?.text ?? "")' of '\(name)'")
    }
    return type
  }

  /// A function that the checker knows and nobody has written.
  private static func function(
    _ name: String, _ forms: [JSONValue]
  ) throws(CELUnreadable) -> Function {
    var overloads: [Overload] = []
    for form in forms {
      guard let id = form["id"]?.text else { throw CELUnreadable(message: "a form of '\(name)'") }
      var parameters: [CELType] = []
      for text in form["params"]?.items ?? [] { parameters.append(try type(text, of: id)) }
      overloads.append(
        Overload(
          id: id, parameters: parameters, result: try type(form["result"], of: id),
          isMember: form["instance"]?.isTrue ?? false
        ) { _ in .failure("'\(name)' is declared and not defined") })
    }
    return Function(name: name, doc: "", example: "", overloads: overloads)
  }

  /// The rules of a named time zone, from the system.
  private static let zoneRules: @Sendable (String) -> ZoneRules? = { name in
    guard !name.contains(".."),
      let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)")
    else { return nil }
    return ZoneRules(tzif: Array(data))
  }
}
