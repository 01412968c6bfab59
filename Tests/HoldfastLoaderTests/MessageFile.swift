import Foundation
import Testing

/// A file of mistakes with the messages that they bring.
///
/// The text before the first `=== ` stands before the YAML of each case; a case is its name after
/// `=== `, the YAML, `---`, and the messages. The messages may be left away where the file is
/// written: the test then puts the real ones into a file beside it with the suffix `.new`.
struct MessageFile: Sendable, CustomTestStringConvertible {
  struct Case {
    let name: String
    let yaml: String
    let expected: String
  }

  let name: String
  let preamble: String
  let cases: [Case]
  let place: URL
  var testDescription: String { name }

  init(_ name: String) throws {
    self.name = name
    place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Messages/\(name).txt")
    let text = try String(contentsOf: place, encoding: .utf8)
    let parts = ("\n" + text).components(separatedBy: "\n=== ")
    preamble = parts[0].trimmingCharacters(in: .newlines)
    cases = parts.dropFirst().map { part in
      let lines = part.components(separatedBy: "\n")
      let middle = lines.firstIndex(of: "---") ?? lines.endIndex
      return Case(
        name: lines[0], yaml: lines[1..<middle].joined(separator: "\n"),
        expected: lines[middle...].dropFirst().joined(separator: "\n")
          .trimmingCharacters(in: .newlines))
    }
  }

  /// The YAML of a case with what stands before it.
  func text(_ item: Case) -> String {
    (preamble.isEmpty ? "" : preamble + "\n") + item.yaml + "\n"
  }

  /// Holds the messages of each case against the expected ones.
  func check(_ messages: (String) -> String) throws {
    let found = cases.map { messages(text($0)).trimmingCharacters(in: .newlines) }
    for (item, found) in zip(cases, found) {
      #expect(!found.isEmpty, "\(name): \(item.name): no message at all")
      #expect(found == item.expected, "\(name): \(item.name)")
    }
    guard zip(cases, found).contains(where: { $0.expected != $1 }) else { return }
    let body = zip(cases, found).map { item, found in
      "=== \(item.name)\n" + (item.yaml.isEmpty ? "" : item.yaml + "\n") + "---\n\(found)\n"
    }
    let head = preamble.isEmpty ? [] : [preamble + "\n"]
    let beside = place.appendingPathExtension("new")
    try (head + body).joined(separator: "\n").write(to: beside, atomically: true, encoding: .utf8)
  }
}
