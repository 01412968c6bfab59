/// A row of a table, typed. It is filled again for each row: keep what you need of it.
public struct Row: Sendable {
  /// The cells, in the order of the schema.
  public internal(set) var cells: [Cell] = []
  /// The cells that cannot be read; `Cell.fault` holds an index into these.
  public internal(set) var faults: [CellFault] = []
  /// The record as it was split, all of its fields, for digests and for showing cells.
  public internal(set) var record = Record()

  init() {}

  /// A row that stands in no table: its cells, and what was written in them.
  package init(cells: [Cell], fields: [String], line: Int) {
    self.cells = cells
    record.line = line
    for field in fields {
      record.storage += Array(field.utf8)
      record.used = record.storage.count
      record.ends.append(record.used)
    }
  }

  /// The line of the file on which the row begins, from 1.
  public var line: Int { record.line }
}
