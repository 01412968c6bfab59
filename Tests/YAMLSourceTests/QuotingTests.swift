import Testing
import YAMLSource

/// Expressions and targets that YAML takes for something else.
struct QuotingCase: Sendable, CustomTestStringConvertible {
  let yaml: String
  let headline: String
  /// The value that the caret must underline: nothing less, nothing more.
  let value: String
  let help: String
  var testDescription: String { yaml.debugDescription }

  init(_ yaml: String, _ at: String, begins sign: String, _ value: String, help: String) {
    self.yaml = yaml
    headline = "pack.yaml:\(at): error: an expression that begins with \(sign) must be quoted"
    (self.value, self.help) = (value, help)
  }

  init(_ yaml: String, _ at: String, target value: String, help: String) {
    self.yaml = yaml
    headline = "pack.yaml:\(at): error: a value that begins with > must be quoted"
    (self.value, self.help) = (value, help)
  }

  static let all = [
    Self("where: !row.ok\n", "1:8", begins: "!", "!row.ok", help: "write where: '!row.ok'"),
    Self("where: !a && b\n", "1:8", begins: "!", "!a && b", help: "write where: '!a && b'"),
    Self("where: !(a || b)\n", "1:8", begins: "!", "!(a || b)", help: "write where: '!(a || b)'"),
    Self("where: ! local\n", "1:8", begins: "!", "! local", help: "write where: '! local'"),
    Self("where: !!row.ok\n", "1:8", begins: "!", "!!row.ok", help: "write where: '!!row.ok'"),
    Self(
      "a:\n  - w: !x in ['y'] # z\n", "2:8", begins: "!", "!x in ['y']",
      help: "write w: \"!x in ['y']\""),
    Self(
      "- { id: x, when: !has(a, b), because: no }\n", "1:18", begins: "!", "!has(a, b)",
      help: "write when: '!has(a, b)'"),
    Self("a: [!x]\n", "1:5", begins: "!", "!x", help: "write '!x'"),
    Self("where: || x\n", "1:8", begins: "||", "|| x", help: "write where: '|| x'"),
    Self("where: && x\n", "1:8", begins: "&&", "&& x", help: "write where: '&& x'"),
    Self("where: *x > 5\n", "1:8", begins: "*", "*x > 5", help: "write where: '*x > 5'"),
    Self("where: *x.y\n", "1:8", begins: "*", "*x.y", help: "write where: '*x.y'"),
    Self("where: % 5\n", "1:8", begins: "%", "% 5", help: "write where: '% 5'"),
    Self("where: @x\n", "1:8", begins: "@", "@x", help: "write where: '@x'"),
    Self("where: `a`\n", "1:8", begins: "a backquote", "`a`", help: "write where: '`a`'"),
    Self(
      "where: {'a': 1}.a\n", "1:8", begins: "{", "{'a': 1}.a",
      help: "write where: \"{'a': 1}.a\""),
    Self(
      "where: [1, 2].exists(x, x > y)\n", "1:8", begins: "[", "[1, 2].exists(x, x > y)",
      help: "write where: '[1, 2].exists(x, x > y)'"),
    Self(
      "c:\n  - target: >= 25%\n    owner: x\n", "2:13", target: ">= 25%",
      help: "quote the target: \">= 25%\""),
    Self("target: >=25%\n", "1:9", target: ">=25%", help: "quote the target: \">=25%\""),
    Self("target: > 5\n", "1:9", target: "> 5", help: "quote the target: \"> 5\""),
    Self("target: > 1000\n", "1:9", target: "> 1000", help: "quote the target: \"> 1000\""),
    Self("target: >1000\n", "1:9", target: ">1000", help: "quote the target: \">1000\""),
    Self("target: >5\nowner: x\n", "1:9", target: ">5", help: "quote the target: \">5\""),
    Self("target: >0\n", "1:9", target: ">0", help: "quote the target: \">0\""),
    Self(
      "a: {target: >= 5%, b: c}\n", "1:13", target: ">= 5%", help: "quote the target: \">= 5%\""),
    Self("- >= 5\n", "1:3", target: ">= 5", help: "write \">= 5\""),
  ]
}

@Suite struct QuotingTests {
  @Test(arguments: QuotingCase.all)
  func saysToQuote(_ given: QuotingCase) {
    let lines = messages(given.yaml).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines.first == given.headline)
    #expect(lines.last == "  help: " + given.help)
    let width = lines.dropFirst(2).first?.utf8.count { $0 == 0x5E || $0 == 0x7E }
    #expect(width == given.value.utf8.count)
  }

  @Test(arguments: QuotingCase.all)
  func isContentOnceQuoted(_ given: QuotingCase) throws {
    let quoted =
      "'"
      + given.value.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
    let parts = given.yaml.split(
      separator: given.value, maxSplits: 1, omittingEmptySubsequences: false)
    let root = try parse(parts.joined(separator: quoted))
    #expect(scalars(root).contains { $0.text == given.value })
  }

  @Test(arguments: [
    ("where: \"x\" == y\n", "quote all of it: where: '\"x\" == y'"),
    ("where: 'x' in a # c\n", "quote all of it: where: \"'x' in a\""),
  ])
  func saysToQuoteAllOfIt(yaml: String, help: String) {
    let found = messages(yaml)
    #expect(found.hasPrefix("pack.yaml:1:8: error: the text goes on after its closing quote\n"))
    #expect(found.hasSuffix("  help: \(help)\n"))
  }

  @Test func adviceOnLongValuesStaysShort() {
    let found = messages("where: !a && " + String(repeating: "b", count: 5000) + "\n")
    #expect(found.utf8.count < 1000)
  }
}
