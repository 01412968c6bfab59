internal import JSONText

/// Values to be sent. There is none for a number with a point, so that none is ever inexact.
extension JSONValue {
  static let nothing = JSONValue(.null, at: JSONPlace())

  static func word(_ word: String) -> JSONValue { JSONValue(.text(word), at: JSONPlace()) }

  static func flag(_ flag: Bool) -> JSONValue { JSONValue(.bool(flag), at: JSONPlace()) }

  static func number(_ number: Int) -> JSONValue {
    JSONValue(.number(String(number)), at: JSONPlace())
  }

  static func list(_ items: [JSONValue]) -> JSONValue { JSONValue(.list(items), at: JSONPlace()) }

  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    JSONValue(
      .object(members.map { JSONMember(key: $0.0, at: JSONPlace(), value: $0.1) }),
      at: JSONPlace())
  }

  /// A whole number; nil where it is none.
  var whole: Int? {
    guard case .number(let text) = kind else { return nil }
    return Int(text)
  }

  /// True or false; nil where it is neither.
  var flag: Bool? {
    guard case .bool(let flag) = kind else { return nil }
    return flag
  }
}
