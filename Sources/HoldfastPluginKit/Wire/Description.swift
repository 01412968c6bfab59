internal import JSONText

/// What `describe` says of a checker.
enum Description {
  static func of(_ checker: any Checker.Type) -> JSONValue {
    let rows = checker as? any RowsChecker.Type
    var members: [(String, JSONValue)] = [
      ("name", .word(checker.name)), ("summary", .word(checker.summary)),
      ("mode", .word(rows == nil ? "aggregates" : "rows")), ("unit", .word(checker.unit.rawValue)),
      ("keys", keys(checker)), ("params", parameters(checker.parameters)),
      ("needs_texts", .flag(checker.needsTexts)),
    ]
    if let rows {
      members += [
        ("mergeable", .flag(checker is any MergeableChecker.Type)),
        ("columns", .list(rows.columns.map(column))),
      ]
    } else {
      let compares = (checker as? any AggregatesChecker.Type)?.comparesGroups ?? false
      members.append(("compares_groups", .flag(compares)))
    }
    return .object(members)
  }

  private static func keys(_ checker: any Checker.Type) -> JSONValue {
    var keys: [(Key, Want)] = []
    if let aggregates = checker as? any AggregatesChecker.Type { keys = aggregates.keys }
    if let condition = (checker as? any RowsChecker.Type)?.condition {
      keys = [(.condition, condition)]
    }
    return .object(keys.map { ($0.0.rawValue, .word($0.1.rawValue)) })
  }

  private static func parameters(_ declared: [any ParameterDeclaration]) -> JSONValue {
    .object([
      ("type", .word("object")), ("properties", .object(declared.map { ($0.name, $0.schema) })),
      ("required", .list(declared.filter(\.isRequired).map { .word($0.name) })),
      ("additionalProperties", .flag(false)),
    ])
  }

  private static func column(_ column: any ColumnDeclaration) -> JSONValue {
    .object([
      ("role", .word(column.role)), ("type", .word(column.type)),
      ("nullable", .flag(column.isNullable)), ("means", .word(column.means)),
    ])
  }
}
