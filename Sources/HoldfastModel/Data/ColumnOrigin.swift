/// Where the cells of a column come from.
public enum ColumnOrigin: Sendable, Hashable {
  /// A header, one of several that it may have.
  case headers([Header])
  /// The column at a place, counted from 1.
  case position(Int)
  /// A pattern over the file's path: its first group, or all that it matches.
  case fileName(String)
  /// One text for all rows.
  case constant(String)

  /// A header, or one of several of that name.
  public struct Header: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Which of the columns with the text, counted from 1; nil where there may be only one.
    public var nth: Int?

    /// A header.
    public init(_ text: String, nth: Int? = nil) {
      self.text = text
      self.nth = nth
    }
  }
}

/// The part of a cell that counts.
public enum Extract: Sendable, Hashable {
  /// The first group of a pattern, or all that it matches.
  case pattern(String, noMatch: NoMatch)
  /// The one British postcode in a text.
  case postcode

  /// What a cell is that a pattern does not match.
  public enum NoMatch: String, Sendable, CaseIterable {
    /// A mistake.
    case error
    /// Unknown.
    case unknown
    /// Taken as it stands.
    case whole
  }
}

/// Whole cells, by their text or by a pattern that they match from end to end.
public struct CellTokens: Sendable, Hashable {
  /// Cells as they are written.
  public var texts: [String]
  /// Patterns.
  public var patterns: [String]

  /// Cells.
  public init(texts: [String] = [], patterns: [String] = []) {
    self.texts = texts
    self.patterns = patterns
  }

  /// These and others.
  public func adding(_ other: CellTokens) -> CellTokens {
    CellTokens(texts: texts + other.texts, patterns: patterns + other.patterns)
  }
}

/// How amounts in several currencies become amounts in the institution's own.
public struct Exchange: Sendable {
  /// The column with the code of each row's currency.
  public var column: Located<String>
  /// The dataset of rates, with the code as its key; nil makes other currencies unknown.
  public var rates: Located<String>?
  /// Its column with what one unit of the currency is worth.
  public var rate: Located<String>?

  /// A conversion.
  public init(column: Located<String>, rates: Located<String>?, rate: Located<String>?) {
    self.column = column
    self.rates = rates
    self.rate = rate
  }
}
