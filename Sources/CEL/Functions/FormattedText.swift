import Exact

/// A value as `%s` writes it. Lists and maps are worked through one level after the other and not
/// by recursion: they may be as deep as data.
struct FormattedText {
  private var bytes: [UInt8] = []
  private var open: [Level] = []

  /// A list or map of which a part is written.
  private struct Level {
    let values: [Value]
    /// The keys of a map, none for a list.
    let labels: [String]
    let close: String
    var next = 0
  }

  init(_ value: Value) throws(FormatError) {
    try begin(value)
    while var level = open.popLast() {
      guard level.next < level.values.count else {
        try append(level.close)
        continue
      }
      if level.next > 0 { try append(", ") }
      if !level.labels.isEmpty { try append(level.labels[level.next] + ": ") }
      let value = level.values[level.next]
      level.next += 1
      open.append(level)
      try begin(value)
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func begin(_ value: Value) throws(FormatError) {
    switch value {
    case .list(let values):
      try append("[")
      open.append(Level(values: values, labels: [], close: "]"))
    case .map(let map):
      var entries: [(label: String, value: Value)] = []
      for (key, value) in map.entries { entries.append((try Self.scalar(key), value)) }
      entries.sort { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
      try append("{")
      open.append(
        Level(values: entries.map(\.value), labels: entries.map(\.label), close: "}"))
    default: try append(Self.scalar(value))
    }
  }

  private mutating func append(_ text: String) throws(FormatError) {
    guard bytes.count + text.utf8.count <= Sizes.bytes else { throw .tooLong }
    bytes += text.utf8
  }

  private static func scalar(_ value: Value) throws(FormatError) -> String {
    switch value {
    case .null: return "null"
    case .bool(let bool): return String(bool)
    case .int(let int): return String(int)
    case .uint(let uint): return String(uint)
    case .double(let double): return double.formatted
    case .string(let text): return text
    case .bytes(let bytes): return String(mending: bytes)
    case .timestamp(let time): return time.description
    case .duration(let span): return span.inSeconds.formatted + "s"
    case .type(let type): return type.name
    case .decimal(let decimal): return decimal.description
    case .date(let date): return date.description
    default:
      throw .value(
        "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, "
          + "types, durations, and timestamps, was given \(value.type.name)")
    }
  }
}

extension TimeSpan {
  /// The length in seconds, as near as a double comes to it.
  fileprivate var inSeconds: Double {
    let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    return Double(Int64(whole)) + Double(Int64(rest)) / 1e9
  }
}

extension String {
  /// A text from bytes, with one `U+FFFD` for each run of bytes that are not UTF-8.
  fileprivate init(mending bytes: [UInt8]) {
    self.init()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var isBroken = false
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        unicodeScalars.append(scalar)
        isBroken = false
      case .error:
        if !isBroken { unicodeScalars.append("\u{FFFD}") }
        isBroken = true
      case .emptyInput: return
      }
    }
  }
}
