import Diagnostics

/// The value on a line that an offset belongs to, as its author sees it: what stands after
/// `key:`, `-`, `[`, `{` or a comma. Found in the text, since YAML has understood it otherwise.
struct ValuePlace {
  let source: SourceText
  /// The key before the value, if it has one.
  private(set) var key: String?
  /// Where the value begins.
  private(set) var start: Int
  /// Whether the value stands within brackets.
  private(set) var inBrackets = false
  /// Where a quoted or bracketed part at the value's start ends, if it ends before the offset.
  private(set) var closed: Int?
  private let lineStart: Int
  private let lineEnd: Int

  /// The last value that begins at or before an offset of the same line.
  init(at offset: Int, in source: SourceText) {
    self.source = source
    let bytes = source.utf8
    let offset = min(max(0, offset), bytes.count)
    // A file may be one line of megabytes; a message shows a screenful of it at most.
    let near = max(0, offset - 4096)..<min(bytes.count, offset + 4096)
    lineStart =
      bytes[near.lowerBound..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? near.lowerBound
    lineEnd =
      bytes[lineStart..<near.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D }
      ?? near.upperBound
    start = lineStart + (bytes[lineStart..<lineEnd].starts(with: "--- ".utf8) ? 4 : 0)
    scan(bytes, to: min(offset, lineEnd))
  }

  private mutating func scan(_ bytes: [UInt8], to offset: Int) {
    var outer: [(start: Int, key: String?)] = []
    var at = skipBlanks(bytes, from: start)
    start = at
    while at < offset {
      let byte = bytes[at]
      if at == start, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at = endOfQuotes(bytes, from: at)
        if at <= offset { closed = at }
        continue
      }
      at += 1
      switch byte {
      case UInt8(ascii: "[") where at - 1 == start, UInt8(ascii: "{") where at - 1 == start:
        outer.append((start, key))
        at = begin(bytes, at, key: nil)
      case UInt8(ascii: "]") where !outer.isEmpty, UInt8(ascii: "}") where !outer.isEmpty:
        (start, key) = outer.removeLast()
        closed = at
      case UInt8(ascii: ",") where !outer.isEmpty: at = begin(bytes, at, key: nil)
      case UInt8(ascii: ":") where endsWord(bytes, at):
        let name = String(decoding: bytes[start..<at - 1], as: UTF8.self)
        at = begin(bytes, at, key: name)
      case UInt8(ascii: "-") where at - 1 == start && endsWord(bytes, at):
        at = begin(bytes, at, key: nil)
      default: break
      }
    }
    inBrackets = !outer.isEmpty
  }

  private mutating func begin(_ bytes: [UInt8], _ at: Int, key: String?) -> Int {
    start = skipBlanks(bytes, from: at)
    self.key = key
    closed = nil
    return start
  }

  private func endsWord(_ bytes: [UInt8], _ at: Int) -> Bool { at >= lineEnd || isBlank(bytes[at]) }

  private func skipBlanks(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < lineEnd, isBlank(bytes[at]) { at += 1 }
    return at
  }

  private func endOfQuotes(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start + 1
    while at < lineEnd, bytes[at] != bytes[start] {
      at += bytes[at] == UInt8(ascii: "\\") && bytes[start] == UInt8(ascii: "\"") ? 2 : 1
    }
    return min(at + 1, lineEnd)
  }

  /// The value up to the end of its line, without a comment; within brackets up to the comma or
  /// bracket that ends it.
  var range: Range<Int> {
    let bytes = source.utf8
    var at = start
    var depth = 0
    while at < lineEnd {
      let byte = bytes[at]
      if byte == UInt8(ascii: "#"), at > start, isBlank(bytes[at - 1]) { break }
      if [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{")].contains(byte) { depth += 1 }
      if [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte) { depth -= 1 }
      if inBrackets, depth < 0 || (depth == 0 && byte == UInt8(ascii: ",")) { break }
      at += 1
    }
    while at > start, isBlank(bytes[at - 1]) { at -= 1 }
    return start..<at
  }

  /// Whether nothing but blanks stands before the value.
  var startsLine: Bool { source.utf8[lineStart..<start].allSatisfy(isBlank) }

  /// The value, or as much of it as a message has room for.
  var text: String {
    Diagnostic.printable(String(decoding: source.utf8[range], as: UTF8.self), limit: 120)
  }

  /// The line as it should be written: `where: '!row.ok'`.
  func quoted(preferDouble: Bool = false) -> String {
    (key.map { Diagnostic.printable($0, limit: 60) + ": " } ?? "") + inQuotes(preferDouble)
  }

  private func inQuotes(_ preferDouble: Bool) -> String {
    let text = self.text
    let mayDouble = !text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    if mayDouble, preferDouble || text.utf8.contains(UInt8(ascii: "'")) { return "\"\(text)\"" }
    let doubled = text.unicodeScalars.reduce(into: "") { result, scalar in
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
    return "'\(doubled)'"
  }
}
