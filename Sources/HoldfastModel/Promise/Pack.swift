public import Diagnostics
public import Exact

/// A versioned file of commitments with its sources.
public struct Pack: Sendable {
  /// The pack's name, unique in a run.
  public var id: String
  /// The name for readers.
  public var title: String
  /// The version, as `1.0.0`.
  public var version: String
  /// The first day on which the pack's commitments hold.
  public var effective: CivilDate?
  /// The last day on which they hold.
  public var until: CivilDate?
  /// Why the pack exists, in a sentence.
  public var purpose: String?
  /// The documents that the commitments are taken from, by reference name.
  public var sources: [String: SourceDocument]
  /// What an institution must map for the pack to run.
  public var needs: [Need]
  /// The knobs of the pack, in the order of the file.
  public var parameters: [Parameter]
  /// Named expressions that commitments share, in the order of the file.
  public var definitions: [Definition]
  /// The promises, in the order of the file.
  public var commitments: [Commitment]
  /// What a parameters file supplied or changed, as choices to be printed.
  public var adjustments: [Choice] = []
  /// Where the pack's name stands.
  public var span: SourceSpan

  /// A pack without content.
  public init(id: String, title: String, version: String, span: SourceSpan) {
    self.id = id
    self.title = title
    self.version = version
    self.span = span
    sources = [:]
    needs = []
    parameters = []
    definitions = []
    commitments = []
  }
}

/// A document that commitments are taken from.
public struct SourceDocument: Sendable {
  /// The document's title.
  public var title: String
  /// Where in it: a section, a page, an address.
  public var locator: String?

  /// A document.
  public init(title: String, locator: String?) {
    self.title = title
    self.locator = locator
  }
}

/// A column that a pack asks an institution for.
public struct Need: Sendable {
  /// The dataset, in the pack's words.
  public var dataset: String
  /// The column; a dot leads into a reference: `supplier.postcode`.
  public var column: String
  /// The type that its expressions rely on.
  public var type: ColumnType
  /// Which bases of an amount will do: `net`, `gross`; empty where any will.
  public var bases: [String]
  /// What the column means, for whoever maps it.
  public var means: String?
  /// Where it is asked for.
  public var span: SourceSpan

  /// A column that is asked for.
  public init(
    dataset: String, column: String, type: ColumnType, bases: [String], means: String?,
    span: SourceSpan
  ) {
    self.dataset = dataset
    self.column = column
    self.type = type
    self.bases = bases
    self.means = means
    self.span = span
  }
}

/// A knob of a pack: `params.NAME` in its expressions.
public struct Parameter: Sendable {
  /// What kinds of value a parameter takes.
  public enum Kind: String, Sendable, CaseIterable {
    /// A share of a whole, written with `%`; a decimal fraction in expressions.
    case percent
    /// An exact number.
    case decimal
    /// A whole number.
    case integer
    /// A text.
    case text
    /// A day.
    case date
    /// True or false.
    case bool
    /// The name of one of the institution's areas.
    case area
  }

  /// A parameter's value.
  public enum Value: Sendable, Hashable {
    /// Of `percent` (as a fraction) and `decimal`.
    case decimal(Decimal)
    /// Of `integer`.
    case integer(Int64)
    /// Of `text` and `area`.
    case text(String)
    /// Of `date`.
    case date(CivilDate)
    /// Of `bool`.
    case bool(Bool)
  }

  /// The name after `params.`.
  public var name: String
  /// The kind.
  public var kind: Kind
  /// The value in force; nil where the pack has no default and nobody set one.
  public var value: Value?
  /// Where it is declared.
  public var span: SourceSpan

  /// A parameter.
  public init(name: String, kind: Kind, value: Value?, span: SourceSpan) {
    self.name = name
    self.kind = kind
    self.value = value
    self.span = span
  }
}

/// A named expression that commitments share.
public struct Definition: Sendable {
  /// The name, used in expressions as if it were a column.
  public var name: String
  /// What it stands for.
  public var expression: ExpressionText

  /// A named expression.
  public init(name: String, expression: ExpressionText) {
    self.name = name
    self.expression = expression
  }
}
