public import Exact

/// A key that only one checker takes, declared as data: the loader reads and checks it by this, and
/// the documentation prints it.
public struct CheckerOption: Sendable {
  /// What may stand behind the key.
  public enum Kind: Sendable {
    /// One of some words.
    case word([String])
    /// Any text.
    case text
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// A part of a whole, written in `%`, above 0% and at most 100%.
    case percent
    /// A list of texts, or several by the expressions that they are values of.
    case items
    /// Ids of commitments, with what each counts for.
    case members
    /// An expression over a row that gives a number.
    case number
  }

  /// What stands behind the key.
  public enum Value: Sendable {
    /// A word, or a text.
    case word(String)
    /// A whole number.
    case integer(Int)
    /// A part of a whole, as a fraction.
    case fraction(Decimal)
    /// Lists of texts, each with the expression that they are values of; nil is `by`.
    case items([ItemList])
    /// Commitments.
    case members([Member])
    /// An expression.
    case number(ExpressionText)
  }

  /// Texts that are to be found.
  public struct ItemList: Sendable {
    /// The expression that they are values of; nil is the commitment's `by`.
    public var of: ExpressionText?
    /// The texts.
    public var items: [String]

    /// Texts.
    public init(of: ExpressionText?, items: [String]) {
      self.of = of
      self.items = items
    }
  }

  /// A commitment that counts for another.
  public struct Member: Sendable {
    /// Its id, with its pack in front where that is another.
    public var id: Located<String>
    /// What it counts for when it is met.
    public var weight: Decimal
    /// The share at which it counts in full, and below in proportion; nil counts a pass.
    public var fullAt: Decimal?

    /// A member.
    public init(id: Located<String>, weight: Decimal, fullAt: Decimal?) {
      self.id = id
      self.weight = weight
      self.fullAt = fullAt
    }
  }

  /// The key.
  public var name: String
  /// Whether it has to be there.
  public var want: CheckerDeclaration.Want
  /// What may stand there.
  public var kind: Kind
  /// What it means, in a sentence.
  public var means: String

  /// An option.
  public init(
    _ name: String, _ want: CheckerDeclaration.Want, _ kind: Kind, means: String
  ) {
    self.name = name
    self.want = want
    self.kind = kind
    self.means = means
  }
}

extension Commitment {
  /// The word behind an option; nil where there is none.
  public func word(_ option: String) -> String? {
    if case .word(let word)? = options[option] { word } else { nil }
  }

  /// The whole number behind an option.
  public func integer(_ option: String) -> Int? {
    if case .integer(let number)? = options[option] { number } else { nil }
  }

  /// The fraction behind an option.
  public func fraction(_ option: String) -> Decimal? {
    if case .fraction(let number)? = options[option] { number } else { nil }
  }

  /// The lists behind an option.
  public func items(_ option: String) -> [CheckerOption.ItemList] {
    if case .items(let lists)? = options[option] { lists } else { [] }
  }

  /// The commitments behind an option.
  public func members(_ option: String) -> [CheckerOption.Member] {
    if case .members(let members)? = options[option] { members } else { [] }
  }

  /// The expression behind an option.
  public func number(_ option: String) -> ExpressionText? {
    if case .number(let text)? = options[option] { text } else { nil }
  }
}
