import Diagnostics

/// All that is wrong with the headers of a file: an error a column, or one for all columns without
/// a header where these are many or have one cause.
struct HeaderReport {
  /// How many columns are named with what was looked for.
  private static let limit = 12

  let schema: [ColumnSchema]
  let map: HeaderMap
  let place: Diagnostic.Place
  /// Whether headers may not be shown.
  let hidden: Bool
  /// What the cause seems to be, where that can be told.
  let hint: String?

  /// The errors.
  var items: [Diagnostic] {
    let missing = map.problems.filter(\.isWithoutHeader).map { schema[$0.column] }
    let isOne = missing.count > (hint == nil ? 2 : 1)
    let others = isOne ? map.problems.filter { !$0.isWithoutHeader } : map.problems
    let each = others.map {
      $0.diagnostic(schema, map.headers, at: place, hidden: hidden, hint: hint)
    }
    return (isOne ? [together(missing)] : []) + each
  }

  private func together(_ columns: [ColumnSchema]) -> Diagnostic {
    let named = columns.prefix(Self.limit).map {
      "'\($0.name)' (looked for \(HeaderText.list(HeaderProblem.names($0))))"
    }
    let more = columns.count > Self.limit ? " and \(columns.count - Self.limit) more" : ""
    return Diagnostic(
      .error,
      "\(columns.count) columns have no header: \(named.joined(separator: ", "))\(more); found "
        + HeaderProblem.found(map.headers, hidden), at: place, help: hint ?? help(columns))
  }

  /// Which headers may be meant for some of the columns.
  private func help(_ columns: [ColumnSchema]) -> String {
    let near = columns.compactMap { column in
      HeaderProblem.near(column, map.headers).map {
        "'\(HeaderText.shown($0))' for \(column.name)"
      }
    }
    let add = "add the headers of the file under `from` of these columns"
    guard !near.isEmpty, !hidden else { return add }
    return add + "; perhaps " + near.prefix(Self.limit).joined(separator: ", ")
  }
}
