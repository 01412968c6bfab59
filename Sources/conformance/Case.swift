import Foundation
import JSONText

/// A case of a suite.
struct Case: Sendable {
  /// Its name, as reports give it.
  let id: String
  /// All its fields.
  let fields: JSONValue

  /// A field; nil where it is left out or null.
  subscript(name: String) -> JSONValue? {
    guard let value = fields[name], !value.isNull else { return nil }
    return value
  }

  /// Whether a field is `true`.
  func isTrue(_ name: String) -> Bool { self[name]?.isTrue ?? false }

  /// The bytes that a field gives in base64; nil where it does not.
  func bytes(_ name: String) -> [UInt8]? { self[name]?.text.flatMap(Array.init(base64:)) }
}

extension JSONValue {
  /// Whether it is `true`.
  var isTrue: Bool {
    guard case .bool(true) = kind else { return false }
    return true
  }

  /// The number as written, if it is one.
  var number: String? {
    guard case .number(let text) = kind else { return nil }
    return text
  }

  /// The whole number, if it is one that fits.
  var integer: Int? { number.flatMap { Int($0) } }
}

extension Array<UInt8> {
  /// The bytes of a text in base64; nil where it is none.
  init?(base64 text: String) {
    guard let data = Data(base64Encoded: text) else { return nil }
    self = Array(data)
  }
}

extension String {
  /// The text with line ends and control characters as escapes, cut to what a line can show.
  var oneLine: String {
    var result = ""
    for scalar in unicodeScalars.prefix(400) {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        result += scalar == "\n" ? "\\n" : "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
