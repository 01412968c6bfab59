/// A text that is told from others by its bytes.
///
/// Swift's own comparison takes texts for equal that look equal (`é` in one letter or two); codes,
/// keys and groups are read as written.
public struct TextKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The text.
  public let text: String

  /// A text as a key.
  public init(_ text: String) { self.text = text }

  /// The text: messages that name a key name no more.
  public var description: String { text }

  /// Whether the bytes are the same.
  public static func == (left: TextKey, right: TextKey) -> Bool {
    // What does not even look equal is told apart much faster, short texts above all.
    guard left.text == right.text, left.text.utf8.count == right.text.utf8.count else {
      return false
    }
    let (left, right) = (left.text.utf8Span.span, right.text.utf8Span.span)
    for place in left.indices where left[place] != right[place] { return false }
    return true
  }

  /// The order of the bytes, which is that of the code points.
  public static func < (left: TextKey, right: TextKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Takes the bytes.
  public func hash(into hasher: inout Hasher) {
    // All at once: a byte at a time the hasher would take as many steps as the text has letters.
    unsafe text.utf8Span.span.bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
