internal import JSONText

/// Reads the line of a reply, as strictly as the protocol asks.
enum ReplyLine {
  /// How many lists and objects may stand one inside another.
  private static let limits = JSONLimits(
    depth: 64, tokenBytes: 1 << 20, openKeyBytes: 1 << 21, treeBytes: 1 << 20)

  /// The value on a line, in which every number is a whole one; `json` where it is no JSON, `value`
  /// where a number is not exact.
  static func read(_ line: [UInt8]) throws(PluginFault) -> JSONValue {
    guard !line.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw .reply(.json, "it begins with a byte order mark")
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: line, limits: limits)
    } catch {
      if case .word(let word, _) = error.kind, ["nan", "infinity"].contains(word.lowercased()) {
        throw .reply(.value, "it holds \(word), which is no exact number")
      }
      // What stands in the reply may be a cell.
      throw .reply(.json, "\(error.words(hidden: true).message), at column \(error.place.column)")
    }
    guard case .object = value.kind, value["type"]?.text != nil else {
      throw .reply(.json, "it is no object with a 'type'")
    }
    try checkNumbers(of: value)
    return value
  }

  private static func checkNumbers(of value: JSONValue) throws(PluginFault) {
    switch value.kind {
    case .number(let text):
      guard wholeNumber(text) != nil else {
        throw .reply(
          .value, "it holds a number that is not whole or lies beyond 2^53 - 1; others are text")
      }
    case .list(let items):
      for item in items { try checkNumbers(of: item) }
    case .object(let members):
      for member in members { try checkNumbers(of: member.value) }
    case .null, .bool, .text: break
    }
  }

  /// A number as every reader of JSON takes it; nil for others.
  static func wholeNumber(_ text: String) -> Int? {
    guard let number = Int(text), abs(number) < 1 << 53 else { return nil }
    return number
  }
}
