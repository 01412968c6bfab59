public import Exact

/// A cell that somebody set right, over files that stay as they are.
public struct Correction: Sendable, Hashable {
  /// The dataset.
  public var dataset: String
  /// The row: its key's cells joined by ` / `, or `row` and its digest where no key is declared.
  public var key: String
  /// The column.
  public var column: String
  /// What the cell holds, as it was written.
  public var value: String
  /// Who says so.
  public var by: String
  /// When they said so.
  public var on: CivilDate
  /// How they know.
  public var because: String

  /// A correction.
  public init(
    dataset: String, key: String, column: String, value: String, by: String, on: CivilDate,
    because: String
  ) {
    self.dataset = dataset
    self.key = key
    self.column = column
    self.value = value
    self.by = by
    self.on = on
    self.because = because
  }

  /// Whether it stands before another: by dataset, column and key, byte by byte.
  public func precedes(_ other: Correction) -> Bool {
    for (left, right) in [
      (dataset, other.dataset), (column, other.column), (key, other.key),
    ] where !left.utf8.elementsEqual(right.utf8) {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }
}

/// The columns of a file of corrections, in which each row sets a cell right; others are ignored.
public enum CorrectionColumn: String, Sendable, CaseIterable {
  case dataset, key, column, value, by, on, because

  /// What stands in it, in a sentence.
  public var means: String {
    switch self {
    case .dataset: "The dataset whose cell it is."
    case .key: "The row: its key's cells, joined by ` / `, or `row` and its digest."
    case .column: "The column."
    case .value: "What the cell holds, written as in the files; a row without one says nothing."
    case .by: "Who says so."
    case .on: "When they said so: 2024-04-01, or as the institution's date_format says."
    case .because: "How they know: supplier's invoice 4711."
    }
  }
}
