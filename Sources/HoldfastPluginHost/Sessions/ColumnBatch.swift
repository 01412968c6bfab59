public import Exact
public import HoldfastModel
internal import JSONText

/// Rows for a plugin, written as JSON while they come: for each row a cell of each column, and then
/// `endRow`. Columns are numbered in the order of the session's roles.
public struct ColumnBatch: Sendable {
  /// How many rows a batch may have.
  public static let mostRows = 65_536
  /// How many bytes a batch may have.
  public static let mostBytes = 16 << 20

  private let columns: [PluginChecker.Column]
  private let hasWhere: Bool
  /// The cells of each column with a comma behind each.
  private var cells: [[UInt8]]
  private var memberships: [UInt8] = []
  private var conditions: [UInt8] = []
  /// How many rows have ended.
  public private(set) var rows = 0
  /// How many of them count for certain.
  private(set) var certain = 0

  init(_ columns: [PluginChecker.Column], hasWhere: Bool) {
    self.columns = columns
    self.hasWhere = hasWhere
    cells = Array(repeating: [], count: columns.count)
  }

  /// How many bytes the rows take, about.
  public var bytes: Int { cells.reduce(0) { $0 + $1.count } + memberships.count + conditions.count }

  /// Whether it is time to send the rows: more would be too many, or not go faster.
  public var isFull: Bool { rows >= 16_384 || bytes >= Self.mostBytes / 4 }

  /// Adds a text.
  public mutating func append(_ text: String, to column: Int) {
    JSONValue.write(text, to: &cells[column])
    cells[column].append(UInt8(ascii: ","))
  }

  /// Adds an exact number, with all digits of its scale.
  public mutating func append(_ number: Decimal, to column: Int) {
    CellText.write(number, to: &cells[column])
  }

  /// Adds a day.
  public mutating func append(_ day: CivilDate, to column: Int) {
    CellText.write(day, to: &cells[column])
  }

  /// Adds a truth.
  public mutating func append(_ flag: Bool, to column: Int) {
    CellText.write(flag, to: &cells[column])
  }

  /// Adds a whole number, which must lie within ±(2^53 − 1).
  public mutating func append(_ number: Int, to column: Int) {
    CellText.write(number, to: &cells[column])
  }

  /// Adds a cell that is unknown; the column must allow that.
  public mutating func appendUnknown(to column: Int) {
    precondition(columns[column].isNullable, "a column that is not nullable has no unknown cell")
    CellText.write(nil, to: &cells[column])
  }

  /// Adds a cell that was written before, as `encoded` gave it: for columns of few values.
  public mutating func append(encoded cell: [UInt8], to column: Int) {
    cells[column].append(contentsOf: cell)
  }

  /// A text as `append(encoded:to:)` takes it.
  public static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONValue.write(text, to: &bytes)
    return bytes + [UInt8(ascii: ",")]
  }

  /// A number as `append(encoded:to:)` takes it.
  public static func encoded(_ number: Decimal) -> [UInt8] {
    made { CellText.write(number, to: &$0) }
  }

  /// A day as `append(encoded:to:)` takes it.
  public static func encoded(_ day: CivilDate) -> [UInt8] { made { CellText.write(day, to: &$0) } }

  /// A truth as `append(encoded:to:)` takes it.
  public static func encoded(_ flag: Bool) -> [UInt8] { made { CellText.write(flag, to: &$0) } }

  /// A whole number as `append(encoded:to:)` takes it.
  public static func encoded(_ number: Int) -> [UInt8] { made { CellText.write(number, to: &$0) } }

  /// A cell that is unknown, as `append(encoded:to:)` takes it: the column must allow that.
  public static let encodedUnknown = made { CellText.write(nil, to: &$0) }

  private static func made(_ write: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    write(&bytes)
    return bytes
  }

  /// Ends a row, whose cells have all been added.
  ///
  /// - Parameters:
  ///   - membership: Whether it counts.
  ///   - condition: What `where` says of it; passed over where the commitment has none.
  public mutating func endRow(_ membership: RowClass.Membership, _ condition: RowClass.Condition) {
    rows += 1
    if membership == .certain { certain += 1 }
    CellText.write(membership == .certain ? true : nil, to: &memberships)
    if hasWhere {
      CellText.write(condition == .unknown ? nil : condition == .holds, to: &conditions)
    }
  }

  /// Takes all rows away and keeps the room for others.
  public mutating func removeAll() {
    for column in cells.indices { cells[column].removeAll(keepingCapacity: true) }
    memberships.removeAll(keepingCapacity: true)
    conditions.removeAll(keepingCapacity: true)
    (rows, certain) = (0, 0)
  }

  /// The rows as they are sent, with the line feed.
  var payload: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes + 64)
    result.append(contentsOf: "{\"c\":[".utf8)
    for (number, column) in cells.enumerated() {
      if number > 0 { result.append(UInt8(ascii: ",")) }
      Self.close(column, in: &result)
    }
    result.append(UInt8(ascii: "]"))
    if certain < rows {
      result.append(contentsOf: ",\"m\":".utf8)
      Self.close(memberships, in: &result)
    }
    if hasWhere {
      result.append(contentsOf: ",\"w\":".utf8)
      Self.close(conditions, in: &result)
    }
    result.append(contentsOf: "}\n".utf8)
    return result
  }

  /// Cells as a list: the comma behind the last one gives way to the end.
  private static func close(_ cells: [UInt8], in result: inout [UInt8]) {
    result.append(UInt8(ascii: "["))
    result.append(contentsOf: cells)
    if !cells.isEmpty { result.removeLast() }
    result.append(UInt8(ascii: "]"))
  }
}
