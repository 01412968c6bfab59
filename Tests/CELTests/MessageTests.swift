import CEL
import Testing

/// An expression with one mistake, and what is said about it.
struct MessageCase: Sendable, CustomTestStringConvertible {
  let text: String
  /// What the message points to.
  let at: String
  let message: String
  /// A part of what is said below the message.
  let help: String

  init(_ text: String, at: String, _ message: String, help: String = "") {
    (self.text, self.at, self.message, self.help) = (text, at, message, help)
  }

  var testDescription: String { text }

  /// A name that nothing has.
  static func unknown(name text: String, _ name: String, help: String = "") -> MessageCase {
    MessageCase(text, at: name, "unknown name '\(name)'", help: help)
  }

  /// A function that there is none of.
  static func unknown(
    function text: String, _ name: String, at: String? = nil, help: String = ""
  ) -> MessageCase {
    MessageCase(text, at: at ?? name, "unknown function '\(name)'", help: help)
  }

  /// A type that there is none of.
  static func unknown(type text: String, _ name: String, help: String = "") -> MessageCase {
    MessageCase(text, at: name, "unknown type '\(name)'", help: help)
  }

  /// A call that no overload takes.
  static func noOverload(
    _ text: String, at: String, _ function: String, _ types: String, help: String = ""
  ) -> MessageCase {
    MessageCase(
      text, at: at, "found no matching overload for '\(function)' applied to '\(types)'",
      help: help)
  }

  /// A value of another type than its place needs.
  static func mismatch(
    _ text: String, at: String, _ wanted: String, _ found: String, help: String = ""
  ) -> MessageCase {
    MessageCase(text, at: at, "expected type '\(wanted)' but found '\(found)'", help: help)
  }

  /// Mistakes that the check of types finds.
  static let checked = names + operators + functions + types
}

@Suite("messages")
struct MessageTests {
  @Test(arguments: MessageCase.syntax + MessageCase.checked)
  func saysWhatIsWrongAndWhere(_ given: MessageCase) throws {
    try expect(given, in: given.text)
  }

  /// A comment moves all bytes, by more than it has characters.
  @Test(arguments: MessageCase.syntax.filter { $0.at != "" } + MessageCase.checked)
  func placesAreCountedInBytes(_ given: MessageCase) throws {
    let comment = "// é€😀\n"
    try expect(given, in: comment + given.text)
    let before = try #require(issues(given.text).first)
    let after = try #require(issues(comment + given.text).first)
    #expect(after.range.lowerBound == before.range.lowerBound + comment.utf8.count)
    #expect(after.range.upperBound == before.range.upperBound + comment.utf8.count)
  }

  /// A mistake is found wherever it stands, and says nothing about what is around it.
  @Test(arguments: MessageCase.checked)
  func aMistakeIsReportedOnceWhateverIsAroundIt(_ given: MessageCase) throws {
    try expect(given, in: "['é😀', \(given.text)]")
    try expect(given, in: "active ? dyn(\(given.text)) : 'é'")
    try expect(given, in: "['é'].exists(ab, size([\(given.text)]) == 1) || active")
  }

  private func expect(_ given: MessageCase, in text: String) throws {
    let found = issues(text)
    let issue = try #require(found.first, "nothing was found")
    #expect(issue.message == given.message)
    #expect(marked(issue, text) == given.at)
    #expect(given.help.isEmpty || (issue.help ?? "").contains(given.help), "\(issue.help ?? "")")
    #expect(found.count == 1, "\(found.map(\.message))")
  }

  @Test func allTypeErrorsAreFoundInTheOrderOfTheirPlaces() {
    let text = "categry == 'é' && (count == 'a' || amount / 2 > 1) && tags.exists(t, t > 1) && xs"
    let found = issues(text).map { marked($0, text) }
    #expect(found == ["categry", "==", "/", ">", "xs"])
  }

  @Test(arguments: [
    ("1 && 'é' && active && 2u", ["1", "'é'", "2u"]),
    ("!category || count", ["!", "count"]),
    ("count.all(x, 1)", ["count", "1"]),
    ("[?1, ?any, ?'é']", ["1", "'é'"]),
    ("google.protobuf.Int64Value{value: 'é', size: 1}", ["'é'", "size"]),
    ("none.of.these(nowhere)", ["none", "these", "nowhere"]),
  ])
  func everyMistakeHasItsOwnMessage(_ text: String, _ places: [String]) {
    #expect(issues(text).map { marked($0, text) } == places)
  }

  @Test func aMessageSaysInWhichContainerItLooked() throws {
    let environment = Environment(container: "a.b")
    let found = issues("x + f() + Party{}.y", in: environment)
    #expect(
      found.map(\.message)
        == ["name 'x'", "function 'f'", "type 'Party'"].map { "unknown \($0) (in container 'a.b')" }
    )
  }
}
