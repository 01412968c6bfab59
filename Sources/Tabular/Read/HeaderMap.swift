import Diagnostics

/// Which field of a record each declared column is.
struct HeaderMap {
  /// How many headers a file may have: as many as a spreadsheet has columns.
  static let limit = 16_384

  /// The headers, blanks around them removed, in the order of the file; without a name where the
  /// file has none.
  let headers: [String]
  /// Whether the file has no headers.
  let isHeaderless: Bool
  private let isEven: Bool
  /// The field of each column in schema order; nil for a column that is no field, and where there
  /// is a problem.
  private(set) var fields: [Int?] = []
  /// What is wrong, by column.
  private(set) var problems: [HeaderProblem] = []

  /// Matches headers with columns.
  init(_ headers: [String], _ schema: [ColumnSchema]) {
    self.init(
      headers, schema, isHeaderless: false, isEven: false,
      "the file has \(headers.count) \(headers.count == 1 ? "header" : "headers")")
  }

  /// Tells columns by their positions among the cells of the first row. With `isEven` all rows have
  /// as many.
  init(cells: Int, _ schema: [ColumnSchema], isEven: Bool) {
    self.init(
      Array(repeating: "", count: cells), schema, isHeaderless: true, isEven: isEven,
      "the first row has \(cells) \(cells == 1 ? "cell" : "cells")")
  }

  private init(
    _ headers: [String], _ schema: [ColumnSchema], isHeaderless: Bool, isEven: Bool, _ found: String
  ) {
    self.headers = headers
    self.isHeaderless = isHeaderless
    self.isEven = isEven
    let match = HeaderMatch(headers, schema)
    for (column, wanted) in schema.enumerated() {
      switch wanted.origin {
      case .constant, .fileName: fields.append(nil)
      case .position(let position):
        let exists = (1...max(1, headers.count)).contains(position) && !headers.isEmpty
        fields.append(exists ? position - 1 : nil)
        if !exists { problems.append(HeaderProblem(column, .beyond(position, found))) }
      case .headers(let names):
        let result = match.field(of: names)
        fields.append(result.field)
        if let kind = result.problem { problems.append(HeaderProblem(column, kind)) }
      }
    }
  }

  /// The columns that the file does not have.
  var missing: [Int] { problems.filter(\.isMissing).map(\.column) }

  /// How many cells every record must have: up to the last header with a name, and to the last
  /// field that a column names by its position. Where nothing but the first row says how many there
  /// are, all: a thousands comma in that one would shift its cells unseen.
  var width: Int {
    if isEven { return headers.count }
    let named = headers.lastIndex { !$0.isEmpty } ?? 0
    return max(named, fields.compactMap { $0 }.max() ?? 0) + 1
  }

  /// Named headers that no column stands under, in the order of the file.
  var unmapped: [String] {
    let taken = Set(fields.compactMap { $0 })
    return headers.indices.filter { !taken.contains($0) && !headers[$0].isEmpty }
      .map { headers[$0] }
  }

  /// What messages call a field: its header, with a number where that is not enough.
  func label(_ field: Int) -> String {
    let header = headers[field]
    if header.isEmpty { return "no. \(field + 1)" }
    let before = headers[..<field].count { $0 == header }
    let isRepeated = before > 0 || headers[(field + 1)...].contains(header)
    return isRepeated ? "\(header) (no. \(before + 1))" : header
  }
}

extension HeaderMatch.Result {
  fileprivate var field: Int? { if case .one(let field) = self { field } else { nil } }

  fileprivate var problem: HeaderProblem.Kind? {
    switch self {
    case .one: nil
    case .none: .missing
    case .several(let fields): .doubled(fields)
    case .tooFew(let name, let found): .tooFew(name, found: found)
    }
  }
}
