import Diagnostics
import HoldfastModel
import Tabular

/// The texts of the column of `value:` that several rows have, found by a first reading: the
/// numbers of such rows belong to all of them together and to none alone.
struct SharedValues {
  private(set) var keys: Set<TextKey> = []

  init(_ dataset: Dataset, _ files: TableFiles) throws(DiagnosticList) {
    let columns = dataset.sharedBy.compactMap { dataset.place(of: $0) }
    guard !columns.isEmpty else { return }
    var seen: Set<TextKey> = []
    var shared: Set<TextKey> = []
    _ = try files.read(
      isPersonal: dataset.isPersonal, { entry in dataset.schema(columns.map { entry.columns[$0] }) }
    ) { (_, row) throws(DiagnosticList) in
      guard let key = Self.key(row.cells) else { return }
      if !seen.insert(key).inserted { shared.insert(key) }
    }
    keys = shared
  }

  /// The cells as one text; nil where one of them says nothing.
  static func key(_ cells: [Cell]) -> TextKey? {
    let texts = cells.compactMap(\.keyText)
    return texts.count == cells.count ? TextKey(texts.joined(separator: "\u{0}")) : nil
  }
}
