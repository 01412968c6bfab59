internal import HoldfastModel
internal import JSONText

extension Replies {
  private static let always: Set<String> = [
    "name", "summary", "mode", "unit", "keys", "params", "needs_texts",
  ]

  /// The checkers that a plugin describes.
  static func description(
    _ reply: JSONValue, of plugin: String
  ) throws(PluginFault) -> [PluginChecker] {
    let description = try ReplyObject(reply, "the reply", wanted: ["type", "checkers"])
    var result: [PluginChecker] = []
    for item in try description.list("checkers", most: 1000) {
      let checker = try checker(item, of: plugin)
      guard !result.contains(where: { $0.name == checker.name }) else {
        throw .reply(.shape, "two checkers have one name", quoted: checker.name)
      }
      result.append(checker)
    }
    guard !result.isEmpty else { throw .reply(.shape, "it has no checker") }
    return result
  }

  private static func checker(
    _ item: JSONValue, of plugin: String
  ) throws(PluginFault) -> PluginChecker {
    let mode = item["mode"]?.text.flatMap(PluginChecker.Mode.init)
    let own: Set<String> = mode == .rows ? ["mergeable", "columns"] : ["compares_groups"]
    let object = try ReplyObject(item, "a checker", wanted: always.union(own))
    let name = try object.text("name", longest: 64)
    guard PluginName.isInner(name) else {
      throw .reply(
        .shape, "the name of a checker is not of small letters, digits and '_', a letter first")
    }
    let isOfRows = try object.word("mode", PluginChecker.Mode.self) == .rows
    return PluginChecker(
      plugin: plugin, name: name, summary: try object.text("summary", longest: 200),
      mode: isOfRows ? .rows : .aggregates, unit: try object.word("unit"),
      keys: try keys(object, isOfRows: isOfRows), needsTexts: try object.flag("needs_texts"),
      isMergeable: isOfRows ? try object.flag("mergeable") : false,
      comparesGroups: isOfRows ? false : try object.flag("compares_groups"),
      columns: isOfRows ? try columns(object) : [],
      parameters: try parameters(try object.value("params")))
  }

  private static func keys(
    _ object: ReplyObject, isOfRows: Bool
  ) throws(PluginFault) -> [CheckerDeclaration.Key: CheckerDeclaration.Want] {
    let allowed: [CheckerDeclaration.Key] =
      isOfRows ? [.condition] : [.measure, .condition, .key, .per]
    var result: [CheckerDeclaration.Key: CheckerDeclaration.Want] = [:]
    for member in try object.members("keys") {
      guard let key = allowed.first(where: { $0.rawValue == member.key }) else {
        let words = allowed.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        throw .reply(.shape, "'keys' of a checker of this mode are among \(words)")
      }
      switch member.value.text {
      case "required": result[key] = .required
      case "optional": result[key] = .optional
      default: throw .reply(.shape, "a key of a checker is neither 'required' nor 'optional'")
      }
    }
    return result
  }

  private static func columns(
    _ object: ReplyObject
  ) throws(PluginFault) -> [PluginChecker.Column] {
    var result: [PluginChecker.Column] = []
    for item in try object.list("columns", most: 1000) {
      let column = try ReplyObject(
        item, "a column", wanted: ["role", "type", "nullable", "means"])
      let role = try column.text("role", longest: 64)
      guard PluginName.isInner(role), !result.contains(where: { $0.role == role }) else {
        throw .reply(
          .shape, "a role is not of small letters, digits and '_', a letter first, or comes twice")
      }
      result.append(
        PluginChecker.Column(
          role: role, type: try column.word("type"), isNullable: try column.flag("nullable"),
          means: try column.text("means", longest: 500)))
    }
    guard !result.isEmpty else { throw .reply(.shape, "a checker of rows names no column") }
    return result
  }

  private static func parameters(_ value: JSONValue) throws(PluginFault) -> ParameterSchema {
    do throws(ParameterSchemaError) {
      return try ParameterSchema(ofParameters: value)
    } catch {
      throw .reply(.shape, "'params' at \(error.pointer): \(error.message)")
    }
  }
}
