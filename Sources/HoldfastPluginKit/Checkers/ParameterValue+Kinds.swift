public import Exact
public import JSONText

extension Int: ParameterValue {
  /// A whole number.
  public static var schema: [(String, JSONValue)] { [("type", .word("integer"))] }

  /// The number that was sent.
  public init?(json: JSONValue?) {
    guard let number = json?.whole else { return nil }
    self = number
  }

  /// The number as it is sent.
  public var json: JSONValue { .number(self) }
}

extension Bool: ParameterValue {
  /// True or false.
  public static var schema: [(String, JSONValue)] { [("type", .word("boolean"))] }

  /// The flag that was sent.
  public init?(json: JSONValue?) {
    guard let flag = json?.flag else { return nil }
    self = flag
  }

  /// The flag as it is sent.
  public var json: JSONValue { .flag(self) }
}

extension String: ParameterValue {
  /// A text.
  public static var schema: [(String, JSONValue)] { [("type", .word("string"))] }

  /// The text that was sent.
  public init?(json: JSONValue?) {
    guard let text = json?.text else { return nil }
    self = text
  }

  /// The text as it is sent.
  public var json: JSONValue { .word(self) }
}

extension Decimal: ParameterValue {
  /// A number or a percentage of the pack, sent as a text.
  public static var schema: [(String, JSONValue)] {
    [("type", .word("string")), ("format", .word("decimal"))]
  }

  /// The number that was sent.
  public init?(json: JSONValue?) {
    guard let number = (json?.text).flatMap({ Decimal($0) }) else { return nil }
    self = number
  }

  /// The number as it is sent.
  public var json: JSONValue { .word(description) }
}

extension CivilDate: ParameterValue {
  /// A day.
  public static var schema: [(String, JSONValue)] {
    [("type", .word("string")), ("format", .word("date"))]
  }

  /// The day that was sent.
  public init?(json: JSONValue?) {
    guard let day = (json?.text).flatMap({ CivilDate($0) }) else { return nil }
    self = day
  }

  /// The day as it is sent.
  public var json: JSONValue { .word(description) }
}

extension Optional: ParameterValue where Wrapped: ParameterValue {
  /// What is wrapped.
  public static var schema: [(String, JSONValue)] { Wrapped.schema }

  /// It may be left out.
  public static var isOptional: Bool { true }

  /// The value that was sent, or nil where there is none.
  public init?(json: JSONValue?) {
    guard let json else {
      self = .none
      return
    }
    guard let value = Wrapped(json: json) else { return nil }
    self = .some(value)
  }

  /// The value as it is sent.
  public var json: JSONValue { self?.json ?? .nothing }
}

extension Array: ParameterValue where Element: ParameterValue {
  /// A list.
  public static var schema: [(String, JSONValue)] {
    [("type", .word("array")), ("items", .object(Element.schema))]
  }

  /// The items that were sent.
  public init?(json: JSONValue?) {
    guard let items = json?.items else { return nil }
    let values = items.compactMap { Element(json: $0) }
    guard values.count == items.count else { return nil }
    self = values
  }

  /// The items as they are sent.
  public var json: JSONValue { .list(map(\.json)) }
}

extension Dictionary: ParameterValue where Key == String, Value: ParameterValue {
  /// A mapping of any keys.
  public static var schema: [(String, JSONValue)] {
    [("type", .word("object")), ("additionalProperties", .object(Value.schema))]
  }

  /// The members that were sent.
  public init?(json: JSONValue?) {
    guard let members = json?.members else { return nil }
    self = [:]
    for member in members {
      guard let value = Value(json: member.value) else { return nil }
      self[member.key] = value
    }
  }

  /// The members as they are sent, by the bytes of their keys.
  public var json: JSONValue {
    let keys = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return .object(keys.compactMap { key in self[key].map { (key, $0.json) } })
  }
}
