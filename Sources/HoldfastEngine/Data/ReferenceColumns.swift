import HoldfastModel
import Tabular

/// What is to be known of a reference's columns without regard to their rows: how many cells are
/// declared blanks, and which texts stand where conditions compare with literals.
struct ReferenceColumns {
  private struct Blanks {
    let column: String
    let place: Int
    var count = 0
  }

  private struct Texts {
    let column: String
    let place: Int
    var values: TextValues
  }

  private var blanks: [Blanks] = []
  private var texts: [Texts] = []

  /// `watched` names the columns whose texts are to be known, and the texts that are asked for.
  init(_ dataset: Dataset, watched: [String: Set<TextKey>]) {
    for (place, column) in dataset.columns.enumerated() {
      if dataset.declaresBlank(of: column) {
        blanks.append(Blanks(column: column.name, place: place))
      }
      if let wanted = watched[column.name] {
        let values = TextValues(wanted: wanted)
        texts.append(Texts(column: column.name, place: place, values: values))
      }
    }
  }

  /// Takes the cells of a row.
  mutating func see(_ cells: [Cell]) {
    for index in blanks.indices {
      if case .excluded = cells[blanks[index].place] { blanks[index].count += 1 }
    }
    for index in texts.indices { texts[index].values.add(cells[texts[index].place]) }
  }

  /// How many rows have a declared blank in a column.
  func blanks(in column: String) -> Int { blanks.first { $0.column == column }?.count ?? 0 }

  /// The distinct texts of a column; nil where nobody asked for them.
  func texts(of column: String) -> TextValues? { texts.first { $0.column == column }?.values }
}

extension Dataset {
  /// Whether a blank cell of a column means something, in all of its files or in some.
  fileprivate func declaresBlank(of column: Column) -> Bool {
    column.blank != .unknown
      || files.contains { file in
        file.columns.contains { $0.name == column.name && $0.blank != .unknown }
      }
  }
}
