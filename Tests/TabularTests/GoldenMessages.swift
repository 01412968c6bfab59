import Diagnostics
import Foundation
import Testing

/// A file of messages beside what brings them, held against what is said now.
///
/// Each case is its name after `=== `, the input, `---`, and the messages. Where they differ the
/// new file is written beside it with the suffix `.new`; read it, and put it in place.
struct GoldenMessages {
  /// What is read, as a person would see it, and what was said.
  struct Case {
    let name: String
    let input: String
    let messages: String
  }

  let name: String

  func check(_ cases: [Case]) throws {
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Messages/\(name).txt")
    #expect(Set(cases.map(\.name)).count == cases.count, "two cases have one name")
    let found = cases.map { item in
      #expect(!item.messages.isEmpty, "\(name): \(item.name): no message at all")
      return "=== \(item.name)\n\(Self.printable(item.input))---\n\(item.messages)"
    }
    let text = found.joined(separator: "\n")
    let golden = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    let parts = Set(("\n" + golden).components(separatedBy: "\n=== "))
    for (item, part) in zip(cases, ("\n" + text).components(separatedBy: "\n=== ").dropFirst()) {
      #expect(parts.contains(part), "\(name): \(item.name) is not as in the file:\n\(part)")
    }
    guard golden != text else { return }
    Issue.record("\(name).txt is not as it should be; see \(name).txt.new beside it")
    try text.write(to: place.appendingPathExtension("new"), atomically: true, encoding: .utf8)
  }

  /// The first lines of an input.
  private static func printable(_ input: String) -> String {
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
    let more = kept.count > 6 ? "(and \(kept.count - 6) lines more)\n" : ""
    return kept.prefix(6).map { Diagnostic.printable(String($0), limit: 90) + "\n" }.joined() + more
  }
}
