/// A JSON value to be written, whose keys keep their order.
public indirect enum JSON: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A text.
  case text(String)
  /// A list.
  case array([JSON])
  /// Keys with values, no two keys the same.
  case object([(String, JSON)])

  /// A text, or null.
  public init(_ text: String?) { self = text.map(JSON.text) ?? .null }

  /// Writes the value, two blanks a level; lists of single values on a line each, if they are to be
  /// short.
  public func write(
    to sink: inout some TextOutputStream, indent: Int = 0, isShort: Bool = false
  ) {
    let margin = String(repeating: " ", count: indent)
    switch self {
    case .array(let items) where isShort && items.allSatisfy(\.isSingle):
      sink.write("[")
      for (index, item) in items.enumerated() {
        if index > 0 { sink.write(", ") }
        item.write(to: &sink)
      }
      sink.write("]")
    case .null: sink.write("null")
    case .bool(let value): sink.write(value ? "true" : "false")
    case .integer(let value): sink.write(String(value))
    case .text(let text): sink.write(Self.quoted(text))
    case .array(let items) where items.isEmpty: sink.write("[]")
    case .object(let fields) where fields.isEmpty: sink.write("{}")
    case .array(let items):
      sink.write("[")
      for (index, item) in items.enumerated() {
        sink.write(index == 0 ? "\n" : ",\n")
        sink.write(margin + "  ")
        item.write(to: &sink, indent: indent + 2, isShort: isShort)
      }
      sink.write("\n\(margin)]")
    case .object(let fields):
      sink.write("{")
      for (index, field) in fields.enumerated() {
        sink.write(index == 0 ? "\n" : ",\n")
        sink.write("\(margin)  \(Self.quoted(field.0)): ")
        field.1.write(to: &sink, indent: indent + 2, isShort: isShort)
      }
      sink.write("\n\(margin)}")
    }
  }

  /// The value on one line, without blanks.
  public var compactText: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .text(let text): Self.quoted(text)
    case .array(let items): "[" + items.map(\.compactText).joined(separator: ",") + "]"
    case .object(let fields):
      "{" + fields.map { "\(Self.quoted($0.0)):\($0.1.compactText)" }.joined(separator: ",") + "}"
    }
  }

  /// The value as a file for people to read too.
  public var document: String {
    var text = ""
    write(to: &text, isShort: true)
    return text + "\n"
  }

  private var isSingle: Bool {
    switch self {
    case .null, .bool, .integer, .text: true
    case .array, .object: false
    }
  }

  /// A text in quotes, with all escaped that JSON wants escaped.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let other where other.value < 0x20 || other.value == 0x7F:
        let digits = String(other.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
