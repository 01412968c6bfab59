import Diagnostics

/// One pass over a source, from its headers to its end.
struct TablePass<Source: TableSource> {
  var source: Source
  private var problems: RecordProblems
  /// A row that was read to know how many cells rows have.
  var waiting: Record?
  var repeatedHeaders = RepeatedHeaders()

  init(_ source: Source) {
    problems = RecordProblems(file: source.file.shownAs, hidden: true, separator: nil)
    self.source = source
  }

  mutating func run(
    _ schema: [ColumnSchema], isPersonal: Bool, _ body: (Row) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) -> FileSummary {
    let hidden = isPersonal || schema.contains(where: \.isPersonal)
    problems = RecordProblems(
      file: source.file.shownAs, hidden: hidden, separator: source.separator)
    var decoder = try readHeaders(schema, isPersonal: isPersonal, hidden: hidden)
    var summary = summary(decoder)
    var row = decoder.emptyRow()
    var width: Int?
    while try next(&row.record) {
      let shape = decoder.shape(of: row.record)
      if shape == .blankLine, !source.keepsBlankRows {
        summary.blankLines += 1
        continue
      }
      summary.rows += 1
      guard isUsable(row.record, shape, decoder.map, &width) else { continue }
      if shape == .rowWithExtraCells { summary.rowsWithExtraCells += 1 }
      decoder.decode(&row)
      summary.faultCount += row.faults.count
      try body(row)
    }
    try finish()
    summary.redacted = decoder.redacted
    if summary.rows > 0 { summary.unavailable = decoder.silent }
    return summary
  }

  /// Notes what is wrong with the shape of a record. Extra cells that say nothing are in order only
  /// where every row has them: a thousands comma without quotes makes one too, and shifts what
  /// stands before it.
  private mutating func isUsable(
    _ record: Record, _ shape: RowDecoder.Shape, _ map: HeaderMap, _ width: inout Int?
  ) -> Bool {
    if repeatedHeaders.hold(record) {
      problems.repeated(record)
      return false
    }
    switch shape {
    case .tooShort where map.isHeaderless, .tooLong where map.isHeaderless:
      problems.uneven(record, map.headers.count)
      return false
    case .tooShort:
      problems.tooShort(record, map)
      return false
    case .tooLong:
      problems.tooLong(record, map)
      return false
    case .row, .rowWithExtraCells, .blankLine: break
    }
    let first = width ?? record.fieldCount
    width = first
    guard first == record.fieldCount || max(first, record.fieldCount) <= map.headers.count else {
      problems.uneven(record, first)
      return false
    }
    return true
  }

  mutating func next(_ record: inout Record) throws(DiagnosticList) -> Bool {
    if let first = waiting {
      record = first
      waiting = nil
      return true
    }
    do throws(Diagnostic) { return try source.next(into: &record) } catch {
      throw problems.list(stoppedBy: error)
    }
  }

  private func finish() throws(DiagnosticList) {
    do throws(Diagnostic) { try source.checkUnchanged() } catch {
      throw problems.list(stoppedBy: error)
    }
    try problems.list().throwIfErrors()
  }

  private func summary(_ decoder: RowDecoder) -> FileSummary {
    FileSummary(
      path: source.file.shownAs, stamp: source.file.stamp,
      encoding: source.encoding, headerLine: source.headerRows == 0 ? nil : source.headerLine,
      mapped: decoder.mapped,
      unmapped: decoder.map.unmapped + source.unread, notices: source.notices)
  }
}
