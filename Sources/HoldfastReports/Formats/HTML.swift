import HoldfastModel

/// Text inside HTML.
enum HTML {
  /// The text with markup escaped, and what is no letter or line replaced.
  static func escaped(_ text: String) -> String {
    Markup.escaped(text) { scalar in
      if scalar == "\n" || scalar == "\t" { return String(scalar) }
      if scalar == "'" { return "&#39;" }
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      return isControl || scalar.turnsText ? "\u{FFFD}" : String(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it turns the direction of the text behind it, so that it reads as what it is not.
  var turnsText: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
}

extension Verdict {
  /// A sign beside the word, for readers who do not see colours.
  var mark: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .indeterminate: "?"
    case .waived: "~"
    case .notApplicable: "–"
    case .error: "!"
    }
  }
}
