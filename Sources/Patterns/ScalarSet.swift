/// A set of characters (Unicode scalars).
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var subsets: [ScalarSet] = []
  private var categories: Set<Unicode.GeneralCategory> = []
  private var isNegated = false
  private var ignoresCase = false
  /// Which ASCII characters are in it, worked out once.
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)

  /// A set from ranges, Unicode categories and other sets.
  init(
    _ ranges: [ClosedRange<UInt32>] = [], categories: Set<Unicode.GeneralCategory> = [],
    subsets: [ScalarSet] = [], negated: Bool = false, ignoringCase: Bool = false
  ) {
    self.ranges = ranges
    self.categories = categories
    self.subsets = subsets
    isNegated = negated
    ignoresCase = ignoringCase
    for value in UInt32(0)..<128 where slowlyContains(value) {
      if value < 64 {
        ascii.low |= 1 << UInt64(value)
      } else {
        ascii.high |= 1 << UInt64(value - 64)
      }
    }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return ascii.low >> UInt64(value) & 1 == 1 }
    if value < 128 { return ascii.high >> UInt64(value - 64) & 1 == 1 }
    return slowlyContains(value)
  }

  private func slowlyContains(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    let inside = holds(scalar) || (ignoresCase && scalar.otherCases.contains { holds($0) })
    return inside != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) }
      || (!categories.isEmpty && categories.contains(scalar.properties.generalCategory))
      || subsets.contains { $0.contains(scalar) }
  }

  var negated: ScalarSet { ScalarSet(subsets: [self], negated: true) }

  static func one(_ scalar: Unicode.Scalar, ignoringCase: Bool) -> ScalarSet {
    ScalarSet([scalar.value...scalar.value], ignoringCase: ignoringCase)
  }

  static let any = ScalarSet([0...0x10FFFF])
  static let notNewline = ScalarSet([0x0A...0x0A], negated: true)
  static let digit = ScalarSet([0x30...0x39])
  static let space = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
}

extension Unicode.Scalar {
  /// The same letter in other cases, where each is one scalar.
  fileprivate var otherCases: [Unicode.Scalar] {
    let lower = properties.lowercaseMapping.unicodeScalars
    let upper = properties.uppercaseMapping.unicodeScalars
    var result = [lower, upper].filter { $0.count == 1 }.compactMap(\.first)
    // A capital may have a second small letter, as the Greek sigma and the Kelvin sign do.
    for scalar in result {
      result += scalar.properties.lowercaseMapping.unicodeScalars.prefix(1)
      result += Self.variants[scalar] ?? []
    }
    return result
  }

  /// Letters that fold to another one without being its plain capital or small letter.
  private static let variants: [Unicode.Scalar: [Unicode.Scalar]] = [
    "k": ["\u{212A}"], "s": ["\u{17F}"], "å": ["\u{212B}"], "σ": ["ς"], "ω": ["\u{2126}"],
    "μ": ["µ"], "β": ["ϐ"], "ε": ["ϵ"], "θ": ["ϑ"], "κ": ["ϰ"], "π": ["ϖ"], "ρ": ["ϱ"],
    "φ": ["ϕ"], "ß": ["ẞ"],
  ]
}

extension ScalarSet {
  /// The ASCII classes that stand in `[[:name:]]`.
  static let named: [String: ScalarSet] = [
    "alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
    "alpha": ScalarSet([0x41...0x5A, 0x61...0x7A]), "ascii": ScalarSet([0...0x7F]),
    "blank": ScalarSet([0x09...0x09, 0x20...0x20]),
    "cntrl": ScalarSet([0...0x1F, 0x7F...0x7F]), "digit": digit,
    "graph": ScalarSet([0x21...0x7E]), "lower": ScalarSet([0x61...0x7A]),
    "print": ScalarSet([0x20...0x7E]),
    "punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    "space": ScalarSet([0x09...0x0D, 0x20...0x20]), "upper": ScalarSet([0x41...0x5A]),
    "word": word, "xdigit": ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66]),
  ]

  /// The Unicode categories that stand in `\p{name}`.
  static let categories: [String: Set<Unicode.GeneralCategory>] = {
    var result: [String: Set<Unicode.GeneralCategory>] = [
      "Lu": [.uppercaseLetter], "Ll": [.lowercaseLetter], "Lt": [.titlecaseLetter],
      "Lm": [.modifierLetter], "Lo": [.otherLetter], "Mn": [.nonspacingMark],
      "Mc": [.spacingMark], "Me": [.enclosingMark], "Nd": [.decimalNumber],
      "Nl": [.letterNumber], "No": [.otherNumber], "Pc": [.connectorPunctuation],
      "Pd": [.dashPunctuation], "Ps": [.openPunctuation], "Pe": [.closePunctuation],
      "Pi": [.initialPunctuation], "Pf": [.finalPunctuation], "Po": [.otherPunctuation],
      "Sm": [.mathSymbol], "Sc": [.currencySymbol], "Sk": [.modifierSymbol],
      "So": [.otherSymbol], "Zs": [.spaceSeparator], "Zl": [.lineSeparator],
      "Zp": [.paragraphSeparator], "Cc": [.control], "Cf": [.format], "Co": [.privateUse],
      "Cs": [.surrogate],
    ]
    for (name, members) in result {
      result[String(name.prefix(1)), default: []].formUnion(members)
    }
    return result
  }()
}
