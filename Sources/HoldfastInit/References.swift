import HoldfastModel
import Tabular

/// Finds which datasets point to which: columns whose values are the key of another dataset.
struct References {
  private(set) var datasets: [DraftDataset]

  /// How much of a column's values the other's key must hold.
  private static let share = 0.9

  init(_ datasets: [DraftDataset]) {
    self.datasets = datasets
    let keys = datasets.indices.flatMap { index in
      datasets[index].columns.filter { Self.mayBeKey($0, datasets[index]) }.map { (index, $0) }
    }
    for from in datasets.indices {
      var names = NameBook()
      for column in datasets[from].columns { _ = names.take(column.name) }
      for column in datasets[from].columns where Self.mayPoint(column) {
        let match = keys.first { to, key in
          to != from && self.datasets[to].key ?? key.name == key.name
            && key.column.sketch.share(of: column.column.sketch) >= Self.share
        }
        guard let match else { continue }
        self.datasets[match.0].key = match.1.name
        let name = names.take(Self.singular(datasets[match.0].name))
        self.datasets[from].references.append(
          (name, to: datasets[match.0].name, by: column.name))
      }
    }
  }

  private static func mayBeKey(_ column: DraftColumn, _ dataset: DraftDataset) -> Bool {
    [.text, .companyNumber, .postcode].contains(column.type.type)
      && column.column.parts.count == dataset.group.files.count
      && column.isKey(rows: dataset.group.rows)
  }

  /// Values that repeat, as those of a pointing column do; two tables of one row a thing are not
  /// taken to point to each other.
  private static func mayPoint(_ column: DraftColumn) -> Bool {
    let sketch = column.column.sketch
    return !column.isRare && [.text, .companyNumber].contains(column.type.type)
      && sketch.isUnique == false
      && sketch.distinct >= 2
  }

  private static func singular(_ name: String) -> String {
    name.hasSuffix("s") && !name.hasSuffix("ss") ? String(name.dropLast()) : name
  }
}
