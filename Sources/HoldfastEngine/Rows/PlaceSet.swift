/// A set of places in a list, a bit each.
struct PlaceSet: Sendable, Hashable {
  /// Sixty-four places a word, the first in the lowest bit; the last word is not zero.
  private var words: [UInt64] = []

  init(_ places: [Int] = []) { for place in places { insert(place) } }

  mutating func insert(_ place: Int) {
    let word = place >> 6
    if words.count <= word { words += repeatElement(0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(place & 63)
  }

  mutating func formUnion(_ other: PlaceSet) { for place in other.places { insert(place) } }

  /// The places, in their order.
  var places: [Int] {
    words.enumerated().flatMap { index, word in
      (0..<64).filter { word >> UInt64($0) & 1 == 1 }.map { index << 6 + $0 }
    }
  }

  /// The set after each place has moved.
  func moved(_ place: (Int) -> Int) -> PlaceSet { PlaceSet(places.map(place)) }
}
