import Diagnostics

/// Values that mean something else to YAML than to the person who wrote them: expressions and
/// targets that begin with a character of YAML's own. YAML's account of them would mislead, and
/// some it accepts with another meaning, so they are recognised in the text.
enum Quoting {
  /// The advice to quote the value that an offset belongs to, where it needs quotes.
  static func advice(at offset: Int, in source: SourceText) -> Diagnostic? {
    let value = ValuePlace(at: offset, in: source)
    let bytes = source.utf8[value.range]
    guard let first = bytes.first else { return nil }
    let second = bytes.dropFirst().first
    switch first {
    case UInt8(ascii: "!"): return expression(value, "!")
    case UInt8(ascii: "*"): return expression(value, "*")
    case UInt8(ascii: "%") where !value.startsLine: return expression(value, "%")
    case UInt8(ascii: "@"): return expression(value, "@")
    case UInt8(ascii: "`"): return expression(value, "a backquote")
    case UInt8(ascii: "&") where second == first: return expression(value, "&&")
    case UInt8(ascii: "|"): return expression(value, second == first ? "||" : "|")
    case UInt8(ascii: ">"): return comparison(value)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return hasTextAfterPart(value) ? afterQuote(value) : nil
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let sign = first == UInt8(ascii: "[") ? "[" : "{"
      return hasTextAfterPart(value) ? expression(value, sign) : nil
    default: return nil
    }
  }

  /// A tag that is not accepted: most often an expression that begins with "not".
  static func tag(_ place: SourceSpan, followedBy text: String) -> Diagnostic {
    let name = String(decoding: place.source.utf8[place.range], as: UTF8.self)
    let value = ValuePlace(at: place.range.lowerBound, in: place.source)
    if text.isEmpty || isExpression(tag: name, text) { return expression(value, "!") }
    return Diagnostic(
      "the tag \(Diagnostic.printable(name, limit: 60)) is not known here", at: place,
      help: "remove it; if it is part of an expression, write \(value.quoted())")
  }

  /// A folded block without lines whose header holds a number, such as `>5`: a comparison.
  static func misreadBlock(_ text: String, _ place: SourceSpan) -> Diagnostic? {
    let header = place.source.utf8[place.range].prefix { $0 != 0x0A && $0 != 0x0D }
    guard text.isEmpty, header.first == UInt8(ascii: ">"),
      header.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    return comparison(ValuePlace(at: place.range.lowerBound, in: place.source))
  }

  /// `!include x.yaml` and `!!js/function` are tags; `!row.ok`, `!(a)`, `! local` are expressions.
  private static func isExpression(tag: String, _ text: String) -> Bool {
    let name = tag.utf8.dropFirst()
    if name.isEmpty || name.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") })
    {
      return true
    }
    return ["in ", "==", "!=", "<", ">", "&", "|", "?", "+", "- "].contains {
      text.utf8.starts(with: $0.utf8)
    }
  }

  private static func hasTextAfterPart(_ value: ValuePlace) -> Bool {
    guard let closed = value.closed, closed < value.range.upperBound else { return false }
    let rest = value.source.utf8[closed..<value.range.upperBound].first { !isBlank($0) }
    return rest != UInt8(ascii: "]") && rest != UInt8(ascii: "}")
  }

  private static func afterQuote(_ value: ValuePlace) -> Diagnostic {
    Diagnostic(
      "the text goes on after its closing quote",
      at: SourceSpan(source: value.source, range: value.range),
      help: "quote all of it: \(value.quoted())")
  }

  private static func expression(_ value: ValuePlace, _ sign: String) -> Diagnostic {
    Diagnostic(
      "an expression that begins with \(sign) must be quoted",
      at: SourceSpan(source: value.source, range: value.range), help: "write \(value.quoted())")
  }

  private static func comparison(_ value: ValuePlace) -> Diagnostic {
    let text = value.quoted(preferDouble: true)
    return Diagnostic(
      "a value that begins with > must be quoted",
      at: SourceSpan(source: value.source, range: value.range),
      help: value.key == nil ? "write \(text)" : "quote the \(text)")
  }
}
