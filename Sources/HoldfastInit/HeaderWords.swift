/// The words of a header, and the name that a column gets from them.
package struct HeaderWords {
  /// In lower case, in order.
  let words: [String]

  /// Splits at blanks, signs and where a capital follows a small letter: `NetAmount`.
  package init(_ header: String) {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for scalar in header.unicodeScalars {
      let isWordLike = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let isCapital = scalar.properties.isUppercase
      if !isWordLike || (isCapital && wasSmall), !word.isEmpty {
        words.append(word)
        word = ""
      }
      if isWordLike { word += scalar.properties.lowercaseMapping }
      wasSmall = scalar.properties.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  /// The words with those of one meaning made one, for comparing headers.
  var meanings: Set<String> { Set(words.map { Self.synonyms[$0] ?? $0 }) }

  private static let synonyms = [
    "paid": "payment", "no": "number", "nr": "number", "ref": "reference", "dept": "department",
    "directorate": "department", "vendor": "supplier", "beneficiary": "supplier",
    "payee": "supplier", "creditor": "supplier", "doc": "document", "organisation": "body",
    "value": "amount", "desc": "description", "reg": "registration", "comp": "company",
  ]

  /// Whether one of the words is there.
  func has(_ any: String...) -> Bool { any.contains(where: words.contains) }

  /// Whether the words stand there side by side.
  func has(phrase: String) -> Bool {
    (" " + words.joined(separator: " ") + " ").contains(" \(phrase) ")
  }

  /// The header as a column's name: `supplier_name`.
  package func name(orElse fallback: String) -> String {
    var result = ""
    for word in words {
      let letters = String(word.unicodeScalars.filter { $0.isASCII }.map(Character.init))
      guard !letters.isEmpty else { continue }
      let longer = result.isEmpty ? letters : result + "_" + letters
      guard longer.utf8.count <= 48 else { break }
      result = longer
    }
    guard let first = result.utf8.first else { return fallback }
    if !(0x61...0x7A).contains(first) { result = "column_" + result }
    return Self.taken.contains(result) ? result + "_column" : result
  }

  /// Words that mean something in expressions or in YAML.
  static let taken: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let",
    "loop", "namespace", "package", "return", "var", "void", "while", "true", "false", "null",
    "on", "off", "yes", "no", "y", "n", "params", "has", "all", "exists", "exists_one", "map",
    "filter",
  ]
}

/// Names that are not used twice.
struct NameBook {
  private var used: Set<String> = []

  /// The name, or the name with a number behind it where it is taken.
  mutating func take(_ name: String) -> String {
    var result = name
    var number = 2
    while !used.insert(result).inserted {
      result = "\(name)_\(number)"
      number += 1
    }
    return result
  }
}
