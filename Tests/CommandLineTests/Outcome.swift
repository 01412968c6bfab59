import Foundation
import Testing

/// What a run of the binary came to.
struct Outcome {
  let arguments: [String]
  let exit: Int32
  /// Whether a signal ended it, as a crash does.
  let isSignal: Bool
  let out: String
  let err: String
  let peakKilobytes: Int

  /// Standard output and standard error, as a person sees them.
  var text: String { out + err }

  /// The same with every stretch of blanks and line ends as one blank, so that wrapping of lines
  /// is no part of what a test asks for.
  var flat: String { Self.flat(text) }

  static func flat(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
  }

  /// Expects an exit code and phrases in what was printed.
  func expect(
    exit code: Int32, _ phrases: [String] = [], never: [String] = [],
    at place: SourceLocation = #_sourceLocation
  ) {
    #expect(!isSignal, "ended by signal \(exit)\n\(text)", sourceLocation: place)
    #expect(exit == code, "\(arguments)\n\(text)", sourceLocation: place)
    let flat = flat
    for phrase in phrases {
      #expect(
        flat.contains(Self.flat(phrase)), "\(phrase) is not said in\n\(text)",
        sourceLocation: place)
    }
    for phrase in never {
      #expect(
        !flat.contains(Self.flat(phrase)), "\(phrase) is said in\n\(text)", sourceLocation: place)
    }
  }

  /// Standard output as JSON.
  func json() throws -> JSONValue { try JSONValue(out) }
}

/// A JSON document, asked by paths such as `result/findings/0/verdict`.
struct JSONValue {
  private let value: Any

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  private init(_ value: Any) { self.value = value }

  /// The value at a path as text; nil where there is none, `null` for null.
  subscript(path: String) -> String? {
    guard let found = self.at(path)?.value else { return nil }
    switch found {
    case is NSNull: return "null"
    case let text as String: return text
    case let number as NSNumber:
      return CFBooleanLike.text(number) ?? number.stringValue
    default: return nil
    }
  }

  /// The value at a path.
  func at(_ path: String) -> JSONValue? {
    var here: Any = value
    for part in path.split(separator: "/") {
      if let object = here as? [String: Any], let next = object[String(part)] {
        here = next
      } else if let list = here as? [Any], let index = Int(part), list.indices.contains(index) {
        here = list[index]
      } else {
        return nil
      }
    }
    return JSONValue(here)
  }

  /// The items of a list.
  var items: [JSONValue] { (value as? [Any] ?? []).map { JSONValue($0) } }

  /// The names of an object's values, sorted.
  var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
}

/// Tells true and false from 1 and 0.
private enum CFBooleanLike {
  static func text(_ number: NSNumber) -> String? {
    number.objCType.pointee == 0x63 ? (number.boolValue ? "true" : "false") : nil
  }
}
