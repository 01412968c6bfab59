public import Exact
public import Patterns

/// What the cells of a column are, and how they are written.
public enum CellType: Sendable, Hashable {
  /// A text.
  case text
  /// One of these texts, byte for byte.
  case choice(allowed: [String])
  /// `true`, `false`, `yes` or `no` in any letter case.
  case bool
  /// A whole number, with or without thousands commas.
  case integer
  /// An amount or another exact number with at most so many digits behind the point, 0 to 27.
  case decimal(scale: Int)
  /// A share, held as a fraction; `points` where `12.5` and `12.5%` mean 0.125, else the cell is
  /// the fraction already.
  case percent(points: Bool)
  /// A day in one declared format; of a format without days, the first of the month.
  case date(DateFormat)
  /// A moment: RFC 3339, or `yyyy-MM-dd HH:mm:ss` in UTC.
  case timestamp
  /// A British postcode, as written.
  case postcode
  /// A British company number: eight letters and digits, zeros added and blanks removed.
  case companyNumber
}

/// What a whole cell was declared to mean.
public enum CellMeaning: Sendable, Hashable {
  /// A value.
  case value(Cell)
  /// Nobody knows.
  case unknown
}

/// What a cell without content means.
public enum BlankMeaning: Sendable, Hashable {
  /// Nobody knows.
  case unknown
  /// The row is left out wherever the column is read.
  case exclude
  /// A value.
  case value(Cell)
}

/// A column that a reader is asked for.
public struct ColumnSchema: Sendable {
  /// The name in expressions and messages.
  public var name: String
  /// Where its cells come from.
  public var origin: ColumnOrigin
  /// What its cells are.
  public var type: CellType
  /// The code of an amount's currency; a cell with the sign of another is a fault. Without a code
  /// the signs of pound, dollar and euro are all taken.
  public var currency: String?
  /// Cells with a declared meaning, compared as whole cells, byte for byte, blanks around them
  /// ignored; they come before everything else.
  public var values: [(text: String, meaning: CellMeaning)]
  /// What a blank cell means.
  public var blank: BlankMeaning
  /// Cells that say nothing, compared in the same way.
  public var unknownTokens: [String]
  /// Patterns of whole cells that say nothing.
  public var unknownPatterns: [Pattern]
  /// What a cell that says nothing means: nobody knows, unless told otherwise.
  public var tokensMean: BlankMeaning
  /// Cells that somebody blacked out: unknown, and counted apart.
  public var redacted: [String]
  /// Patterns of whole cells that somebody blacked out.
  public var redactedPatterns: [Pattern]
  /// Which part of a cell is the value, where it is not all of it.
  public var extract: CellExtract?
  /// Whether its cells are about persons, so that no message may show them.
  public var isPersonal: Bool
  /// Where its origin is declared, for messages: `columns.NAME.from`, `.set` or `.from_file` unless
  /// told otherwise.
  public var declaredAt: String

  /// A column of text or another type, whose blank cells are unknown.
  public init(
    name: String, origin: ColumnOrigin, type: CellType = .text, currency: String? = nil,
    unknownTokens: [String] = [], values: [(text: String, meaning: CellMeaning)] = [],
    blank: BlankMeaning = .unknown, isPersonal: Bool = false
  ) {
    self.name = name
    self.origin = origin
    self.type = type
    self.currency = currency
    self.values = values
    self.blank = blank
    self.unknownTokens = unknownTokens
    unknownPatterns = []
    tokensMean = .unknown
    redacted = []
    redactedPatterns = []
    extract = nil
    self.isPersonal = isPersonal
    let key =
      switch origin {
      case .headers, .position: "from"
      case .constant: "set"
      case .fileName: "from_file"
      }
    declaredAt = "columns.\(name).\(key)"
  }

  /// A column under one of some headers; without any it stands under its own name.
  public init(
    name: String, headers: [String] = [], type: CellType = .text, currency: String? = nil,
    unknownTokens: [String] = [], values: [(text: String, meaning: CellMeaning)] = [],
    blank: BlankMeaning = .unknown, isPersonal: Bool = false
  ) {
    let names = headers.isEmpty ? [name] : headers
    self.init(
      name: name, origin: .headers(names.map { HeaderName($0) }), type: type, currency: currency,
      unknownTokens: unknownTokens, values: values, blank: blank, isPersonal: isPersonal)
  }
}
