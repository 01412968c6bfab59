import Exact
import HoldfastModel

/// How a book and the tallies of its datasets are written.
extension TallyWriter {
  mutating func book(_ book: TallyBook) {
    count(TallyIdentity.semantics)
    text(book.institution)
    day(book.asOf)
    count(book.calendar.month)
    count(book.calendar.day)
    table(book.datasets) { $0.entry($1) }
  }

  private mutating func entry(_ entry: TallyBook.Entry) {
    raw(entry.declaration)
    flag(entry.standsAlone)
    flag(entry.mayRepeat)
    names(entry.named)
    let order = entry.aggregates.indices.sorted {
      entry.aggregates[$0].isBefore(entry.aggregates[$1])
    }
    list(order) { writer, index in
      writer.label(entry.aggregates[index])
      writer.aggregate(entry.tally.aggregates[index])
    }
    facts(entry.tally)
    references(entry.tally)
  }

  private mutating func label(_ label: TallyBook.Label) {
    raw(label.core)
    cuts(label.cuts)
    names(label.commitments)
  }

  mutating func cuts(_ cuts: BucketCuts) {
    flag(cuts.calendarMonths)
    list(cuts.days.sorted()) { $0.day($1) }
  }

  mutating func aggregate(_ aggregate: AggregateTally) {
    tally(aggregate.tally)
    list(aggregate.variants) { $0.tally($1) }
  }

  /// What rows say whatever is asked of them.
  mutating func facts(_ tally: DatasetTally) {
    list(tally.filesInOrder) { $0.file(tally.files[$1]) }
    count(tally.dropped)
    table(tally.dated) { writer, rows in
      writer.count(rows.rows)
      writer.day(rows.span.lowerBound)
      writer.day(rows.span.upperBound)
    }
    table(tally.unmatched) { $0.count($1) }
    table(tally.cells.faults.byColumn) { $0.faults($1) }
    table(tally.cells.unconverted) { $0.count($1) }
    table(tally.texts) { $0.texts($1) }
    table(tally.blanks) { $0.count($1) }
    table(tally.outOfForce) { $0.count($1) }
    count(tally.reversed)
    count(tally.totals.count)
    count(tally.totals.spared)
    repeats(tally.repeats)
    completeness(tally.completeness)
  }

  /// What rows looked up in other datasets.
  mutating func references(_ tally: DatasetTally) {
    let places = Dictionary(uniqueKeysWithValues: zip(tally.filesInOrder, 0...))
    table(tally.references) { writer, use in
      writer.reference(use) { places[$0] ?? 0 }
    }
  }

  private mutating func file(_ file: FileTally) {
    text(file.path)
    count(file.bytes)
    count(file.rows)
    text(file.encoding)
    list(file.unmapped) { $0.text($1) }
    list(file.notices) { $0.diagnostic($1) }
    table(file.redacted) { $0.count($1) }
    list(file.silent) { $0.text($1) }
    raw(file.digest ?? [])
    raw(file.reading)
  }

  private mutating func faults(_ faults: ColumnFaults) {
    count(faults.count)
    let entries = faults.order.compactMap { kind in faults.found[kind].map { (kind, $0) } }
    list(entries) { writer, entry in
      writer.text(entry.0.file)
      writer.diagnostic(entry.1.first)
      writer.count(entry.1.count)
    }
  }

  private mutating func texts(_ texts: TextValues) {
    flag(texts.isFull)
    list(texts.texts.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.text)
      writer.day(entry.value)
    }
    list(texts.wanted.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.text)
      writer.optional(entry.value) { $0.day($1) }
    }
  }

  private mutating func repeats(_ repeats: RepeatCount) {
    count(repeats.met)
    count(repeats.nameless)
    count(repeats.keyed)
    list(repeats.keys.sorted()) { $0.shortDigest($1) }
  }

  private mutating func completeness(_ count: CompletenessCount) {
    table(count.months) { writer, months in writer.table(months) { $0.count($1) } }
    table(count.sums) { $0.sum($1) }
    list(count.inexact.sorted()) { $0.count($1) }
  }

  private mutating func reference(_ use: ReferenceUse, _ place: (Int) -> Int) {
    optional(use.whole) { $0.raw($1) }
    list(use.rows.sorted { $0.key.isBefore($1.key) }) { writer, entry in
      writer.text(entry.key.key.text)
      writer.optional(entry.key.days) { writer, days in
        writer.day(days.lowerBound)
        writer.day(days.upperBound)
      }
      writer.shortDigest(entry.value.digest)
      writer.list(entry.value.files.moved(place).places) { $0.count($1) }
    }
  }

  private mutating func names(_ names: Set<String>) {
    list(names.sorted { TextKey($0) < TextKey($1) }) { $0.text($1) }
  }

  private mutating func shortDigest(_ digest: UInt128) {
    raw((0..<16).map { UInt8(truncatingIfNeeded: digest >> (120 - 8 * $0)) })
  }
}

extension DatasetTally {
  /// The places of the files in the order in which they are written.
  fileprivate var filesInOrder: [Int] {
    files.indices.sorted { TextKey(files[$0].path) < TextKey(files[$1].path) }
  }
}
