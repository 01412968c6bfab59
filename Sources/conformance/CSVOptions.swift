import JSONText
import Tabular

/// The options of a case as one of our formats.
struct CSVOptions {
  /// An option that our formats do not have.
  struct Missing: Error {
    let option: String
  }

  /// The format; one that is refused, where a sign is none that a format can have.
  private(set) var format = CSVFormat()
  /// Whether lines without content are no rows.
  private(set) var skipsBlankLines = false
  /// Why no format says the same; nil where one does.
  private(set) var inexpressible: String?

  init(_ members: [JSONMember]) throws(Missing) {
    for member in members { try set(member.key, member.value) }
    if format.delimiter == format.quote {
      inexpressible = "a delimiter and a quote that are the same sign"
    }
  }

  private mutating func set(_ option: String, _ value: JSONValue) throws(Missing) {
    switch option {
    case "header": break
    case "strict" where value.isTrue: break
    case "delimiter": format.delimiter = sign(value)
    case "quote": format.quote = sign(value)
    case "terminator" where value.text == "\r\n" || value.text == "\n": break
    case "skip_empty_lines" where value.isTrue: skipsBlankLines = true
    case "fields_per_record" where value.text == "same": break
    case "skip_empty_lines", "fields_per_record":
      throw Missing(option: "\(option): \(value.text ?? value.number ?? "")")
    default: throw Missing(option: option)
    }
  }

  /// A sign of one byte; else the first of its bytes, which no format takes.
  private mutating func sign(_ value: JSONValue) -> UInt8 {
    let bytes = Array((value.text ?? "").utf8)
    if bytes.count != 1 { inexpressible = "a delimiter or quote that is not one ASCII sign" }
    return bytes.first ?? 0
  }
}
