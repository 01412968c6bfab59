import Diagnostics
import Exact
import HoldfastModel

/// How the model's tallies are read.
extension TallyReader {
  mutating func tally() throws(TallyDamage) -> Tally {
    var tally = Tally()
    tally.slices = try table(
      { (reader) throws(TallyDamage) in
        Tally.Key(
          bucket: try reader.bucket(),
          group: try reader.optional { (reader) throws(TallyDamage) in try reader.text() })
      }, { $0.isBefore($1) }, { (reader) throws(TallyDamage) in try reader.slice() })
    tally.failures = try table(
      { (reader) throws(TallyDamage) in try reader.bucket() }, { $0.isBefore($1) },
      { (reader) throws(TallyDamage) in
        try reader.failures()
      })
    tally.valueCount = tally.slices.values.reduce(0) { count, slice in
      count + slice.keys.count + slice.values.reduce(0) { $0 + $1.count }
    }
    return tally
  }

  private mutating func failures() throws(TallyDamage) -> Failures {
    let total = try count()
    let first = try list { (reader) throws(TallyDamage) in try reader.diagnostic() }
    guard first.count <= min(total, Failures.kept) else {
      throw TallyDamage("counts faults that it does not have")
    }
    return Failures(count: total, first: first)
  }

  private mutating func bucket() throws(TallyDamage) -> Tally.Bucket {
    switch try count(below: 3) {
    case 0: .starting(try day())
    case 1: .dateUnknown
    default: .undated
    }
  }

  /// What a slice takes, its tables by class included.
  private static let sliceSize = 4096

  private mutating func slice() throws(TallyDamage) -> Slice {
    try take(Self.sliceSize)
    var slice = Slice()
    for (index, rows) in try classTable({ (reader) throws(TallyDamage) in try reader.rows() }) {
      guard rows.rows > 0 else { throw TallyDamage("counts rows that it does not have") }
      slice.sums[index] = rows
    }
    for (index, values) in try classTable({ (reader) throws(TallyDamage) in try reader.values() }) {
      guard !values.isEmpty else { throw TallyDamage("counts values that it does not have") }
      slice.values[index] = values
    }
    slice.witnesses = try classTable { (reader) throws(TallyDamage) in try reader.witnesses() }
    slice.leftOut = try textTable { (reader) throws(TallyDamage) in try reader.rows() }
    slice.unmatched = try textTable { (reader) throws(TallyDamage) in try reader.rows() }
    slice.unmeasured = try classTable { (reader) throws(TallyDamage) in try reader.count() }
    slice.unmeasuredRows = try classTable { (reader) throws(TallyDamage) in try reader.witnesses() }
    slice.ranges = try classTable { (reader) throws(TallyDamage) in
      RangeSum(rows: try reader.count(), low: try reader.sum(), high: try reader.sum())
    }
    slice.unknownColumns = try classTable { (reader) throws(TallyDamage) in
      try reader.textTable { (reader) throws(TallyDamage) in try reader.count() }
    }
    slice.keys = try table(
      { (reader) throws(TallyDamage) in
        let text = try reader.optional { (reader) throws(TallyDamage) in try reader.text() }
        let row = RowClass.all[try reader.count(below: RowClass.all.count)]
        return KeyedClass(text.map(TextKey.init), row)
      }, { $0.isBefore($1) }, { (reader) throws(TallyDamage) in try reader.rows() })
    return slice
  }

  /// A table by the index of a class.
  private mutating func classTable<Value>(
    _ read: (inout TallyReader) throws(TallyDamage) -> Value
  ) throws(TallyDamage) -> [Int: Value] {
    try table(
      { (reader) throws(TallyDamage) in try reader.count(below: RowClass.all.count) },
      { $0 < $1 }, read)
  }

  private mutating func rows() throws(TallyDamage) -> RowSum {
    RowSum(rows: try count(), sum: try sum())
  }

  mutating func sum() throws(TallyDamage) -> ExactSum {
    let total = try decimal()
    return ExactSum(total: total, largest: try decimal())
  }

  private mutating func values() throws(TallyDamage) -> [Decimal: Int] {
    try table(
      { (reader) throws(TallyDamage) in try reader.decimal() }, { $0 < $1 },
      { (reader) throws(TallyDamage) in try reader.count() })
  }

  private mutating func witnesses() throws(TallyDamage) -> Witnesses {
    var result = Witnesses(limit: try count(below: 10_000))
    let rows = try list { (reader) throws(TallyDamage) in try reader.witness() }
    guard rows.count <= result.limit else { throw TallyDamage("shows too many rows") }
    for row in rows { result.add(row) }
    guard result.rows == rows else { throw TallyDamage("is not in the order of its rows") }
    return result
  }

  private mutating func witness() throws(TallyDamage) -> Witness {
    Witness(
      key: try text(), digest: try text(),
      shown: try list { (reader) throws(TallyDamage) in try reader.text() },
      measure: try optional { (reader) throws(TallyDamage) in try reader.decimal() },
      file: try text(), line: try count(),
      unknown: try list { (reader) throws(TallyDamage) in try reader.text() })
  }

  mutating func diagnostic() throws(TallyDamage) -> Diagnostic {
    let severity: Diagnostic.Severity = try flag() ? .error : .warning
    let message = try text()
    let place = try place()
    return Diagnostic(
      severity, message, at: place,
      help: try optional { (reader) throws(TallyDamage) in try reader.text() })
  }

  private mutating func place() throws(TallyDamage) -> Diagnostic.Place {
    switch try count(below: 3) {
    case 0: return .none
    case 1: return .file(try text())
    default:
      return .record(
        file: try text(), line: try count(),
        column: try optional { (reader) throws(TallyDamage) in try reader.text() },
        shown: try optional { (reader) throws(TallyDamage) in try reader.text() })
    }
  }
}
