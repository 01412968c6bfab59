import Diagnostics

/// Looks at the first sheet of an Excel workbook.
struct WorkbookProbe {
  private let path: String
  private let shownAs: String

  init(_ path: String, _ shownAs: String) {
    self.path = path
    self.shownAs = shownAs
  }

  func probe() throws(Diagnostic) -> TableProbe.Outcome {
    guard let start = try firstRow() else {
      return .noTable("a workbook without cells on its first sheet")
    }
    var source = try source(XLSXFormat(header: .line(start)))
    var sample: [HeaderGuess.SampleRow] = []
    var record = Record()
    while sample.count < TextProbe.sampleSize, try source.next(into: &record) {
      sample.append(.init(line: record.line, cells: HeaderText.texts(of: record)))
    }
    guard let header = HeaderGuess(sample).answer() else {
      return .noTable("a sheet without headers: add a first row that names the columns")
    }
    let format = XLSXFormat(header: .line(header.line), headerRows: header.rows)
    var pass = ProbePass(source: try self.source(format), kind: .xlsx(sheet: nil))
    return .table(try pass.run())
  }

  /// The first row that is there: headers may stand further down.
  private func firstRow() throws(Diagnostic) -> Int? {
    let file = try OpenFile(path, shownAs: shownAs)
    let archive = try ZipArchive(ArchiveBytes(file, observing: nil), file: shownAs)
    let rows = try SheetRows(Workbook(archive, sheet: nil), isHidden: true)
    return try rows.next()?.number
  }

  private func source(_ format: XLSXFormat) throws(Diagnostic) -> XLSXSource {
    try XLSXSource(
      path, shownAs: shownAs, format: format, schema: [], hidden: true, observe: nil)
  }
}
