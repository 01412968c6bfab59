import Diagnostics

/// Why a declared column has no field, or no single one.
struct HeaderProblem {
  /// What is wrong.
  enum Kind {
    case missing
    case doubled([Int])
    /// No such position; what the file has.
    case beyond(Int, String)
    case tooFew(HeaderName, found: Int)
  }

  /// The column's place in the schema.
  let column: Int
  private let kind: Kind

  init(_ column: Int, _ kind: Kind) {
    self.column = column
    self.kind = kind
  }

  /// Whether the file does not have the column.
  var isMissing: Bool { if case .doubled = kind { false } else { true } }

  /// Whether no header is the column's.
  var isWithoutHeader: Bool { if case .missing = kind { true } else { false } }

  /// The message. Where the headers are `hidden` they are not listed: in a file without headers
  /// they would be somebody's data. `hint` is better advice than what the headers alone give.
  func diagnostic(
    _ schema: [ColumnSchema], _ headers: [String], at place: Diagnostic.Place, hidden: Bool,
    hint: String?
  ) -> Diagnostic {
    let column = schema[column]
    switch kind {
    case .missing:
      return Diagnostic(
        .error, Self.missing(column, headers, hidden), at: place,
        help: hint ?? Self.help(column, headers, hidden))
    case .doubled(let fields):
      return Diagnostic(
        .error,
        "\(fields.count) headers match the column '\(column.name)': "
          + HeaderText.list(fields.map { headers[$0] }), at: place,
        help: Self.choice(fields, headers) + " under \(column.declaredAt)")
    case .beyond(let position, let found):
      return Diagnostic(
        .error,
        "the column '\(column.name)' should be number \(position), and \(found)", at: place,
        help: hint ?? "correct the position under \(column.declaredAt)")
    case .tooFew(let name, let found):
      return Diagnostic(
        .error,
        "the column '\(column.name)' should be number \(name.nth ?? 1) of those headed "
          + "'\(HeaderText.shown(name.text))', and the file has \(found)", at: place,
        help: "correct `nth` under \(column.declaredAt)")
    }
  }

  private static func missing(
    _ column: ColumnSchema, _ headers: [String], _ hidden: Bool
  ) -> String {
    "the column '\(column.name)' has no header: looked for \(HeaderText.list(names(column))), "
      + "found \(found(headers, hidden))"
  }

  /// What the headers of the file are.
  static func found(_ headers: [String], _ hidden: Bool) -> String {
    let listed = HeaderText.list(headers)
    return hidden ? "\(headers.count) others" : listed.isEmpty ? "none" : listed
  }

  private static func help(
    _ column: ColumnSchema, _ headers: [String], _ hidden: Bool
  ) -> String {
    let help =
      near(column, headers)
      .flatMap { hidden ? nil : "if '\(HeaderText.shown($0))' is meant, add it under " }
      ?? "add the header of the file under "
    return help + column.declaredAt
  }

  /// The header that is spelt most like one of a column's.
  static func near(_ column: ColumnSchema, _ headers: [String]) -> String? {
    names(column).lazy.compactMap { Nearest.name(to: $0, in: headers) }.first
  }

  /// How one of several fields is chosen: by its header, or where that is the same by a number.
  private static func choice(_ fields: [Int], _ headers: [String]) -> String {
    guard let first = fields.first, let last = fields.last,
      fields.allSatisfy({ headers[$0] == headers[first] })
    else { return "write one of them exactly" }
    return "write { header: '\(HeaderText.shown(headers[first]))', nth: \(fields.count) } or "
      + "{ position: \(last + 1) } for one of them"
  }

  static func names(_ column: ColumnSchema) -> [String] {
    if case .headers(let names) = column.origin { names.map(\.text) } else { [] }
  }
}
