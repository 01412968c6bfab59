import Diagnostics

/// Turns records into rows, and says which records are none.
struct RowDecoder {
  let map: HeaderMap
  let columns: [ColumnDecoder]
  private let width: Int
  /// What the cells of each column were like so far.
  private(set) var tallies: [ColumnTally]

  /// A decoder for headers of which each column has exactly one. Columns that are not in the
  /// records are read here, once for the file.
  init(
    _ map: HeaderMap, _ schema: [ColumnSchema], file: String, isPersonal: Bool, isoDates: Bool
  ) throws(DiagnosticList) {
    self.map = map
    width = map.width
    var problems: [Diagnostic] = []
    columns = zip(schema, map.fields).compactMap { column, field in
      if let field {
        return ColumnDecoder(
          column, header: map.label(field), place: .field(field), hidden: isPersonal,
          isoDates: isoDates)
      }
      do throws(Diagnostic) { return try ColumnDecoder(fixed: column, file: file) } catch {
        problems.append(error)
        return nil
      }
    }
    tallies = Array(repeating: ColumnTally(), count: columns.count)
    try DiagnosticList(problems).throwIfErrors()
  }

  /// Where each column stands.
  var mapped: [FileSummary.Mapping] {
    columns.map { FileSummary.Mapping(column: $0.schema.name, place: place($0)) }
  }

  private func place(_ column: ColumnDecoder) -> FileSummary.Mapping.Place {
    switch (column.place, column.schema.origin) {
    case (.field(let field), _): .field(position: field + 1, header: map.headers[field])
    case (.fixed, .fileName): .fileName(column.header)
    case (.fixed, _): .constant(column.header)
    }
  }

  /// The number of cells that were blacked out, by column; columns without any are left out.
  var redacted: [String: Int] {
    let counts = zip(columns, tallies).filter { $1.redacted > 0 }
    return Dictionary(
      counts.map { ($0.schema.name, $1.redacted) }, uniquingKeysWith: { $0 + $1 })
  }

  /// The columns in the records that said nothing in any row.
  var silent: [String] {
    zip(columns, tallies).compactMap { column, tally in
      if case .fixed = column.place { return nil }
      return tally.saysSomething ? nil : column.schema.name
    }
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
  mutating func decode(_ row: inout Row) {
    row.faults.removeAll(keepingCapacity: true)
    // Where somebody keeps the cells of the last row, these get room of their own and no copies.
    row.cells.removeAll(keepingCapacity: true)
    for index in columns.indices {
      row.cells.append(columns[index].cell(of: row.record, &row.faults, &tallies[index]))
    }
  }

  /// A row with room for the cells.
  func emptyRow() -> Row {
    var row = Row()
    row.cells.reserveCapacity(columns.count)
    return row
  }

  /// Blank, or a token that says nothing in some column: spreadsheets fill columns beyond the
  /// headers with `#N/A`.
  private func extraCellsSayNothing(_ record: borrowing Record) -> Bool {
    let bytes = record.storage.span
    for index in map.headers.count..<record.fieldCount {
      let range = Blanks.trimmed(bytes, record.range(index))
      let saysNothing =
        range.isEmpty || columns.contains { $0.saysNothing(record.storage, range) }
      guard saysNothing else { return false }
    }
    return true
  }
}
