/// Tells the records of a file that are rows from those that are none or cannot be used, and decodes
/// them.
struct RowGate {
  private(set) var decoder: RowDecoder
  private(set) var problems: RecordProblems
  let repeatedHeaders: RepeatedHeaders
  private let keepsBlankRows: Bool
  /// How many cells the first row has.
  var width: Int?
  /// The number of records that are no headers.
  var rows = 0
  private var blankLines = 0
  private var rowsWithExtraCells = 0
  private var faultCount = 0

  init(
    _ decoder: RowDecoder, _ problems: RecordProblems, _ repeatedHeaders: RepeatedHeaders,
    keepsBlankRows: Bool
  ) {
    self.decoder = decoder
    self.problems = problems
    self.repeatedHeaders = repeatedHeaders
    self.keepsBlankRows = keepsBlankRows
  }

  /// Judges the record of a row, and decodes it where it is one.
  mutating func admits(_ row: inout Row) -> Bool {
    let shape = decoder.shape(of: row.record)
    if shape == .blankLine, !keepsBlankRows {
      blankLines += 1
      return false
    }
    rows += 1
    guard isUsable(row.record, shape) else { return false }
    if shape == .rowWithExtraCells { rowsWithExtraCells += 1 }
    decoder.decode(&row)
    faultCount += row.faults.count
    return true
  }

  /// Notes what was found out in the summary of the file.
  func note(in summary: inout FileSummary) {
    summary.rows = rows
    summary.blankLines = blankLines
    summary.rowsWithExtraCells = rowsWithExtraCells
    summary.faultCount = faultCount
    summary.redacted = decoder.redacted
    if rows > 0 { summary.unavailable = decoder.silent }
  }

  /// Notes what is wrong with the shape of a record. Extra cells that say nothing are in order only
  /// where every row has them: a thousands comma without quotes makes one too, and shifts what
  /// stands before it.
  private mutating func isUsable(_ record: Record, _ shape: RowDecoder.Shape) -> Bool {
    let map = decoder.map
    if repeatedHeaders.hold(record) {
      problems.repeated(record)
      return false
    }
    switch shape {
    case .tooShort where map.isHeaderless, .tooLong where map.isHeaderless:
      problems.uneven(record, map.headers.count)
      return false
    case .tooShort:
      problems.tooShort(record, map)
      return false
    case .tooLong:
      problems.tooLong(record, map)
      return false
    case .row, .rowWithExtraCells, .blankLine: break
    }
    let first = width ?? record.fieldCount
    width = first
    guard first == record.fieldCount || max(first, record.fieldCount) <= map.headers.count else {
      problems.uneven(record, first)
      return false
    }
    return true
  }
}
