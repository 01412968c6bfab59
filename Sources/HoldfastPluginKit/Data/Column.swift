public import Exact

/// What a cell of a column can be: `String`, `Decimal`, `CivilDate`, `Bool` or `Int`.
public protocol CellValue: Sendable {
  /// The type as the protocol names it.
  static var columnType: String { get }

  /// The value of a cell that is known; nil where it is of another type.
  init?(_ cell: Cell)
}

/// A cell as it came in.
public enum Cell: Sendable, Hashable {
  /// Nobody knows what belongs there: neither zero nor false nor an empty text.
  case unknown
  /// A truth.
  case flag(Bool)
  /// A whole number.
  case whole(Int)
  /// A text; decimals and days are texts too.
  case text(String)
}

extension String: CellValue {
  /// `text`
  public static var columnType: String { "text" }

  /// A text.
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell else { return nil }
    self = text
  }
}

extension Decimal: CellValue {
  /// `decimal`
  public static var columnType: String { "decimal" }

  /// An exact number.
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell else { return nil }
    self.init(text)
  }
}

extension CivilDate: CellValue {
  /// `date`
  public static var columnType: String { "date" }

  /// A day.
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell else { return nil }
    self.init(text)
  }
}

extension Bool: CellValue {
  /// `bool`
  public static var columnType: String { "bool" }

  /// A truth.
  public init?(_ cell: Cell) {
    guard case .flag(let flag) = cell else { return nil }
    self = flag
  }
}

extension Int: CellValue {
  /// `integer`
  public static var columnType: String { "integer" }

  /// A whole number.
  public init?(_ cell: Cell) {
    guard case .whole(let number) = cell else { return nil }
    self = number
  }
}

/// A column whatever its type, for `RowsChecker.columns`; each is a `Column`.
public protocol ColumnDeclaration: Sendable {
  /// What the column is for: the key under `columns`.
  var role: String { get }
  /// The type of its cells, as the protocol names it.
  var type: String { get }
  /// Whether cells may be unknown, and the whole column be left out of a pack.
  var isNullable: Bool { get }
  /// What belongs there.
  var means: String { get }
}

/// A column that a checker reads; packs say which by an expression.
public struct Column<Value: CellValue>: ColumnDeclaration {
  /// What the column is for: the key under `columns`.
  public let role: String
  /// Whether cells may be unknown, and the whole column be left out of a pack.
  public let isNullable: Bool
  /// What belongs there, in at most 500 characters.
  public let means: String

  /// A column.
  public init(_ role: String, nullable isNullable: Bool = false, means: String) {
    (self.role, self.isNullable, self.means) = (role, isNullable, means)
  }

  /// The type of its cells, as the protocol names it.
  public var type: String { Value.columnType }
}
