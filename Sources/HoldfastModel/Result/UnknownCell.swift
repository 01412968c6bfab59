public import Exact

/// A cell for want of which rows cannot be judged.
public struct UnknownCell: Sendable, Hashable {
  /// The dataset.
  public var dataset: String
  /// The row: its key's cells joined by ` / `, or `row` and its digest where no key is declared.
  public var key: String
  /// The column.
  public var column: String
  /// How many rows hang on it, in the commitment where they weigh most.
  public var rows: Int
  /// What the measures of those rows add up to without their signs; zero where rows are counted.
  public var amount: Decimal
  /// Whether those measures are money.
  public var isMoney = true
  /// What a reader knows the row by.
  public var what: String
  /// The commitments that ask for it, in the order of the packs.
  public var commitments: [String]
  /// Its part of all that hangs on unknown cells, as a fraction of four digits.
  public internal(set) var share = Decimal.zero
  /// Its part and those of all heavier cells.
  public internal(set) var cumulativeShare = Decimal.zero

  /// A cell.
  public init(
    dataset: String, key: String, column: String, rows: Int, amount: Decimal, what: String,
    commitments: [String]
  ) {
    self.dataset = dataset
    self.key = key
    self.column = column
    self.rows = rows
    self.amount = amount
    self.what = what
    self.commitments = commitments
  }

  /// Whether it is to be asked for before another: heavier first, then by more rows, then by name.
  public func precedes(_ other: UnknownCell) -> Bool {
    if amount != other.amount { return amount > other.amount }
    if rows != other.rows { return rows > other.rows }
    for (left, right) in [
      (dataset, other.dataset), (key, other.key), (column, other.column),
    ] where !left.utf8.elementsEqual(right.utf8) {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }
}

/// The cells worth asking about, heaviest first.
public struct UnknownCells: Sendable {
  /// The cells.
  public private(set) var items: [UnknownCell]
  /// The day that the run speaks about.
  public var asOf: CivilDate
  /// The institution's name.
  public var institution: String
  /// The code of its currency.
  public var currency: String
  /// The paths of the files that were read, below the data folder.
  public var files: [String] = []
  /// How many rows cannot be judged for want of cells about persons, which are not listed.
  public var hiddenRows = 0
  /// How many rows cannot be judged, and no key names them alone.
  public var unnamedRows = 0

  /// Puts cells in order and works out their shares: of the amounts, or of the rows where no cell
  /// has an amount. A row that lacks two cells weighs in both.
  public init(
    _ cells: [UnknownCell], asOf: CivilDate, institution: String, currency: String
  ) throws(ExactError) {
    items = cells.sorted { $0.precedes($1) }
    self.asOf = asOf
    self.institution = institution
    self.currency = currency
    let byRows = items.allSatisfy { $0.amount.signum == 0 }
    let weights = items.map { byRows ? Decimal($0.rows) : $0.amount }
    var total = ExactSum()
    for weight in weights { try total.add(weight) }
    guard total.total.signum > 0 else { return }
    var sum = ExactSum()
    for (index, weight) in weights.enumerated() {
      try sum.add(weight)
      items[index].share = try Self.part(weight, total.total)
      items[index].cumulativeShare = try Self.part(sum.total, total.total)
    }
  }

  private static func part(_ weight: Decimal, _ total: Decimal) throws(ExactError) -> Decimal {
    try Rational(weight, over: total).rounded(scale: 4, .halfEven)
  }
}
