public import Diagnostics

/// Reads a table of a file row by row, in memory that does not depend on its size.
public struct TableReader: Sendable {
  private let path: String
  private let shownAs: String
  private let format: TableFormat
  private let schema: [ColumnSchema]
  private let isPersonal: Bool

  /// A reader of the file at `path`, called `shownAs` in messages. Only the columns of the schema
  /// are decoded; where the file `isPersonal` no message shows any of its cells.
  public init(
    path: String, shownAs: String, format: TableFormat, schema: [ColumnSchema],
    isPersonal: Bool = false
  ) {
    self.path = path
    self.shownAs = shownAs
    self.format = format
    self.schema = schema
    self.isPersonal = isPersonal
  }

  /// A reader of a file of separated values.
  public init(
    path: String, shownAs: String, format: CSVFormat = CSVFormat(), schema: [ColumnSchema],
    isPersonal: Bool = false
  ) {
    self.init(
      path: path, shownAs: shownAs, format: .csv(format), schema: schema, isPersonal: isPersonal)
  }

  /// Reads the file from beginning to end and shows each row to `body`.
  ///
  /// A cell that cannot be read is a fault of its row, and the reading goes on. Throws what `body`
  /// throws; or what is wrong with the file and its headers; or, at the end, the first 20 records
  /// that do not have the shape of the headers. Whatever `body` gathered is then not to be used.
  ///
  /// - Parameter observe: is shown all bytes of the file in order, for a digest of what was read.
  public func read(
    observing observe: ((ArraySlice<UInt8>) -> Void)? = nil,
    _ body: (Row) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) -> FileSummary {
    try checkSchema()
    let hidden = isPersonal || schema.contains(where: \.isPersonal)
    switch format {
    case .csv(let format):
      return try run(body) { () throws(Diagnostic) in
        try CSVSource(
          path, shownAs: shownAs, format: format, schema: schema, hidden: hidden, observe: observe)
      }
    case .xlsx(let format):
      return try run(body) { () throws(Diagnostic) in
        try XLSXSource(
          path, shownAs: shownAs, format: format, schema: schema, hidden: hidden, observe: observe)
      }
    case .ndjson: return try run(body) { () throws(Diagnostic) in try json(observe).lines() }
    case .json(let rows):
      return try run(body) { () throws(Diagnostic) in try json(observe).list(at: rows) }
    case .ocds(let rows):
      return try run(body) { () throws(Diagnostic) in try json(observe).releases(at: rows) }
    }
  }

  private func json(_ observe: ((ArraySlice<UInt8>) -> Void)?) -> JSONFile {
    JSONFile(
      path: path, shownAs: shownAs, schema: schema,
      hidden: isPersonal || schema.contains(where: \.isPersonal), observe: observe)
  }

  private func run<Source: TableSource>(
    _ body: (Row) throws(DiagnosticList) -> Void, _ open: () throws(Diagnostic) -> Source
  ) throws(DiagnosticList) -> FileSummary {
    var pass: TablePass<Source>
    do throws(Diagnostic) { pass = TablePass(try open()) } catch {
      throw DiagnosticList([error])
    }
    return try pass.run(schema, isPersonal: isPersonal, body)
  }

  private func checkSchema() throws(DiagnosticList) {
    let problems = schema.compactMap { column -> Diagnostic? in
      guard case .decimal(let scale) = column.type,
        !(0...ColumnDecoder.largestScale).contains(scale)
      else { return nil }
      return Diagnostic(
        .error,
        "the scale of the column '\(column.name)' is not between 0 and "
          + "\(ColumnDecoder.largestScale)", at: .file(shownAs), help: "2 is usual for money")
    }
    try DiagnosticList(problems).throwIfErrors()
  }
}
