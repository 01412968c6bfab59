import Diagnostics

/// Which field of a record each declared column is.
struct HeaderMap {
  /// How many headers a file may have: as many as a spreadsheet has columns.
  static let limit = 16_384

  /// The headers, blanks around them removed, in the order of the file.
  let headers: [String]
  /// The field of each column in schema order; nil where the file has no header for it.
  private(set) var fields: [Int?] = []
  /// Columns with more than one header, with those headers.
  private(set) var doubled: [(column: Int, fields: [Int])] = []
  /// The columns without a header.
  private(set) var missing: [Int] = []

  /// Matches a header record. A header exactly as declared goes before one that is equal but for
  /// letter case, blanks and signs: otherwise nobody could choose between `Amount` and `Amount (£)`.
  init(_ record: Record, _ schema: [ColumnSchema]) {
    let headers = (0..<record.fieldCount).map { index in
      Blanks.trimmed(String(decoding: record.storage[record.range(index)], as: UTF8.self))
    }
    self.headers = headers
    let exact = headers.map { Array($0.utf8) }
    let folded = headers.map(HeaderText.folded)
    for (column, wanted) in schema.enumerated() {
      let names = wanted.headers.map { Array(Blanks.trimmed($0).utf8) }.filter { !$0.isEmpty }
      var found = exact.indices.filter { names.contains(exact[$0]) }
      if found.isEmpty {
        let foldedNames = wanted.headers.map(HeaderText.folded).filter { !$0.isEmpty }
        found = folded.indices.filter { foldedNames.contains(folded[$0]) }
      }
      fields.append(found.first)
      if found.isEmpty { missing.append(column) }
      if found.count > 1 { doubled.append((column, found)) }
    }
  }

  /// How many cells every record must have: up to the last header with a name.
  var width: Int { (headers.lastIndex { !$0.isEmpty } ?? 0) + 1 }

  /// Named headers that no column stands under, in the order of the file.
  var unmapped: [String] {
    let taken = Set(fields.compactMap { $0 })
    return headers.indices.filter { !taken.contains($0) && !headers[$0].isEmpty }
      .map { headers[$0] }
  }

  /// What stops the reading, for each column. Where the headers are `hidden` they are not listed:
  /// in a file without headers they would be somebody's data.
  func problems(
    _ schema: [ColumnSchema], file: String, line: Int, hidden: Bool
  ) -> [Diagnostic] {
    let place = Diagnostic.Place.record(file: file, line: line, column: nil, shown: nil)
    return missing.map { Self.missing(schema[$0], headers, place, hidden) }
      + doubled.map { column, fields in
        let names = HeaderText.list(fields.map { headers[$0] })
        return Diagnostic(
          .error, "\(fields.count) headers match the column '\(schema[column].name)': \(names)",
          at: place, help: "write one of them exactly under \(schema[column].declaredAt)")
      }
  }

  private static func missing(
    _ column: ColumnSchema, _ headers: [String], _ place: Diagnostic.Place, _ hidden: Bool
  ) -> Diagnostic {
    let wanted = HeaderText.list(column.headers)
    let found = hidden ? "\(headers.count) others" : HeaderText.list(headers)
    let near = column.headers.lazy.compactMap { Nearest.name(to: $0, in: headers) }.first
    let help =
      near.flatMap { hidden ? nil : "if '\(HeaderText.shown($0))' is meant, add it under " }
      ?? "add the header of the file under "
    return Diagnostic(
      .error, "the column '\(column.name)' has no header: looked for \(wanted), found \(found)",
      at: place, help: help + column.declaredAt)
  }
}
