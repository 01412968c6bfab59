/// A JSON value whose keys keep their order.
indirect enum JSON {
  case null
  case bool(Bool)
  case integer(Int)
  case text(String)
  case array([JSON])
  case object([(String, JSON)])

  /// A text, or null.
  init(_ text: String?) { self = text.map(JSON.text) ?? .null }

  /// Writes the value, two blanks a level.
  func write(to sink: inout some TextOutputStream, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    switch self {
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
        item.write(to: &sink, indent: indent + 2)
      }
      sink.write("\n\(margin)]")
    case .object(let fields):
      sink.write("{")
      for (index, field) in fields.enumerated() {
        sink.write(index == 0 ? "\n" : ",\n")
        sink.write("\(margin)  \(Self.quoted(field.0)): ")
        field.1.write(to: &sink, indent: indent + 2)
      }
      sink.write("\n\(margin)}")
    }
  }

  private static func quoted(_ text: String) -> String {
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
