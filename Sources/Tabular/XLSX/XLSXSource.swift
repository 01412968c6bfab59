import Diagnostics

/// Records of a sheet of an Excel workbook.
struct XLSXSource: TableSource {
  let file: OpenFile
  let encoding = TextEncoding.utf8
  let headerLine: Int
  let headerRows: Int
  let notices: [Diagnostic]
  let writesISODates = true
  let isSheet = true
  private let rows: SheetRows
  private let texts: SharedTexts
  private let otherSheets: [String]
  /// Whether the workbook says that its formulas are still to be computed.
  private let isUncomputed: Bool
  /// Rows that were read to find the headers, the next one last.
  private var waiting: [SheetRow]
  /// Rows of headers that are still to come.
  private var headersLeft: Int
  /// Whether the next row is the first of a sheet without headers, which says how many cells there
  /// are.
  private var isUnmeasured: Bool
  /// How many cells every record has at least: up to the last header.
  private var width = 1
  private var written: Int64 = 0

  /// Opens a workbook and goes to the headers of a sheet. `observe` is shown all bytes of the file
  /// in order; where the content is `hidden` no message shows any of it.
  init(
    _ path: String, shownAs: String, format: XLSXFormat, schema: [ColumnSchema], hidden: Bool,
    observe: ByteStream.Observer?
  ) throws(Diagnostic) {
    if let problem = format.problem {
      throw Diagnostic(
        .error, problem, at: .file(shownAs), help: "correct `format` in the institution file")
    }
    file = try OpenFile(path, shownAs: shownAs)
    let bytes = try ArchiveBytes(file, observing: observe)
    try Self.refuseOthers(bytes, file)
    let workbook = try Workbook(ZipArchive(bytes, file: shownAs), sheet: format.sheet)
    texts = workbook.sharedTexts
    isUncomputed = workbook.isUncomputed
    notices = workbook.notices
    otherSheets = format.sheet == nil ? workbook.sheetNames : []
    headerRows = format.header == .none ? 0 : format.headerRows
    headersLeft = headerRows
    isUnmeasured = headerRows == 0
    rows = try SheetRows(workbook, isHidden: hidden)
    var search = SheetHeaders(format, texts, file: shownAs)
    headerLine = try search.line(rows, schema, hidden: hidden)
    waiting = search.waiting.reversed()
  }

  mutating func next(into record: inout Record) throws(Diagnostic) -> Bool {
    guard headersLeft == 0 else { return try nextHeader(&record) }
    while let row = try nextRow() {
      try fill(&record, row)
      guard record.cut(toAtLeast: width) else { continue }
      if isUnmeasured { record.pad(to: rows.width) }
      isUnmeasured = false
      return true
    }
    return false
  }

  func checkUnchanged() throws(Diagnostic) {
    try file.checkUnchanged(bytesRead: file.stamp.size)
  }

  func headerHint(_ schema: [ColumnSchema], _ headers: [String]) -> String? {
    guard otherSheets.count > 1 else { return nil }
    return "the workbook has the sheets \(HeaderText.list(otherSheets)): write the one you mean "
      + "under format.sheet"
  }

  /// A row of headers is as wide as the sheet, so that cells beyond the last header stand under one
  /// without a name, as they do in the same table saved as CSV.
  private mutating func nextHeader(_ record: inout Record) throws(Diagnostic) -> Bool {
    let line = headerLine + headerRows - headersLeft
    headersLeft -= 1
    if let row = try nextRow() {
      if row.number == line {
        try fill(&record, row)
      } else {
        waiting.append(row)
        record.clear(line: line)
      }
    } else {
      record.clear(line: line)
    }
    _ = record.cut(toAtLeast: 1)
    width = max(width, record.fieldCount)
    record.pad(to: max(width, rows.width))
    return true
  }

  private mutating func nextRow() throws(Diagnostic) -> SheetRow? {
    if let row = waiting.popLast() { return row }
    return try rows.next()
  }

  private mutating func fill(_ record: inout Record, _ row: SheetRow) throws(Diagnostic) {
    record.clear(line: row.number)
    for cell in row.cells {
      record.pad(to: cell.column - 1)
      switch cell.content {
      case .text(let range): record.append(row.text, range)
      case .shared(let index): record.append(texts.all, texts.range(index))
      case .uncomputed:
        let place = CellReference(column: cell.column, row: row.number)
        throw XLSXMessage.uncomputed(place, isSaid: isUncomputed, file.shownAs)
      }
      guard record.used <= SheetLimit.cell else {
        throw XLSXMessage.tooMuchText(row: row.number, file.shownAs)
      }
      record.ends.append(record.used)
    }
    written += Int64(record.used)
    guard written <= SheetLimit.allText else { throw XLSXMessage.tooMuchTextInAll(file.shownAs) }
  }

  private static func refuseOthers(_ bytes: ArchiveBytes, _ file: OpenFile) throws(Diagnostic) {
    let beginning = try bytes.bytes(8, at: 0)
    guard !beginning.isEmpty else {
      throw Diagnostic(
        .error, "the file is empty", at: .file(file.shownAs), help: "export it again")
    }
    guard !beginning.starts(with: [0x50, 0x4B]) else { return }
    if let kind = ArchiveKind(beginning, file) {
      throw kind.refusal(file.shownAs, wanted: "an .xlsx workbook")
    }
    throw Diagnostic(
      .error, "this is not an Excel workbook, whatever its name says", at: .file(file.shownAs),
      help: "declare format: { kind: csv } if it is text with commas; else open it and save it "
        + "as .xlsx")
  }
}
