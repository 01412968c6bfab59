import Diagnostics
import Exact
import HoldfastModel

/// How the model's tallies are written.
extension TallyWriter {
  mutating func tally(_ tally: Tally) {
    list(tally.slices.sorted { $0.key.isBefore($1.key) }) { writer, entry in
      writer.bucket(entry.key.bucket)
      writer.optional(entry.key.group) { $0.text($1) }
      writer.slice(entry.value)
    }
    list(tally.failures.sorted { $0.key.isBefore($1.key) }) { writer, entry in
      writer.bucket(entry.key)
      writer.count(entry.value.count)
      writer.list(entry.value.first) { $0.diagnostic($1) }
    }
  }

  private mutating func bucket(_ bucket: Tally.Bucket) {
    switch bucket {
    case .starting(let day):
      count(0)
      self.day(day)
    case .dateUnknown: count(1)
    case .undated: count(2)
    }
  }

  private mutating func slice(_ slice: Slice) {
    let sums = Dictionary(
      uniqueKeysWithValues: slice.sums.enumerated().filter { $1.rows > 0 }.map { ($0, $1) })
    table(sums) { $0.rows($1) }
    let values = Dictionary(
      uniqueKeysWithValues: slice.values.enumerated().filter { !$1.isEmpty }.map { ($0, $1) })
    table(values) { writer, counts in
      writer.list(counts.sorted { $0.key < $1.key }) { writer, entry in
        writer.decimal(entry.key)
        writer.count(entry.value)
      }
    }
    table(slice.witnesses) { $0.witnesses($1) }
    table(slice.leftOut) { $0.rows($1) }
    table(slice.unmatched) { $0.rows($1) }
    table(slice.unmeasured) { $0.count($1) }
    table(slice.unmeasuredRows) { $0.witnesses($1) }
    table(slice.ranges) { writer, range in
      writer.count(range.rows)
      writer.sum(range.low)
      writer.sum(range.high)
    }
    table(slice.unknownColumns) { writer, columns in
      writer.table(columns) { $0.count($1) }
    }
    list(slice.keys.sorted { $0.key.isBefore($1.key) }) { writer, entry in
      writer.optional(entry.key.key?.text) { $0.text($1) }
      writer.count(entry.key.row.index)
      writer.rows(entry.value)
    }
  }

  private mutating func rows(_ rows: RowSum) {
    count(rows.rows)
    sum(rows.sum)
  }

  mutating func sum(_ sum: ExactSum) {
    decimal(sum.total)
    decimal(sum.largest)
  }

  private mutating func witnesses(_ witnesses: Witnesses) {
    count(witnesses.limit)
    list(witnesses.rows) { writer, row in
      writer.text(row.key)
      writer.text(row.digest)
      writer.list(row.shown) { $0.text($1) }
      writer.optional(row.measure) { $0.decimal($1) }
      writer.text(row.file)
      writer.count(row.line)
      writer.list(row.unknown) { $0.text($1) }
    }
  }

  /// A message about data; where it points into a text that a person wrote, only the text's name is
  /// kept.
  mutating func diagnostic(_ diagnostic: Diagnostic) {
    flag(diagnostic.severity == .error)
    text(diagnostic.message)
    switch diagnostic.place {
    case .none: count(0)
    case .file(let file):
      count(1)
      text(file)
    case .span(let span):
      count(1)
      text(span.source.name)
    case .record(let file, let line, let column, let shown):
      count(2)
      text(file)
      count(line)
      optional(column) { $0.text($1) }
      optional(shown) { $0.text($1) }
    }
    optional(diagnostic.help) { $0.text($1) }
  }
}

extension Tally.Bucket {
  /// The order in which buckets are written.
  func isBefore(_ other: Tally.Bucket) -> Bool { rank < other.rank }

  private var rank: Int {
    switch self {
    case .starting(let day): Int(day.days)
    case .dateUnknown: Int.max - 1
    case .undated: Int.max
    }
  }
}

extension KeyedClass {
  /// The order in which they are written: the unknown text first, then by text and class.
  func isBefore(_ other: KeyedClass) -> Bool {
    if key != other.key {
      guard let key else { return true }
      return other.key.map { key < $0 } ?? false
    }
    return row.index < other.row.index
  }
}

extension Tally.Key {
  /// The order in which keys are written: by bucket, then by group, the unknown one first.
  func isBefore(_ other: Tally.Key) -> Bool {
    if bucket != other.bucket { return bucket.isBefore(other.bucket) }
    guard let group else { return other.group != nil }
    return other.group.map { TextKey(group) < TextKey($0) } ?? false
  }
}
