import Exact
import HoldfastModel

/// What is known of the rows that a text tells apart: those that certainly count and those that may,
/// with amounts below zero and with others.
struct KeyRows {
  private var sureBelow = RowSum()
  private var sureAbove = RowSum()
  private var openBelow = RowSum()
  private var openAbove = RowSum()

  /// How many rows certainly count.
  var certainRows: Int { sureBelow.rows + sureAbove.rows }

  /// How many rows may count.
  var openRows: Int { openBelow.rows + openAbove.rows }

  /// Whether a row certainly counts.
  var isCertain: Bool { certainRows > 0 }

  /// Takes rows of a class.
  mutating func add(_ sum: RowSum, of row: RowClass) throws(ExactError) {
    switch (row.isUncertain, row.sign) {
    case (false, .negative): try sureBelow.merge(sum)
    case (false, _): try sureAbove.merge(sum)
    case (true, .negative): try openBelow.merge(sum)
    case (true, _): try openAbove.merge(sum)
    }
  }

  /// The least and the most that its amounts can come to.
  func bounds() throws(ExactError) -> Measurement.Bounds {
    let sum = try sureBelow.total.adding(sureAbove.total)
    return try .init(
      Rational(sum.adding(openBelow.total)), Rational(sum.adding(openAbove.total)))
  }

  /// The most that its rows can take away.
  func below() throws(ExactError) -> Decimal { try sureBelow.total.adding(openBelow.total) }

  /// What its rows add for certain, and at most.
  func above() throws(ExactError) -> Measurement.Bounds {
    try .init(Rational(sureAbove.total), Rational(sureAbove.total.adding(openAbove.total)))
  }
}

/// The rows that `among` and `where` select, by the text that tells them apart.
struct KeyTable {
  /// Rows by text.
  private(set) var rows: [TextKey: KeyRows] = [:]
  /// Rows whose text is unknown.
  private(set) var nameless = KeyRows()

  init(_ slice: Slice) throws(ExactError) {
    for (key, sum) in slice.keys where key.row.condition != .fails {
      if let text = key.key {
        try rows[text, default: KeyRows()].add(sum, of: key.row)
      } else {
        try nameless.add(sum, of: key.row)
      }
    }
  }

  /// How many rows have an unknown text.
  var namelessRows: Int { nameless.certainRows + nameless.openRows }

  /// Texts in their order, with their rows.
  var sorted: [(key: TextKey, rows: KeyRows)] {
    rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A measurement with the numbers of rows, and no bounds yet.
  func measurement(_ unit: Measurement.Unit, of slice: Slice) throws(ExactError) -> Measurement {
    var result = Measurement(.keys, unit: unit)
    result.selected = slice.selected
    result.certain = slice.certain
    let unmeasured = slice.unmeasured { $0.condition != .fails }
    let all = try slice.total { $0.condition != .fails }
    let open = try slice.total { $0.condition != .fails && $0.isUncertain }
    result.rows = all.rows + unmeasured.count
    result.unknownRows = open.rows + unmeasured.count + nameless.certainRows
    result.hasCredits = try slice.total { $0.sign == .negative }.rows > 0
    return result
  }
}
