public import Diagnostics

/// Reads a file of separated values row by row, in memory that does not depend on its size.
public struct TableReader: Sendable {
  private let path: String
  private let shownAs: String
  private let format: CSVFormat
  private let schema: [ColumnSchema]
  private let isPersonal: Bool

  /// A reader of the file at `path`, called `shownAs` in messages. Only the columns of the schema
  /// are decoded; where the file `isPersonal` no message shows any of its cells.
  public init(
    path: String, shownAs: String, format: CSVFormat = CSVFormat(), schema: [ColumnSchema],
    isPersonal: Bool = false
  ) {
    self.path = path
    self.shownAs = shownAs
    self.format = format
    self.schema = schema
    self.isPersonal = isPersonal
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
    var pass: TablePass<CSVSource>
    do throws(Diagnostic) {
      let source = try CSVSource(
        path, shownAs: shownAs, format: format, schema: schema,
        hidden: isPersonal || schema.contains(where: \.isPersonal), observe: observe)
      pass = TablePass(source)
    } catch {
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
