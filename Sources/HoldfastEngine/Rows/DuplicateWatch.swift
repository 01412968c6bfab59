import Crypto
import Diagnostics
import HoldfastModel
import Tabular

/// Finds rows whose declared key stands in an earlier row.
struct DuplicateWatch {
  private let dataset: Dataset
  private let rule: Duplicates
  private let places: [Int]
  private var first: [TextKey: (place: String, digest: [UInt8])] = [:]
  private var bytes = 0

  /// Whether a digest of each key is kept, so that rows of other files can be compared later.
  private let keepsDigests: Bool

  /// How many bytes of keys are kept, beside what the table itself takes.
  private static let limit = 1 << 30

  /// A watch; nil where nothing is declared.
  init?(_ dataset: Dataset, keepsDigests: Bool) {
    guard let rule = dataset.duplicates else { return nil }
    self.dataset = dataset
    self.rule = rule
    self.keepsDigests = keepsDigests
    places = rule.key.compactMap { dataset.place(of: $0) }
  }

  /// What becomes of a row.
  enum Kind {
    case counts
    case dropped
    case wrong(Diagnostic)
  }

  /// Judges a row. Throws where there are too many keys to remember.
  mutating func kind(
    of cells: [Cell], _ row: Row, in file: String, _ repeats: inout RepeatCount
  ) throws(DiagnosticList) -> Kind {
    guard let key = key(cells) else {
      repeats.nameless += 1
      return .counts
    }
    if keepsDigests { repeats.add(shortDigest(Array(key.text.utf8))) }
    let digest = rule.then == .drop ? digest(cells, row) : []
    guard let earlier = first[key] else {
      try remember(key, "\(file):\(row.line)", digest)
      return .counts
    }
    repeats.met += 1
    switch rule.then {
    case .report: return .counts
    case .drop where earlier.digest == digest: return .dropped
    case .drop:
      return wrong(
        "the row has the same \(names) as \(earlier.place), and other cells differ", row, file,
        "only rows that are equal in every cell are dropped: correct the key or the rows")
    case .refuse:
      return wrong(
        "the row has the same \(names) as \(earlier.place)", row, file,
        "remove one of the two; where both are real, say then: report")
    }
  }

  /// A digest of the row as it stands in the file and as it is read there.
  private func digest(_ cells: [Cell], _ row: Row) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: row.record.canonicalBytes())
    for cell in cells { hash.update(data: Array(cell.shownText.utf8) + [0]) }
    return Array(hash.finalize())
  }

  private var names: String { rule.key.map(\.value).joined(separator: ", ") }

  /// The cells of the key as one text; nil where one says nothing.
  private func key(_ cells: [Cell]) -> TextKey? {
    var text = ""
    for place in places {
      switch cells[place] {
      case .unknown, .excluded, .fault: return nil
      default: text += cells[place].shownText + "\u{0}"
      }
    }
    return TextKey(text)
  }

  private mutating func remember(
    _ key: TextKey, _ place: String, _ digest: [UInt8]
  ) throws(DiagnosticList) {
    bytes += key.text.utf8.count + place.utf8.count + digest.count
    guard bytes <= Self.limit else {
      throw DiagnosticList([
        Diagnostic(
          "the keys of 'duplicates' take more than 1 GiB", at: dataset.span,
          help: "name fewer or shorter columns, or split the dataset")
      ])
    }
    first[key] = (place, digest)
  }

  private func wrong(_ message: String, _ row: Row, _ file: String, _ help: String) -> Kind {
    .wrong(
      Diagnostic(
        .error, message, at: .record(file: file, line: row.line, column: nil, shown: nil),
        help: help))
  }
}
