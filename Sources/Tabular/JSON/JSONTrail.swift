import JSONText

/// The way from the root of a JSON text to where its reading stands.
struct JSONTrail {
  private enum Level {
    /// An object, and the key of which the value is being read.
    case object([UInt8])
    case list
  }

  private var levels: [Level] = []
  private var lists = 0

  /// How many objects and lists are open.
  var depth: Int { levels.count }

  /// Takes an event; `token` is what a key says.
  mutating func take(_ event: JSONEvent, _ token: @autoclosure () -> [UInt8]) {
    switch event {
    case .beginObject: levels.append(.object([]))
    case .beginList:
      levels.append(.list)
      lists += 1
    case .endObject: _ = levels.popLast()
    case .endList:
      _ = levels.popLast()
      lists -= 1
    case .key:
      if let last = levels.indices.last { levels[last] = .object(token()) }
    case .text, .number, .bool, .null: break
    }
  }

  /// Whether the value that begins here is the one that these keys lead to from the root.
  func leads(through keys: [[UInt8]]) -> Bool {
    guard lists == 0, levels.count == keys.count else { return false }
    return zip(levels, keys).allSatisfy { level, key in
      guard case .object(let here) = level else { return false }
      return here == key
    }
  }

  /// Whether a value that begins here is an item of a list.
  var isInList: Bool {
    guard case .list? = levels.last else { return false }
    return true
  }

  /// The key of the whole text's member that is being read, where the whole is an object.
  var rootKey: [UInt8] {
    guard case .object(let key)? = levels.first else { return [] }
    return key
  }

  /// The path of the value that begins here; nil inside a list, and at the root.
  var path: [UInt8]? {
    guard lists == 0, !levels.isEmpty else { return nil }
    let keys = levels.map { level in
      guard case .object(let key) = level else { return [UInt8]() }
      return key
    }
    return Array(keys.joined(separator: [UInt8(ascii: ".")]))
  }

  /// The path as an institution would write it, with `[]` behind lists.
  var shown: String {
    var text = ""
    for level in levels {
      switch level {
      case .object(let key):
        text += (text.isEmpty ? "" : ".") + String(decoding: key, as: UTF8.self)
      case .list: text += "[]"
      }
    }
    return text
  }
}
