internal import JSONText
internal import Patterns

/// Patterns of schemas: JSON Schema means those of ECMAScript, and here are those of RE2. What both
/// mean alike is taken, all else refused.
enum SchemaPattern {
  /// Letters that mean the same behind a backslash.
  private static let letters = Set("dDwWtnrfv".unicodeScalars)

  static func read(_ value: JSONValue, at place: String) throws(ParameterSchemaError) -> Pattern {
    guard let text = value.text else { throw ParameterSchemaError(place, "it is no text") }
    if let odd = difference(Array(text.unicodeScalars)) {
      throw ParameterSchemaError(place, "\(odd) is not understood here in a pattern")
    }
    do throws(PatternError) { return try Pattern(text, isFromData: true) } catch {
      throw ParameterSchemaError(place, error.message)
    }
  }

  /// The first thing that the two read differently; nil where there is none.
  private static func difference(_ signs: [Unicode.Scalar]) -> String? {
    var (place, isInClass) = (0, false)
    while place < signs.count {
      let next = place + 1 < signs.count ? signs[place + 1] : nil
      switch signs[place] {
      case "\\":
        guard let next else { return "a backslash at the end" }
        let isPunctuation = next.isASCII && !next.properties.isAlphabetic && !("0"..."9" ~= next)
        // A word boundary is one outside a class alone.
        guard isPunctuation || letters.contains(next) || (next == "b" || next == "B") && !isInClass
        else { return "'\\\(next)'" }
        place += 1
      case "(" where next == "?" && !isInClass:
        guard place + 2 < signs.count, signs[place + 2] == ":" else { return "'(?' without ':'" }
      case "[" where isInClass: return "'[' inside '[]', without a backslash before it,"
      case "[":
        isInClass = true
        let first = next == "^" && place + 2 < signs.count ? signs[place + 2] : next
        if first == "]" { return "']' directly behind '['" }
      case "]" where isInClass: isInClass = false
      default: break
      }
      place += 1
    }
    return nil
  }
}
