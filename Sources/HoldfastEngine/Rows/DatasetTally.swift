import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Everything that the rows of some files of a dataset taught.
///
/// Tallies merge: in any order, and however the files were split, the result is the same but for
/// the order in which the files are listed.
struct DatasetTally: Sendable {
  /// The files that were read to their end, in the order of reading.
  var files: [FileTally] = []
  /// Rows that `keep` dropped.
  var dropped = 0
  /// Rows that belong to the institution and have a day, by the first day of their bucket.
  var dated: [CivilDate: DatedRows] = [:]
  /// Rows that a reference leads nowhere for, by reference.
  var unmatched: [String: Int] = [:]
  /// What could not be made of cells.
  var cells = CellNotes()
  /// The texts of the columns that conditions compare with literals, by column.
  var texts: [Int: TextValues] = [:]
  /// How many rows have a declared blank, by column.
  var blanks: [Int: Int] = [:]
  /// How many rows of a register are not in force, by the day asked for.
  var outOfForce: [CivilDate: Int] = [:]
  /// How many rows of a register end before they begin.
  var reversed = 0
  /// Rows that only add up others.
  var totals = TotalRowCount()
  /// Rows that repeat others.
  var repeats = RepeatCount()
  /// What tells whether files and amounts are complete.
  var completeness = CompletenessCount()
  /// The first rows for which nothing can be said of the dataset.
  private(set) var spoiling: [Diagnostic] = []
  /// What ended the reading before its time.
  var stopped: DiagnosticList?
  /// What the rows came to, by aggregate.
  var aggregates: [AggregateTally] = []
  /// What was looked up in other datasets, by name, where that is to be known.
  var references: [String: ReferenceUse] = [:]

  /// Notes a row for which nothing can be said of the dataset.
  mutating func spoil(_ problem: Diagnostic) {
    if spoiling.count < Faults.kept { spoiling.append(problem) }
  }

  /// Adds the rows of files that come after its own.
  mutating func merge(_ later: DatasetTally) {
    for (name, use) in later.references {
      references[name, default: ReferenceUse()].merge(use, offset: files.count)
    }
    files += later.files
    dropped += later.dropped
    dated.merge(later.dated) { $0.merged(with: $1) }
    unmatched.merge(later.unmatched, uniquingKeysWith: +)
    cells.merge(later.cells)
    texts.merge(later.texts) { $0.merged(with: $1) }
    blanks.merge(later.blanks, uniquingKeysWith: +)
    outOfForce.merge(later.outOfForce, uniquingKeysWith: +)
    reversed += later.reversed
    totals.merge(later.totals)
    repeats.merge(later.repeats)
    completeness.merge(later.completeness)
    for problem in later.spoiling { spoil(problem) }
    stopped = stopped ?? later.stopped
    for index in aggregates.indices { aggregates[index].merge(later.aggregates[index]) }
  }
}

/// Rows of one bucket of time.
struct DatedRows: Sendable, Hashable {
  /// How many there are.
  var rows: Int
  /// The first and the last day that they are of.
  var span: ClosedRange<CivilDate>

  /// So many rows.
  init(rows: Int, span: ClosedRange<CivilDate>) { (self.rows, self.span) = (rows, span) }

  /// One row.
  init(_ day: CivilDate) { (rows, span) = (1, day...day) }

  /// So many rows of some days.
  init(_ rows: Int, _ span: ClosedRange<CivilDate>) { (self.rows, self.span) = (rows, span) }

  /// Takes another row.
  mutating func add(_ day: CivilDate) {
    rows += 1
    if !span.contains(day) { span = min(span.lowerBound, day)...max(span.upperBound, day) }
  }

  /// These and others.
  func merged(with other: DatedRows) -> DatedRows {
    var result = self
    result.rows += other.rows
    result.span =
      min(span.lowerBound, other.span.lowerBound)...max(span.upperBound, other.span.upperBound)
    return result
  }
}

/// What the rows came to for one aggregate, and for its variants.
struct AggregateTally: Sendable {
  var tally = Tally()
  /// The same with one choice made otherwise, in the order of the tallier's variants.
  var variants: [Tally]

  /// Tallies as they were written down.
  init(tally: Tally, variants: [Tally]) { (self.tally, self.variants) = (tally, variants) }

  /// No rows.
  init(variants: Int) { self.variants = Array(repeating: Tally(), count: variants) }

  /// Adds the rows of another tally of the same aggregate.
  mutating func merge(_ other: AggregateTally) {
    tally.absorb(other.tally)
    // A variant that cannot be added up exactly only fails to be compared.
    for index in variants.indices { try? variants[index].merge(other.variants[index]) }
  }
}

extension Tally {
  /// Adds the rows of another tally; a sum that is too large becomes a failure.
  mutating func absorb(_ other: Tally) {
    do throws(ExactError) {
      try merge(other)
      guard let problem = overflow else { return }
      // Each file had room; together they have not.
      (slices, valueCount) = ([:], 0)
      failures[.undated, default: Failures()].add(
        Diagnostic(.error, "'per' cannot be evaluated: \(problem.message)", help: problem.help))
    } catch {
      failures[.undated, default: Failures()].add(
        Diagnostic(
          .error, "'measure' cannot be evaluated: the number is too large to be added up exactly",
          help: "check the amount"))
    }
  }
}
