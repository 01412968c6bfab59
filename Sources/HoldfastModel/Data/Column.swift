public import Diagnostics
public import Exact

/// What the cells of a column are.
public enum ColumnType: String, Sendable, CaseIterable {
  /// A text.
  case text
  /// One of a declared list of texts.
  case choice
  /// True or false.
  case bool
  /// A whole number.
  case integer
  /// An exact number.
  case decimal
  /// A share, held as a fraction.
  case percent
  /// A day.
  case date
  /// A moment.
  case timestamp
  /// A British postcode, as written.
  case postcode
  /// A company number, as written.
  case companyNumber = "company_number"
}

/// A column of a dataset as the institution describes it.
public struct Column: Sendable {
  /// What a declared cell stands for.
  public enum Meaning: Sendable, Hashable {
    /// Nobody knows.
    case unknown
    /// A truth value.
    case bool(Bool)
    /// A text.
    case text(String)
  }

  /// What a cell without content stands for.
  public enum Blank: Sendable, Hashable {
    /// Nobody knows: the honest default.
    case unknown
    /// The row is left out of commitments that read the column.
    case exclude
    /// A value, as it would be written in the file.
    case value(TextKey)
  }

  /// The name in expressions.
  public var name: String
  /// Where its cells come from.
  public var origin: ColumnOrigin
  /// The part of a cell that counts; nil where the whole cell does.
  public var extract: Extract?
  /// What its cells are.
  public var type: ColumnType
  /// Digits behind the point, of decimals.
  public var scale: Int
  /// The code of an amount's currency, after conversion; nil where the column is no money.
  public var currency: String?
  /// How amounts of several currencies become one; nil where all are in one.
  public var exchange: Exchange?
  /// What an amount that nobody knows lies between.
  public var between: ClosedRange<Decimal>?
  /// The rows whose amounts are published without their minus.
  public var negateWhen: ExpressionText?
  /// Whether amounts are `net` or `gross` of tax, where said.
  public var basis: String?
  /// The pattern of dates.
  public var dateFormat: DateFormat
  /// Whether percentages are written in points (`12.5`) rather than as fractions (`0.125`).
  public var percentInPoints: Bool
  /// The cells of a choice or bool, with their meanings; of a choice, the texts that it may hold.
  public var values: [TextKey: Meaning]
  /// Cells that say nothing, beside those of the dataset.
  public var unknownTokens: [String]
  /// Patterns of whole cells that say nothing, beside those of the dataset.
  public var unknownPatterns: [String]
  /// Cells that somebody blacked out, beside those of the dataset.
  public var redacted: CellTokens
  /// The edition of the geography whose codes stand here.
  public var edition: String?
  /// What a cell without content stands for.
  public var blank: Blank
  /// Whether its cells are about persons.
  public var isPersonal: Bool
  /// Where it is declared.
  public var span: SourceSpan

  /// A column of a type, under its own name.
  public init(name: String, type: ColumnType = .text, span: SourceSpan) {
    self.name = name
    self.type = type
    self.span = span
    origin = .headers([ColumnOrigin.Header(name)])
    scale = 2
    dateFormat = .iso
    percentInPoints = true
    values = [:]
    unknownTokens = []
    unknownPatterns = []
    redacted = CellTokens()
    blank = .unknown
    isPersonal = false
  }
}
