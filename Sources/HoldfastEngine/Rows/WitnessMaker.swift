import Crypto
import Exact
import HoldfastModel
import Tabular

/// Makes the rows that reports show from rows as they were read.
final class WitnessMaker {
  private let dataset: Dataset
  private let keys: [Int]
  private let shown: [Int]
  /// The columns that a digest may rest on where others are personal; nil takes the whole record.
  private let open: [Int]?

  init(_ dataset: Dataset) {
    self.dataset = dataset
    keys = dataset.key.compactMap { key in dataset.columns.firstIndex { $0.name == key.value } }
    shown = dataset.show.compactMap { name in
      dataset.columns.firstIndex { $0.name == name.value && !$0.isPersonal }
    }
    let visible = dataset.columns.indices.filter { !dataset.columns[$0].isPersonal }
    open = visible.count < dataset.columns.count ? visible : nil
  }

  /// The bytes that tell the row from others. A digest of a personal cell could be found out by
  /// trying, so such cells have no part in it.
  private func identity(_ row: Row) -> [UInt8] {
    guard let open else { return row.record.canonicalBytes() }
    return open.flatMap { Array(row.cells[$0].shownText.utf8) + [0] }
  }

  /// The first sixteen digits of a digest of the row.
  func digest(_ row: Row) -> String {
    String(hexadecimal(SHA256.hash(data: identity(row))).prefix(16))
  }

  /// The row to show; one without a name or place where it is about a person, so that it
  /// can be counted and nothing more.
  func witness(
    _ row: Row, _ cells: [Cell], file: String, measure: Decimal?, unknown: [String], isHidden: Bool
  ) -> Witness {
    guard !isHidden else {
      return Witness(
        key: "", digest: "", shown: [], measure: measure, file: "", line: 0, unknown: [])
    }
    let isKeyShown = !keys.contains { dataset.columns[$0].isPersonal }
    return Witness(
      key: isKeyShown ? keys.map { cells[$0].shownText }.joined(separator: " / ") : "",
      digest: digest(row), shown: shown.map { cells[$0].shownText },
      measure: measure, file: file, line: row.line, unknown: Set(unknown).sorted())
  }
}
