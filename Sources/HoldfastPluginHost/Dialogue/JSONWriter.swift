internal import Exact
internal import JSONText

/// Writes JSON in the shortest spelling, straight into bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// A message as a line.
  static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(members)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    comma()
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func list(_ items: (inout JSONWriter) -> Void) {
    comma()
    bytes.append(UInt8(ascii: "["))
    items(&self)
    bytes.append(UInt8(ascii: "]"))
  }

  /// The key of a member, whose value comes next.
  mutating func key(_ key: String) {
    text(key)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func text(_ text: String) {
    comma()
    JSONValue.write(text, to: &bytes)
  }

  mutating func text(_ number: Decimal) { text(number.description) }

  mutating func number(_ number: Int) {
    comma()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func bool(_ value: Bool) {
    comma()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func null() {
    comma()
    bytes.append(contentsOf: "null".utf8)
  }

  mutating func value(_ value: JSONValue) {
    comma()
    value.write(to: &bytes)
  }

  /// What is JSON already.
  mutating func raw(_ json: [UInt8]) {
    comma()
    bytes += json
  }

  // Whatever a value ends with, it is none of these signs.
  private mutating func comma() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}

extension JSONWriter {
  mutating func member(_ key: String, _ value: String) {
    self.key(key)
    text(value)
  }

  mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { text(value) } else { null() }
  }

  mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }

  mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  mutating func member(_ key: String, _ value: JSONValue) {
    self.key(key)
    self.value(value)
  }

  mutating func member(_ key: String, _ value: Decimal) {
    self.key(key)
    text(value)
  }
}
