/// The core schema of YAML 1.2 (section 10.3): what an unquoted text means.
///
/// Written out as patterns there; `no`, `yes` and `on` are texts, `012` is twelve.
enum CoreSchema {
  /// What a plain scalar means.
  static func value(of text: String) -> YAMLValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return number(text) ?? .string(text)
    }
  }

  /// What a scalar with a core tag means; nil where its text does not fit the tag.
  static func value(of text: String, as type: CoreTag) -> YAMLValue? {
    let plain = value(of: text)
    switch (type, plain) {
    case (.text, _): return .string(text)
    case (.null, .null), (.bool, .bool), (.integer, .integer), (.float, .float): return plain
    case (.float, .integer): return Double(text).map { .float($0) }
    default: return nil
    }
  }

  private static func number(_ text: String) -> YAMLValue? {
    guard let first = text.utf8.first, isNumberStart(first) else { return nil }
    let bytes = Array(text.utf8)
    let sign = first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? 1 : 0
    let rest = bytes[sign...]
    if !rest.isEmpty, rest.allSatisfy(isDigit) { return .integer(Int128(text)) }
    if bytes.count > 2, first == UInt8(ascii: "0") {
      if bytes[1] == UInt8(ascii: "o"), bytes[2...].allSatisfy({ (0x30...0x37).contains($0) }) {
        return .integer(Int128(text.dropFirst(2), radix: 8))
      }
      if bytes[1] == UInt8(ascii: "x"), bytes[2...].allSatisfy(isHexDigit) {
        return .integer(Int128(text.dropFirst(2), radix: 16))
      }
    }
    return special(text) ?? float(text, unsigned: rest)
  }

  private static func special(_ text: String) -> YAMLValue? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": .float(-.infinity)
    case ".nan", ".NaN", ".NAN": .float(.nan)
    default: nil
    }
  }

  /// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?` after the sign.
  private static func float(_ text: String, unsigned: ArraySlice<UInt8>) -> YAMLValue? {
    let whole = unsigned.prefix(while: isDigit)
    var rest = unsigned.dropFirst(whole.count)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit).count
      rest = rest.dropFirst(1 + fraction)
    }
    guard whole.count + fraction > 0 else { return nil }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return nil }
    }
    return Double(text).map { .float($0) }
  }

  private static func isNumberStart(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}

/// The tags that are accepted.
enum CoreTag: String {
  case text = "tag:yaml.org,2002:str"
  case null = "tag:yaml.org,2002:null"
  case bool = "tag:yaml.org,2002:bool"
  case integer = "tag:yaml.org,2002:int"
  case float = "tag:yaml.org,2002:float"
  case sequence = "tag:yaml.org,2002:seq"
  case mapping = "tag:yaml.org,2002:map"
}
