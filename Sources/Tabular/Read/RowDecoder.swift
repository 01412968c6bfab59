/// Turns records into rows, and says which records are none.
struct RowDecoder {
  let map: HeaderMap
  private let columns: [ColumnDecoder]
  private let width: Int

  /// A decoder for headers of which each column has exactly one.
  init(_ map: HeaderMap, _ schema: [ColumnSchema], isPersonal: Bool) {
    self.map = map
    width = map.width
    columns = zip(schema, map.fields).compactMap { column, field in
      field.map {
        ColumnDecoder(column, header: map.headers[$0], field: $0, hidden: isPersonal)
      }
    }
  }

  /// Where each column stands.
  var mapped: [FileSummary.Mapping] {
    columns.map { FileSummary.Mapping(column: $0.schema.name, header: $0.header) }
  }

  /// What a record is.
  enum Shape { case row, rowWithExtraCells, blankLine, tooShort, tooLong }

  /// Judges a record by its number of cells.
  func shape(of record: borrowing Record) -> Shape {
    if map.headers.count > 1, record.isBlank { return .blankLine }
    if record.fieldCount == map.headers.count { return .row }
    if record.fieldCount < width { return .tooShort }
    if record.fieldCount < map.headers.count { return .row }
    return extraCellsSayNothing(record) ? .rowWithExtraCells : .tooLong
  }

  /// Decodes the record of a row into its cells.
  func decode(_ row: inout Row) {
    row.faults.removeAll(keepingCapacity: true)
    for index in columns.indices {
      row.cells[index] = columns[index].cell(of: row.record, &row.faults)
    }
  }

  /// A row with room for the cells.
  func emptyRow() -> Row {
    var row = Row()
    row.cells = Array(repeating: .unknown, count: columns.count)
    return row
  }

  /// Blank, or a token that says nothing in some column: spreadsheets fill columns beyond the
  /// headers with `#N/A`.
  private func extraCellsSayNothing(_ record: borrowing Record) -> Bool {
    let bytes = record.storage.span
    for index in map.headers.count..<record.fieldCount {
      let range = Blanks.trimmed(bytes, record.range(index))
      let saysNothing =
        range.isEmpty || columns.contains { $0.isUnknownToken(record.storage, range) }
      guard saysNothing else { return false }
    }
    return true
  }
}
