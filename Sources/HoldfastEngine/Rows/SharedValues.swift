import Diagnostics
import HoldfastModel
import Tabular

/// The texts of the column of `value:` that several rows have, found by a first reading: the
/// numbers of such rows belong to all of them together and to none alone.
struct SharedValues {
  private(set) var keys: Set<TextKey> = []

  init(_ dataset: Dataset, _ files: TableFiles) throws(DiagnosticList) {
    guard let column = dataset.place(of: dataset.sharedBy) else { return }
    var seen: Set<TextKey> = []
    var shared: Set<TextKey> = []
    _ = try files.read(
      isPersonal: dataset.isPersonal, { dataset.schema([$0.columns[column]]) }
    ) { (_, row) throws(DiagnosticList) in
      guard let key = row.cells[0].keyText.map(TextKey.init) else { return }
      if !seen.insert(key).inserted { shared.insert(key) }
    }
    keys = shared
  }
}
