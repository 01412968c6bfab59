import Diagnostics
import HoldfastInit
import Testing
import YAMLSource

@Suite struct YAMLTextTests {
  static let texts = [
    "", " ", "Amount", "Amount (£)", "null", "Null", "~", "true", "Yes", "no", "on", "12", "-1.5",
    "0x1F", "1e3", ".inf", "2024-04-01", "a: b", "a #b", "- a", "? a", "'a'", "\"a\"", "\\", "{a}",
    "[a]", "a,b", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "a\nb", "a\r\nb", "a\tb", "é",
    "\u{FEFF}a", "\u{85}", "\u{2028}", "\u{202E}abc", "\u{7F}", "\u{1}", "\u{1F600}", "a ", " a",
    "---", "...", "=", "<<", "y", "n", "Café", "#", "a:", ":a", "100%", "it's",
  ]

  @Test(arguments: texts)
  func isReadBackAsItWas(_ text: String) throws { try check(text) }

  @Test(arguments: 0..<20)
  func anyTextIsReadBack(_ seed: UInt64) throws {
    var dice = Dice(seed)
    let signs = Array(
      " :#-?,[]{}&*!|>'\"%@`\\\n\r\t~aZ09._/£é\u{85}\u{FEFF}\u{2029}\u{1F469}".unicodeScalars)
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<12, using: &dice) {
        if let sign = signs.randomElement(using: &dice) { text.append(sign) }
      }
      try check(String(text))
    }
  }

  /// In all places in which texts are written: after a key, in a list, in a mapping.
  private func check(_ text: String) throws {
    let page =
      "a: \(YAMLText.scalar(text))\nb: \(YAMLText.list([text, "x"]))\n"
      + "c: { from: \(YAMLText.scalar(text)), type: text }\n"
    let node: YAMLNode
    do { node = try YAML.parse(SourceText(name: "t", text: page)) } catch {
      Issue.record("\(page) is no YAML: \(error.rendered())")
      return
    }
    guard case .mapping(let entries) = node.kind, entries.count == 3,
      case .sequence(let items) = entries[1].value.kind, items.count == 2,
      case .mapping(let inner) = entries[2].value.kind, inner.count == 2
    else {
      Issue.record("\(page) has another shape")
      return
    }
    for value in [entries[0].value, items[0], inner[0].value] {
      guard case .scalar(let scalar) = value.kind, case .string(let read) = scalar.resolved else {
        Issue.record("\(page) does not hold texts")
        continue
      }
      #expect(Array(read.utf8) == Array(text.utf8))
    }
  }

  @Test func patternsKeepTheirBackslashes() throws {
    let pattern = #"^(\S+) : it's "x" \d{4}"#
    let node = try YAML.parse(SourceText(name: "t", text: "a: \(YAMLText.pattern(pattern))\n"))
    guard case .mapping(let entries) = node.kind,
      case .scalar(let scalar)? = entries.first?.value.kind
    else {
      Issue.record("no mapping")
      return
    }
    #expect(scalar.text == pattern)
  }
}
