import HoldfastModel

/// A form that texts have, as a regular expression that schemas can say.
///
/// It lets pass all that the reader of such a text takes, and a little more: that a day exists, or
/// that a quantity is one, no pattern says.
struct Form: Sendable {
  /// The pattern, in the dialect that JSON Schema and its readers share.
  let pattern: String
  /// Whether the same may be a number where it is written without quotes.
  var mayBeNumber = false

  private static let blanks = "[ \\t\\r\\n]*"
  private static let comparison = "(>|<|=|between |\\+|-)"

  /// A line to reach: a comparator first, or the change from a baseline.
  static let target = Form(pattern: "^\(blanks)\(comparison)")
  /// A line to reach, or the word in its place.
  static let targetOrRequired = Form(pattern: "^\(blanks)(\(comparison)|required\(blanks)$)")
  /// A part of a whole: `25%`.
  static let percent = Form(pattern: "%\(blanks)$")
  /// A number, perhaps with its unit: `12.5m`.
  static let quantity = Form(pattern: "[0-9]", mayBeNumber: true)
  /// A currency's code: `GBP`.
  static let currency = Form(pattern: "^[A-Z]{3}$")
  /// A day of a year on which a year may start: `04-01`.
  static let yearStart = Form(pattern: "^(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$")
  /// A month: `2024-04`, or its first day.
  static let month = Form(pattern: "^[0-9]{4}-(0[1-9]|1[0-2])(-01)?$")
  /// A SHA-256 digest.
  static let digest = Form(pattern: "^[0-9a-fA-F]{64}$", mayBeNumber: true)
  /// A day: `2024-04-01`.
  static let date = Form(pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
  /// A commitment with its pack, perhaps with a group: `cleveland/CLE-1[Estates]`.
  static let findingName = Form(pattern: "^[^/\\[]+/[^/\\[]+(\\[.+\\])?$")
  /// Anything but blanks.
  static let filled = Form(pattern: "[^ \\t\\r\\n]", mayBeNumber: true)
}

/// How a name is spelt, and what it names.
struct Naming: Sendable {
  /// A rule of spelling.
  enum Rule: Sendable {
    /// In expressions.
    case variable
    /// Of packs and commitments.
    case identifier
  }

  /// What is named, for messages: "a column's name".
  let what: String
  /// How it is spelt.
  let rule: Rule

  /// A name for expressions.
  static func variable(_ what: String) -> Naming { Naming(what: what, rule: .variable) }
  /// A name of packs and commitments.
  static func identifier(_ what: String) -> Naming { Naming(what: what, rule: .identifier) }

  /// The rule as a pattern for schemas.
  var form: Form {
    switch rule {
    case .variable: Form(pattern: "^[a-z][a-z0-9_]{0,63}$")
    case .identifier: Form(pattern: "^[A-Za-z0-9_.-]{1,64}$", mayBeNumber: true)
    }
  }

  /// Reports a name that is not spelt so.
  func check(_ name: Located<String>, _ problems: Problems) {
    switch rule {
    case .variable: Names.check(name, Names.variable, what, problems)
    case .identifier: Names.check(name, Names.identifier, what, problems)
    }
  }
}
