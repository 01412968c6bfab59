/// A key and its value in a map literal.
public struct Entry: Sendable, Hashable {
  /// The key.
  public let key: Expression
  /// What the key stands for.
  public let value: Expression
  /// Whether the value is an optional value; where it holds nothing there is no entry.
  public let isOptional: Bool

  /// An entry.
  public init(key: Expression, value: Expression, isOptional: Bool = false) {
    self.key = key
    self.value = value
    self.isOptional = isOptional
  }
}

/// A field of a message literal.
public struct Field: Sendable {
  /// The name of the field.
  public let name: String
  /// Its value.
  public let value: Expression
  /// Whether the value is an optional value; where it holds nothing the field is not set.
  public let isOptional: Bool
  /// The UTF-8 bytes of the text that name it.
  let range: Range<Int>

  init(name: String, value: Expression, isOptional: Bool, range: Range<Int>? = nil) {
    self.name = name
    self.value = value
    self.isOptional = isOptional
    self.range = range ?? value.range
  }
}

extension Field: Hashable {
  /// Whether both say the same, wherever they stand.
  public static func == (left: Field, right: Field) -> Bool {
    left.name == right.name && left.value == right.value && left.isOptional == right.isOptional
  }

  /// Hashes what the field says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(value)
  }
}
