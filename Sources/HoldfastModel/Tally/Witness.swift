public import Exact

/// A row that a report shows.
public struct Witness: Sendable, Hashable {
  /// The declared key's cells, joined by ` / `; empty where no key is declared.
  public var key: String
  /// A digest of the record's bytes, as hexadecimal digits.
  public var digest: String
  /// The cells that the dataset shows readers.
  public var shown: [String]
  /// The row's measure, where known.
  public var measure: Decimal?
  /// The file, as the institution names it.
  public var file: String
  /// The line of the record in its file, from 1.
  public var line: Int
  /// The names of the columns without which the row cannot be judged.
  public var unknown: [String]

  /// A row to show.
  public init(
    key: String, digest: String, shown: [String], measure: Decimal?, file: String, line: Int,
    unknown: [String]
  ) {
    self.key = key
    self.digest = digest
    self.shown = shown
    self.measure = measure
    self.file = file
    self.line = line
    self.unknown = unknown
  }

  /// Whether the row is about a person, so that it may be counted but not shown.
  public var isHidden: Bool { digest.isEmpty }

  /// What a reader knows the row by.
  public var name: String {
    if !shown.isEmpty { return shown.joined(separator: ", ") }
    return key.isEmpty ? "row \(digest)" : key
  }

  /// Whether the row stands before another: heavier first, then by key, then by digest.
  public func precedes(_ other: Witness) -> Bool {
    let (left, right) = (weight, other.weight)
    if left != right { return left > right }
    if key != other.key { return key.utf8.lexicographicallyPrecedes(other.key.utf8) }
    if digest != other.digest { return digest < other.digest }
    return (file, line) < (other.file, other.line)
  }

  private var weight: Decimal {
    guard let measure else { return .zero }
    return measure.signum < 0 ? (try? measure.negated()) ?? measure : measure
  }
}

/// The first so many of the rows it was given, in the order of `Witness.precedes`.
public struct Witnesses: Sendable, Hashable {
  /// The rows, first one first.
  public private(set) var rows: [Witness] = []
  /// How many are kept.
  public let limit: Int

  /// No rows, and room for so many.
  public init(limit: Int) { self.limit = limit }

  /// Takes a row if it is among the first.
  public mutating func add(_ row: Witness) {
    guard limit > 0 else { return }
    if rows.count == limit, let last = rows.last, !row.precedes(last) { return }
    let place = rows.firstIndex { row.precedes($0) } ?? rows.endIndex
    rows.insert(row, at: place)
    if rows.count > limit { rows.removeLast() }
  }

  /// Takes the rows of another.
  public mutating func merge(_ other: Witnesses) {
    for row in other.rows { add(row) }
  }
}
