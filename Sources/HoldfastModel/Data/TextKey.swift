/// A text that is told from others by its bytes.
///
/// Swift's own comparison takes texts for equal that look equal (`é` in one letter or two); codes,
/// keys and groups are read as written.
public struct TextKey: Sendable, Hashable, Comparable {
  /// The text.
  public let text: String

  /// A text as a key.
  public init(_ text: String) { self.text = text }

  /// Whether the bytes are the same.
  public static func == (left: TextKey, right: TextKey) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// The order of the bytes, which is that of the code points.
  public static func < (left: TextKey, right: TextKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Takes the bytes.
  public func hash(into hasher: inout Hasher) {
    // Eight bytes at a time: a hasher takes as long for one.
    var (word, count) = (UInt64(0), 0)
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      count += 1
      if count % 8 == 0 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(count)
  }
}
