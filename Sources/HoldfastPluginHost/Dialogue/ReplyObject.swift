internal import Diagnostics
internal import JSONText

/// An object of a reply: it has just the keys that it should, and each is taken as what it should
/// be. What does not fit is of the kind `shape`.
struct ReplyObject {
  private let value: JSONValue
  /// What messages call it: "a checker".
  private let name: String

  /// - Parameters:
  ///   - wanted: The keys that it has to have.
  ///   - optional: Those that it may have besides.
  init(
    _ value: JSONValue, _ name: String, wanted: Set<String>, optional: Set<String> = []
  ) throws(PluginFault) {
    self.value = value
    self.name = name
    guard let members = value.members else { throw .reply(.shape, "\(name) is no object") }
    let keys = Set(members.map(\.key))
    if let missing = wanted.subtracting(keys).min() {
      throw .reply(.shape, "\(name) lacks the key '\(missing)'")
    }
    if let strange = keys.subtracting(wanted).subtracting(optional).min() {
      throw .reply(
        .shape, "\(name) has a key that the protocol does not know",
        quoted: Diagnostic.printable(strange, limit: 60))
    }
  }

  /// Whether a key that may be missing is there.
  func has(_ key: String) -> Bool { value[key] != nil }

  func value(_ key: String) throws(PluginFault) -> JSONValue {
    guard let value = value[key] else { throw .reply(.shape, "\(name) lacks the key '\(key)'") }
    return value
  }

  /// A text that is printable and not empty.
  func text(_ key: String, longest: Int) throws(PluginFault) -> String {
    try Self.text(try value(key), "'\(key)' of \(name)", longest: longest)
  }

  static func text(
    _ value: JSONValue, _ name: String, longest: Int
  ) throws(PluginFault) -> String {
    guard let text = value.text, !text.isEmpty, text.unicodeScalars.count <= longest,
      Diagnostic.printable(text, limit: .max) == text
    else { throw .reply(.shape, "\(name) is no printable text of 1 to \(longest) characters") }
    return text
  }

  /// A number of rows or the like.
  func count(_ key: String) throws(PluginFault) -> Int {
    try Self.count(try value(key), "'\(key)' of \(name)")
  }

  static func count(_ value: JSONValue, _ name: String) throws(PluginFault) -> Int {
    guard case .number(let text) = value.kind, let number = ReplyLine.wholeNumber(text), number >= 0
    else { throw .reply(.shape, "\(name) is no whole number from 0") }
    return number
  }

  func flag(_ key: String) throws(PluginFault) -> Bool {
    guard case .bool(let flag) = try value(key).kind else {
      throw .reply(.shape, "'\(key)' of \(name) is neither true nor false")
    }
    return flag
  }

  /// One of some words.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type = Word.self
  ) throws(PluginFault) -> Word {
    guard let text = try value(key).text, let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw .reply(.shape, "'\(key)' of \(name) is none of \(words)")
    }
    return word
  }

  func list(_ key: String, most: Int) throws(PluginFault) -> [JSONValue] {
    guard let items = try value(key).items, items.count <= most else {
      throw .reply(.shape, "'\(key)' of \(name) is no list of at most \(most)")
    }
    return items
  }

  func members(_ key: String) throws(PluginFault) -> [JSONMember] {
    guard let members = try value(key).members else {
      throw .reply(.shape, "'\(key)' of \(name) is no object")
    }
    return members
  }
}
