import Diagnostics

extension TablePass {
  /// Reads the headers, if the file has any, and finds the columns.
  mutating func readHeaders(
    _ schema: [ColumnSchema], isPersonal: Bool, hidden: Bool
  ) throws(DiagnosticList) -> RowDecoder {
    let map = try source.headerRows == 0 ? positions(schema) : headerMap(schema)
    let file = source.file.shownAs
    if !map.problems.isEmpty {
      let place = Diagnostic.Place.record(
        file: file, line: source.headerLine, column: nil, shown: nil)
      let hint = map.missing.isEmpty ? nil : hint(schema, map, hidden: hidden)
      throw DiagnosticList(
        HeaderReport(schema: schema, map: map, place: place, hidden: hidden, hint: hint).items)
    }
    return try RowDecoder(
      map, schema, file: file, isPersonal: isPersonal, isoDates: source.writesISODates)
  }

  private mutating func headerMap(_ schema: [ColumnSchema]) throws(DiagnosticList) -> HeaderMap {
    var headers = try headerRow(0)
    if source.headerRows == 2 { headers = HeaderRows.joined(headers, try headerRow(1)) }
    return HeaderMap(headers, schema)
  }

  /// The columns of a file without headers: the first record, which is a row, says how many cells
  /// there are.
  private mutating func positions(_ schema: [ColumnSchema]) throws(DiagnosticList) -> HeaderMap {
    let file = source.file.shownAs
    if let problem = HeaderMessage.noHeaders(schema, file) { throw DiagnosticList([problem]) }
    var first = Record()
    if try next(&first) { waiting = first }
    guard first.fieldCount <= HeaderMap.limit else {
      throw DiagnosticList([HeaderMessage.tooMany(first.fieldCount, first.line, file)])
    }
    return HeaderMap(cells: first.fieldCount, schema, isEven: !source.isSheet)
  }

  /// What the cause seems to be where columns are not among the headers.
  private mutating func hint(
    _ schema: [ColumnSchema], _ map: HeaderMap, hidden: Bool
  ) -> String? {
    if let hint = source.headerHint(schema, map.headers) { return hint }
    guard source.headerRows == 1, isWrittenByHand else { return nil }
    var below = Record()
    guard (try? source.next(into: &below)) == true else { return nil }
    let lower = HeaderText.texts(of: below)
    guard HeaderRows.goOn(from: map.headers, in: lower) else { return nil }
    return HeaderMessage.twoRowHint(HeaderRows.joined(map.headers, lower), hidden: hidden)
  }

  /// Whether headers are a row like others, and no names that every row brings with it.
  private var isWrittenByHand: Bool { source.isSheet || source.separator != nil }

  private mutating func headerRow(_ index: Int) throws(DiagnosticList) -> [String] {
    var record = Record()
    let line = source.headerLine + index
    guard try next(&record) else {
      let file = source.file.shownAs
      throw DiagnosticList([
        index > 0
          ? HeaderMessage.noSecondRow(source.headerLine, file)
          : HeaderMessage.pastTheEnd(line: line, lines: line - 1, file)
      ])
    }
    guard record.fieldCount <= HeaderMap.limit else {
      throw DiagnosticList([
        HeaderMessage.tooMany(record.fieldCount, line, source.file.shownAs)
      ])
    }
    if isWrittenByHand { repeatedHeaders.note(record) }
    return HeaderText.texts(of: record)
  }
}
