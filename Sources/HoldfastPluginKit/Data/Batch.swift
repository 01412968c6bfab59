/// Some rows, column by column.
public struct Batch: Sendable {
  /// What is known of a condition.
  public enum Truth: Sendable {
    /// It holds.
    case holds
    /// It fails.
    case fails
    /// Nobody knows.
    case unknown
  }

  /// How many rows.
  public let count: Int
  /// The number of the first of them; rows are numbered from 0 over all batches.
  public let firstRow: Int
  private let columns: [String: [Cell]]
  private let members: [Cell]?
  private let conditions: [Cell]?

  init(
    count: Int, firstRow: Int, columns: [String: [Cell]], members: [Cell]?, conditions: [Cell]?
  ) {
    (self.count, self.firstRow, self.columns) = (count, firstRow, columns)
    (self.members, self.conditions) = (members, conditions)
  }

  /// The cells of a column, nil where they are unknown; all are where the pack leaves it out.
  ///
  /// - Throws: Where a cell is of another type than the column.
  public subscript<Value>(_ column: Column<Value>) -> [Value?] {
    get throws(PluginError) {
      guard let cells = columns[column.role] else { return Array(repeating: nil, count: count) }
      var values: [Value?] = []
      values.reserveCapacity(count)
      for (place, cell) in cells.enumerated() {
        let value = Value(cell)
        guard value != nil || cell == .unknown && column.isNullable else {
          throw PluginError(
            .internal, "row \(firstRow + place): the cell of '\(column.role)' is no \(column.type)")
        }
        values.append(value)
      }
      return values
    }
  }

  /// Whether a row, from 0 in this batch, counts for certain; else nobody knows whether it does.
  public func isCertain(_ row: Int) -> Bool { members.map { $0[row] == .flag(true) } ?? true }

  /// How many rows count for certain.
  public var certain: Int { members.map { $0.count { $0 == .flag(true) } } ?? count }

  /// What `where` says of a row, from 0 in this batch; it holds where the commitment has none.
  public func condition(_ row: Int) -> Truth {
    switch conditions?[row] {
    case nil, .flag(true): .holds
    case .flag(false): .fails
    default: .unknown
    }
  }
}
