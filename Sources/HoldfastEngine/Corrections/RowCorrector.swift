import Diagnostics
import HoldfastModel
import Tabular

/// Finds the corrections of each row of a dataset, and the corrections that belong to no row or to
/// several.
struct RowCorrector {
  /// The corrections of a row.
  struct Match {
    fileprivate var keys: [TextKey] = []
    /// The cell of each corrected column, by the column's place.
    fileprivate(set) var cells: [Int: Cell] = [:]
  }

  private let dataset: Dataset
  private let book: CorrectionBook
  private let rows: CorrectionBook.Rows
  private let keys: RowKey
  /// Whether a row is named by its digest, which takes time to make.
  private let takesDigests: Bool
  /// How many rows that count have a key; none for rows that were only met.
  private var met: [TextKey: Int] = [:]

  /// A corrector; nil where nothing of the dataset is corrected.
  init?(_ dataset: Dataset, _ book: CorrectionBook?, _ maker: WitnessMaker) {
    guard let book, let rows = book.rows[dataset.name] else { return nil }
    self.dataset = dataset
    self.book = book
    self.rows = rows
    keys = RowKey(dataset, maker)
    takesDigests = rows.byKey.keys.contains { RowKey.isDigest($0.text) }
  }

  /// The corrections of a row, if there are any.
  mutating func match(_ row: Row) -> Match? {
    var match = Match()
    for key in [keys.key(of: row), takesDigests ? keys.digest(of: row) : nil].compactMap({ $0 }) {
      guard let fixes = rows.byKey[key] else { continue }
      met[key, default: 0] += 0
      match.keys.append(key)
      match.cells.merge(fixes.mapValues(\.cell)) { first, _ in first }
    }
    return match.keys.isEmpty ? nil : match
  }

  /// Notes that a row with corrections is one to count: no repetition of another, no total.
  mutating func count(_ match: Match) {
    for key in match.keys { met[key, default: 0] += 1 }
  }

  /// The corrections of keys that were not met, by key.
  var unmet: [(key: TextKey, cells: [Int: Cell])] {
    rows.byKey.filter { met[$0.key] == nil }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.mapValues(\.cell)) }
  }

  /// What is wrong with the keys; `mayAdd` where one that was not met makes a row of its own.
  func problems(mayAdd: Bool) -> [Diagnostic] {
    rows.byKey.sorted { $0.key < $1.key }.compactMap { key, fixes in
      guard let fix = fixes.values.min(by: { $0.line < $1.line }) else { return nil }
      let place = book.place(fix, in: dataset)
      guard let count = met[key] else {
        return mayAdd ? nil : CorrectionMessage.noRow(key.text, dataset, place)
      }
      return count > 1 ? CorrectionMessage.severalRows(key.text, count, dataset, place) : nil
    }
  }
}
