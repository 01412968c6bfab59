internal import Exact
internal import JSONText
internal import Patterns

/// One schema of a schema: what it asks of a value. Schemas inside it are named by their numbers.
struct SchemaNode: Sendable {
  /// The kinds of values of JSON Schema; a whole number is a `number` as well.
  enum Kind: String, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object

    /// With its article, for messages.
    var words: String {
      switch self {
      case .null: "null"
      case .boolean: "true or false"
      case .integer: "a whole number"
      case .number: "a number"
      case .string: "a text"
      case .array: "a list"
      case .object: "a mapping"
      }
    }
  }

  /// What a text has to be, and what is made of a value before it is checked.
  enum Format: String, Sendable {
    /// An exact number as a text; numbers and percentages of a pack are made into one.
    case decimal
    /// A day, such as `2024-04-01`.
    case date
  }

  /// Where it stands in the schema, as a JSON pointer.
  var pointer: String
  /// Whether it refuses every value.
  var isFalse = false
  var kinds: Set<Kind>?
  /// The only values, where they are listed, and each as it is shown.
  var values: [(value: ParameterValue, shown: String)]?
  var constant: (value: ParameterValue, shown: String)?
  var minimum: Decimal?
  var maximum: Decimal?
  var exclusiveMinimum: Decimal?
  var exclusiveMaximum: Decimal?
  var multipleOf: Decimal?
  var minLength: Int?
  var maxLength: Int?
  var pattern: Pattern?
  var format: Format?
  var items: Int?
  var minItems: Int?
  var maxItems: Int?
  var areItemsUnique = false
  var properties: [(name: String, node: Int)] = []
  var required: [String] = []
  /// What every value of another key has to be.
  var additional: Int?
  var reference: Int?
  var all: [Int] = []
  var any: [Int]?
  var one: [Int]?
  var not: Int?
  var summary: String?
  /// What stands for a value that is not there.
  var standard: JSONValue?

  /// Schemas that the same value is held against.
  var sameValue: [Int] {
    [reference, not].compactMap { $0 } + all + (any ?? []) + (one ?? [])
  }
}
