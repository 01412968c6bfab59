/// A JSON value with the places of its parts. Numbers are text as written, exact to the last
/// digit; the members of an object keep their order.
public struct JSONValue: Sendable {
  /// What a value is.
  public enum Kind: Sendable {
    case null
    case bool(Bool)
    /// A number as written.
    case number(String)
    case text(String)
    case list([JSONValue])
    /// The members, no two with the same key.
    case object([JSONMember])
  }

  /// What it is.
  public let kind: Kind
  /// Where it begins.
  public let place: JSONPlace

  /// A value at a place.
  public init(_ kind: Kind, at place: JSONPlace) {
    self.kind = kind
    self.place = place
  }

  /// Reads the one value that a text is.
  public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    var reader = JSONReader(limits: limits)
    reader.feed(bytes)
    reader.finish()
    self = try reader.wholeValue()
  }

  /// The value of a member; nil where there is none, or this is no object. Keys are compared byte
  /// for byte.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The text, if it is one.
  public var text: String? {
    guard case .text(let text) = kind else { return nil }
    return text
  }

  /// The items, if it is a list.
  public var items: [JSONValue]? {
    guard case .list(let items) = kind else { return nil }
    return items
  }

  /// The members, if it is an object.
  public var members: [JSONMember]? {
    guard case .object(let members) = kind else { return nil }
    return members
  }

  /// Whether it is `null`.
  public var isNull: Bool {
    guard case .null = kind else { return false }
    return true
  }
}

/// A key and its value.
public struct JSONMember: Sendable {
  /// The key.
  public let key: String
  /// Where the key stands.
  public let place: JSONPlace
  /// The value.
  public let value: JSONValue

  /// A key and its value.
  public init(key: String, at place: JSONPlace, value: JSONValue) {
    self.key = key
    self.place = place
    self.value = value
  }
}

extension JSONReader {
  /// The value that the rest of the text is: all bytes must have been fed, and `finish` called.
  public mutating func wholeValue() throws(JSONError) -> JSONValue {
    var tree = JSONTree(limits: limits)
    var whole: JSONValue?
    while let event = try next() {
      if let value = try tree.take(event, of: self) { whole = value }
    }
    guard let whole else { throw ended() }
    return whole
  }
}
