internal import Diagnostics
internal import JSONText

/// The first place at which two values differ; the order of keys is of no account.
struct JSONDifference: Equatable {
  /// The way to it, as `groups/0/slice`; empty where the values differ as a whole.
  let path: String
  /// What stands there in the one and in the other; nil where nothing does.
  let expected: String?
  let found: String?

  /// The first difference; nil where the values are the same.
  static func first(
    _ expected: JSONValue, _ found: JSONValue, at path: [String] = []
  ) -> JSONDifference? {
    switch (expected.kind, found.kind) {
    case (.object(let left), .object(let right)):
      let keys = left.map(\.key) + right.map(\.key).filter { expected[$0] == nil }
      return first(of: keys.map { ($0, expected[$0], found[$0]) }, path)
    case (.list(let left), .list(let right)):
      let places = (0..<max(left.count, right.count)).map { place in
        (
          String(place), place < left.count ? left[place] : nil,
          place < right.count ? right[place] : nil
        )
      }
      return first(of: places, path)
    default:
      return expected.isSame(as: found)
        ? nil
        : JSONDifference(
          path: path.joined(separator: "/"), expected: expected.compactText,
          found: found.compactText)
    }
  }

  private static func first(
    of parts: [(String, JSONValue?, JSONValue?)], _ path: [String]
  ) -> JSONDifference? {
    for (name, left, right) in parts {
      let inner = path + [name]
      guard let left, let right else {
        return JSONDifference(
          path: inner.joined(separator: "/"), expected: left?.compactText,
          found: right?.compactText)
      }
      if let found = first(left, right, at: inner) { return found }
    }
    return nil
  }

  /// Both in words, each cut to a length that a message has room for.
  func words(_ one: String, _ other: String) -> String {
    func shown(_ text: String?) -> String {
      text.map { Diagnostic.printable($0, limit: 200) } ?? "nothing"
    }
    let place = path.isEmpty ? "" : "\(Diagnostic.printable(path, limit: 100)): "
    return "\(place)\(one) \(shown(expected)), \(other) \(shown(found))"
  }
}

extension JSONValue {
  /// Whether two values that hold no others are the same.
  fileprivate func isSame(as other: JSONValue) -> Bool {
    switch (kind, other.kind) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)), (.text(let left), .text(let right)):
      left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }
}
