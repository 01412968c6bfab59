/// Text inside XML 1.0.
enum XML {
  /// The text with markup escaped, and characters that XML 1.0 does not know replaced.
  static func escaped(_ text: String) -> String {
    Markup.escaped(text) { scalar in
      if ["\n", "\t", "\r"].contains(scalar) { return "&#\(scalar.value);" }
      let isKnown =
        scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
        && scalar.value & 0xFFFE != 0xFFFE
      return isKnown ? String(scalar) : "\u{FFFD}"
    }
  }
}
