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
    var gate = try gate(schema, isPersonal: isPersonal)
    var summary = summary(gate.decoder)
    var row = gate.decoder.emptyRow()
    while try next(&row.record, gate.problems) {
      if gate.admits(&row) { try body(row) }
    }
    try finish(gate.problems)
    gate.note(in: &summary)
    return summary
  }

  /// Reads the headers; what tells rows from other records then.
  mutating func gate(
    _ schema: [ColumnSchema], isPersonal: Bool
  ) throws(DiagnosticList) -> RowGate {
    let hidden = isPersonal || schema.contains(where: \.isPersonal)
    problems = RecordProblems(
      file: source.file.shownAs, hidden: hidden, separator: source.separator)
    let decoder = try readHeaders(schema, isPersonal: isPersonal, hidden: hidden)
    return RowGate(
      decoder, problems, repeatedHeaders, keepsBlankRows: source.keepsBlankRows)
  }

  mutating func next(_ record: inout Record) throws(DiagnosticList) -> Bool {
    try next(&record, problems)
  }

  private mutating func next(
    _ record: inout Record, _ problems: RecordProblems
  ) throws(DiagnosticList) -> Bool {
    if let first = waiting {
      record = first
      waiting = nil
      return true
    }
    do throws(Diagnostic) { return try source.next(into: &record) } catch {
      throw problems.list(stoppedBy: error)
    }
  }

  private func finish(_ problems: RecordProblems) throws(DiagnosticList) {
    do throws(Diagnostic) { try source.checkUnchanged() } catch {
      throw problems.list(stoppedBy: error)
    }
    try problems.list().throwIfErrors()
  }

  func summary(_ decoder: RowDecoder) -> FileSummary {
    FileSummary(
      path: source.file.shownAs, stamp: source.file.stamp,
      encoding: source.encoding, headerLine: source.headerRows == 0 ? nil : source.headerLine,
      mapped: decoder.mapped,
      unmapped: decoder.map.unmapped + source.unread, notices: source.notices)
  }
}
