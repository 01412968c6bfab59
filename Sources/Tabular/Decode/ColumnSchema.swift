public import Exact

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
  /// A day in one declared format.
  case date(DateFormat)
  /// A moment: RFC 3339, or `yyyy-MM-dd HH:mm:ss` in UTC.
  case timestamp
  /// A British postcode, as written.
  case postcode
  /// A company number, as written.
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
  /// The headers it may stand under. One that is exactly as written in the file is taken; else one
  /// that is equal but for letter case, blanks and signs.
  public var headers: [String]
  /// What its cells are.
  public var type: CellType
  /// The code of an amount's currency; a cell with the sign of another is a fault. Without a code
  /// the signs of pound, dollar and euro are all taken.
  public var currency: String?
  /// Cells that say nothing, compared as whole cells, byte for byte, blanks around them ignored.
  public var unknownTokens: [String]
  /// Cells with a declared meaning, compared in the same way; they come before everything else.
  public var values: [String: CellMeaning]
  /// What a blank cell means.
  public var blank: BlankMeaning
  /// Whether its cells are about persons, so that no message may show them.
  public var isPersonal: Bool
  /// Where its headers are declared, for messages; `columns.NAME.from` unless told otherwise.
  public var declaredAt: String

  /// A column; without headers it stands under its own name.
  public init(
    name: String, headers: [String] = [], type: CellType = .text, currency: String? = nil,
    unknownTokens: [String] = [], values: [String: CellMeaning] = [:],
    blank: BlankMeaning = .unknown, isPersonal: Bool = false
  ) {
    self.name = name
    self.headers = headers.isEmpty ? [name] : headers
    self.type = type
    self.currency = currency
    self.unknownTokens = unknownTokens
    self.values = values
    self.blank = blank
    self.isPersonal = isPersonal
    declaredAt = "columns.\(name).from"
  }
}
