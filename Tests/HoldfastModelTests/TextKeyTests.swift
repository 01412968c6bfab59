import HoldfastModel
import Testing

@Suite("Texts as keys")
struct TextKeyTests {
  /// Pairs that Swift takes for equal, and others that differ in little.
  @Test(arguments: [
    ("\u{E9}", "e\u{301}"), ("\u{212B}", "\u{C5}"), ("\u{1100}\u{1161}", "\u{AC00}"),
    ("a\u{323}\u{307}", "a\u{307}\u{323}"), ("a", "A"), ("a", "a "), ("", "\0"),
    ("S0000000000000001", "S0000000000000002"),
  ])
  func areToldApartByTheirBytes(_ one: String, _ other: String) {
    #expect(TextKey(one) != TextKey(other))
    #expect(Set([TextKey(one), TextKey(other), TextKey(one)]).count == 2)
  }

  @Test(arguments: ["", "a", "e\u{301}", "S0000000000000001", "\u{1F1EC}\u{1F1E7}"])
  func areEqualWhereTheirBytesAre(_ text: String) {
    let copy = String(decoding: Array(text.utf8), as: UTF8.self)
    #expect(TextKey(text) == TextKey(copy))
    #expect(TextKey(text).hashValue == TextKey(copy).hashValue)
  }
}
