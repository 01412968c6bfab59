import Patterns
import Testing

/// The tables against the Unicode of the Swift that runs the tests, which has its own.
@Suite("characters that patterns name")
struct UnicodeTableTests {
  typealias Category = Unicode.GeneralCategory

  private static let categories: [(String, Category)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark),
    ("Me", .enclosingMark), ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber),
    ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation), ("Ps", .openPunctuation),
    ("Pe", .closePunctuation), ("Pi", .initialPunctuation), ("Pf", .finalPunctuation),
    ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
    ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator),
    ("Zl", .lineSeparator), ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format),
    ("Co", .privateUse),
  ]

  /// Characters that this Swift knows and that are no newer than the tables.
  private static let known: [Unicode.Scalar] = (UInt32(0)...0x10FFFF).compactMap { value in
    guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 17,
      scalar.properties.generalCategory != .unassigned
    else { return nil }
    return scalar
  }

  private static let byCategory = Dictionary(grouping: known, by: \.properties.generalCategory)

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// A few characters may have changed their category between two editions; no more.
  @Test(arguments: categories)
  func categoriesAreThoseOfSwift(_ name: String, _ category: Category) throws {
    let inside = try #require(Self.byCategory[category])
    if try Pattern("\\p{\(name)}+").matchesWhole(Self.text(inside)) { return }
    let pattern = try Pattern("^\\p{\(name)}$")
    let missing = inside.filter { !pattern.matches(String($0)) }
    #expect(missing.count <= 3, "\(name) lacks \(missing.prefix(5))")
  }

  /// With the test before it: each character is in its category and in no other one.
  @Test func categoriesAreApart() throws {
    let text = Self.text(Self.byCategory.values.compactMap(\.first))
    #expect(text.unicodeScalars.count == Self.categories.count)
    for (name, _) in Self.categories {
      let inside = try Pattern("^\\p{\(name)}$")
      #expect(text.unicodeScalars.count { inside.matches(String($0)) } == 1)
    }
    let all = Self.text(Self.known)
    for (first, second) in [("L", "M"), ("N", "P"), ("Lu", "Ll"), ("Greek", "Latin")] {
      #expect(try !Pattern("[^\\P{\(first)}\\P{\(second)}]").matches(all))
    }
  }

  /// A letter and its capital match each other where both are one character.
  @Test func capitalsAreThoseOfSwift() throws {
    var seen = 0
    for scalar in Self.known where scalar.properties.changesWhenCaseMapped {
      let pattern = try Pattern("(?i)^\\x{\(String(scalar.value, radix: 16))}$")
      for mapped in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
        // The dotted and the dotless i of Turkish have no simple folding.
        guard mapped.unicodeScalars.count == 1, scalar != "\u{131}" else { continue }
        #expect(pattern.matches(mapped), "\(scalar) and \(mapped)")
        seen += 1
      }
      #expect(!pattern.matches("1"))
    }
    #expect(seen > 5000)
  }

  /// How many characters a script has, for some whose number has not changed for long.
  @Test(arguments: [
    ("Ogham", 29), ("Runic", 86), ("Gothic", 27), ("Braille", 256), ("Shavian", 48),
    ("Zanabazar_Square", 72), ("Adlam", 88), ("Thai", 86), ("Nko", 62), ("Lisu", 49),
  ])
  func scriptsHaveTheirCharacters(_ name: String, _ wanted: Int) throws {
    let pattern = try Pattern("^\\p{\(name)}$")
    let blocks: [Range<UInt32>] = [
      0..<0x3000, 0xA4D0..<0xA500, 0x10300..<0x12000, 0x1E900..<0x1E960,
    ]
    let probes = blocks.joined().compactMap { Unicode.Scalar($0) }
    #expect(probes.count { pattern.matches(String($0)) } == wanted)
  }
}
