import HoldfastModel
import Tabular

/// The names by which corrections know a row: the cells of its dataset's key, and a digest of the
/// row, for rows that no key tells apart.
struct RowKey {
  private let keys: [Int]
  private let maker: WitnessMaker

  init(_ dataset: Dataset, _ maker: WitnessMaker) {
    keys = dataset.key.compactMap { dataset.place(of: $0) }
    self.maker = maker
  }

  /// The cells of a row's key as they were read; nil where none is declared, and where every cell
  /// of it is blank.
  func key(of row: Row) -> TextKey? {
    guard !keys.isEmpty else { return nil }
    var texts: [String] = []
    var isBlank = true
    for place in keys {
      switch row.cells[place] {
      case .unknown, .excluded, .fault: break
      default: isBlank = false
      }
      texts.append(row.cells[place].shownText)
    }
    return isBlank ? nil : TextKey(texts.joined(separator: " / "))
  }

  /// The row's digest, as reports show it.
  func digest(of row: Row) -> TextKey { TextKey("row " + maker.digest(row)) }

  /// A key as people write it: before a digest `row` may be left out where there is no key.
  static func normal(_ text: String, of dataset: Dataset) -> String {
    dataset.key.isEmpty && isDigest("row " + text) ? "row " + text : text
  }

  /// Whether a key is the digest of a row.
  static func isDigest(_ key: String) -> Bool {
    guard key.hasPrefix("row "), key.utf8.count == 20 else { return false }
    return key.utf8.dropFirst(4).allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
  }
}
