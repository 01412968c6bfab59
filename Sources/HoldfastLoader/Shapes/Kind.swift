/// What may stand behind a key, or in a list.
indirect enum Kind: Sendable {
  /// A single value with content, taken as it is written.
  case text
  /// The same, and not blank either.
  case filled
  /// A single value that may be left empty.
  case cell
  /// A text that has a form.
  case like(Form)
  /// A name, spelt by a rule.
  case name(Naming)
  /// One of some words.
  case words(WordList)
  /// An expression.
  case expression
  /// A day as `2024-04-01`.
  case date
  /// True or false.
  case bool
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// A list of texts, at least so many; one text alone is a list of one.
  case texts(atLeast: Int)
  /// A list with so many items.
  case list(Kind, ClosedRange<Int>)
  /// A mapping with keys that are declared; the shape is made where it is asked for.
  case shape(@Sendable () -> Shape)
  /// A mapping, at least so large, whose keys are names that authors choose.
  case table(Naming?, Kind, atLeast: Int)
  /// One of several.
  case anyOf([Kind])
  /// Whatever it is, nobody reads it.
  case anything
}

/// What is often wanted, in fewer words.
extension Kind {
  /// A mapping of a shape, which is made where it is asked for.
  static func mapping(_ shape: @autoclosure @escaping @Sendable () -> Shape) -> Kind {
    .shape(shape)
  }

  /// A list of mappings of a shape.
  static func list(
    of shape: @autoclosure @escaping @Sendable () -> Shape, atLeast count: Int = 0
  ) -> Kind {
    .list(.shape(shape), count...Int.max)
  }

  /// Names that authors choose, each with what stands behind it.
  static func table(_ names: Naming? = nil, of kind: Kind) -> Kind {
    .table(names, kind, atLeast: 0)
  }

  /// One of the words of a type.
  static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Kind
  where Word.RawValue == String {
    .words(WordList(type))
  }

  /// One of some words.
  static func word(_ words: String...) -> Kind { .words(WordList(words)) }

  /// A list of texts that may be empty.
  static let texts = Kind.texts(atLeast: 0)
}

extension Kind {
  /// This kind, or the one of its alternatives, that a reader can take; nil where there is none.
  func alternative(_ fits: (Kind) -> Bool) -> Kind? {
    guard case .anyOf(let kinds) = self else { return fits(self) ? self : nil }
    for kind in kinds {
      if let found = kind.alternative(fits) { return found }
    }
    return nil
  }

  /// Whether a single value with content stands there, whatever it says.
  var isText: Bool {
    switch self {
    case .text, .filled, .like, .name, .words, .expression, .date: true
    default: false
    }
  }
}

/// The words of which one is to be written.
struct WordList: Sendable {
  /// The type whose words they are; nil where they are of none.
  private let type: ObjectIdentifier?
  /// The words.
  let words: [String]

  init<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) where Word.RawValue == String {
    self.type = ObjectIdentifier(type)
    words = Word.allCases.map(\.rawValue)
  }

  init(_ words: [String]) {
    type = nil
    self.words = words
  }

  /// Whether they are the words of a type.
  func areWords(of type: Any.Type) -> Bool { self.type == ObjectIdentifier(type) }
}
