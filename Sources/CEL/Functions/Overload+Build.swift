extension Overload {
  /// An overload of one argument.
  static func one(
    _ id: String, _ parameter: CELType, _ result: CELType, member: Bool = false,
    universal: Bool = false, _ body: @escaping @Sendable (Value) -> Value
  ) -> Overload {
    Overload(
      id, [parameter], result, isMember: member, isUniversal: universal, body: .unary(body))
  }

  /// An overload of two arguments.
  static func two(
    _ id: String, _ first: CELType, _ second: CELType, _ result: CELType, member: Bool = false,
    universal: Bool = false, _ body: @escaping @Sendable (Value, Value) -> Value
  ) -> Overload {
    Overload(
      id, [first, second], result, isMember: member, isUniversal: universal, body: .binary(body))
  }

  /// An overload of any number of arguments.
  static func many(
    _ id: String, _ parameters: [CELType], _ result: CELType, member: Bool = false,
    _ body: @escaping @Sendable ([Value]) -> Value
  ) -> Overload {
    Overload(id, parameters, result, isMember: member, body: .general(body))
  }
}

/// How large a value a function may make, whatever the expression asks for.
enum Sizes {
  static let bytes = 1 << 24
  static let elements = 1 << 18

  static let tooLong = Value.failure("the text would be too long")
  static let tooMany = Value.failure("the list would have too many elements")
}
