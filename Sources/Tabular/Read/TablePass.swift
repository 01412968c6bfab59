import Diagnostics

/// One pass over a source, from its headers to its end.
struct TablePass<Source: TableSource> {
  private var source: Source
  private var problems: RecordProblems

  init(_ source: Source) {
    problems = RecordProblems(file: source.file.shownAs)
    self.source = source
  }

  mutating func run(
    _ schema: [ColumnSchema], isPersonal: Bool, _ body: (Row) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) -> FileSummary {
    let decoder = try readHeaders(schema, isPersonal)
    var summary = summary(decoder)
    var row = decoder.emptyRow()
    var width: Int?
    while try next(&row.record) {
      summary.rows += 1
      let shape = decoder.shape(of: row.record)
      // Extra cells that say nothing are in order only where every row has them: a thousands comma
      // without quotes makes one too, and shifts what stands before it.
      let isRow = shape == .row || shape == .rowWithExtraCells
      if isRow, let width, width != row.record.fieldCount,
        max(width, row.record.fieldCount) > decoder.map.headers.count
      {
        problems.uneven(row.record, width)
        continue
      }
      if isRow { width = width ?? row.record.fieldCount }
      switch shape {
      case .row: break
      case .rowWithExtraCells: summary.rowsWithExtraCells += 1
      case .blankLine:
        summary.rows -= 1
        summary.blankLines += 1
        continue
      case .tooShort:
        problems.tooShort(row.record, decoder.map)
        continue
      case .tooLong:
        problems.tooLong(row.record, decoder.map)
        continue
      }
      decoder.decode(&row)
      summary.faultCount += row.faults.count
      try body(row)
    }
    try finish()
    return summary
  }

  private mutating func readHeaders(
    _ schema: [ColumnSchema], _ isPersonal: Bool
  ) throws(DiagnosticList) -> RowDecoder {
    var record = Record()
    guard try next(&record) else {
      throw DiagnosticList([
        ReadMessage.pastTheEnd(
          line: source.headerLine, lines: source.headerLine - 1, source.file.shownAs)
      ])
    }
    guard record.fieldCount <= HeaderMap.limit else {
      throw DiagnosticList([
        ReadMessage.tooManyHeaders(record.fieldCount, source.headerLine, source.file.shownAs)
      ])
    }
    let map = HeaderMap(record, schema)
    let hidden = isPersonal || schema.contains(where: \.isPersonal)
    try DiagnosticList(
      map.problems(
        schema, file: source.file.shownAs, line: source.headerLine, hidden: hidden)
    ).throwIfErrors()
    return RowDecoder(map, schema, isPersonal: isPersonal)
  }

  private mutating func next(_ record: inout Record) throws(DiagnosticList) -> Bool {
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
      encoding: source.encoding, headerLine: source.headerLine, mapped: decoder.mapped,
      unmapped: decoder.map.unmapped, notices: source.notices)
  }
}
