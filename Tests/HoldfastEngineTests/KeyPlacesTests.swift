import HoldfastEngine
import HoldfastModel
import Testing

@Suite("The places of keys")
struct KeyPlacesTests {
  /// Texts that look equal and are not, empty ones, long ones, and many.
  private static let keys =
    ["", "\u{E9}", "e\u{301}", "a", "A", "a ", String(repeating: "long ", count: 40)]
    + (0..<5000).map { "S\($0 % 1700)" }

  @Test func agreeWithADictionary() {
    var places = KeyPlaces()
    var expected: [TextKey: Int] = [:]
    for text in Self.keys {
      let key = TextKey(text)
      let known = expected[key]
      let (place, isNew) = places.insert(key)
      #expect(isNew == (known == nil))
      #expect(place == known ?? expected.count)
      expected[key] = place
    }
    #expect(places.keys.count == 1707)
    for (key, place) in expected {
      #expect(places.place(of: key) == place)
      #expect(places.keys[place] == key)
    }
  }

  @Test(arguments: ["S1700", "e", "\u{301}", " "]) func knowNoKeyThatWasNotMet(_ text: String) {
    var places = KeyPlaces()
    #expect(places.place(of: TextKey(text)) == nil)
    for text in Self.keys { _ = places.insert(TextKey(text)) }
    #expect(places.place(of: TextKey(text)) == nil)
  }
}
