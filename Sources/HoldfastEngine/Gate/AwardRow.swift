import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// A row of an award, read as the rows of its dataset are.
struct AwardRow {
  let dataset: String
  /// The cells by the places of the dataset's columns.
  var cells: [Cell]
  /// What was written, in the order of the columns.
  let fields: [String]
  /// The year of the award, from 1.
  let year: Int
  /// Whether it falls away with the award.
  let isReplaced: Bool
  let place: Diagnostic.Place

  /// The row as a pass takes it.
  func row() -> Row { Row(cells: cells, fields: fields, line: place.line) }
}

/// Everything that an award, or a reservation, brings along.
struct Award {
  var rows: [AwardRow] = []
  /// New rows of referred datasets, by dataset and key.
  var new: [String: [(key: TextKey, row: AwardRow)]] = [:]

  /// The last year of the award.
  var years: Int { rows.map(\.year).max() ?? 1 }
}

extension Diagnostic.Place {
  /// The line, where there is one.
  var line: Int {
    switch self {
    case .span(let span): span.start.line
    case .record(_, let line, _, _): line
    case .file, .none: 1
    }
  }

  /// The file, where there is one.
  var file: String {
    switch self {
    case .span(let span): span.source.name
    case .record(let file, _, _, _), .file(let file): file
    case .none: ""
    }
  }
}
