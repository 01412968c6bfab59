import Diagnostics
import Exact
import HoldfastModel

/// How a book and the tallies of its datasets are read.
extension TallyReader {
  mutating func book() throws(TallyDamage) -> TallyBook {
    let semantics = try count()
    guard semantics == TallyIdentity.semantics else {
      throw TallyDamage("was added up by other rules, of another version of Holdfast")
    }
    let institution = try text()
    let asOf = try day()
    let calendar = FiscalCalendar(month: try count(below: 13), day: try count(below: 29))
    guard calendar.month > 0, calendar.day > 0 else {
      throw TallyDamage("holds a day that does not exist")
    }
    return TallyBook(
      institution: institution, asOf: asOf, calendar: calendar,
      datasets: try textTable { (reader) throws(TallyDamage) in try reader.entry() })
  }

  private mutating func entry() throws(TallyDamage) -> TallyBook.Entry {
    let declaration = try longDigest()
    let (standsAlone, mayRepeat) = (try flag(), try flag())
    let named = try names()
    var labels: [TallyBook.Label] = []
    var aggregates: [AggregateTally] = []
    for _ in 0..<(try count(below: 1 << 20)) {
      let label = try label()
      guard labels.last.map({ $0.isBefore(label) }) ?? true else {
        throw TallyDamage("is not in the order of its keys")
      }
      labels.append(label)
      aggregates.append(try aggregate())
    }
    var tally = try facts()
    tally.aggregates = aggregates
    tally.references = try references(files: tally.files.count)
    return TallyBook.Entry(
      declaration: declaration, standsAlone: standsAlone, mayRepeat: mayRepeat, named: named,
      aggregates: labels, tally: tally)
  }

  private mutating func label() throws(TallyDamage) -> TallyBook.Label {
    TallyBook.Label(core: try longDigest(), cuts: try cuts(), commitments: try names())
  }

  mutating func cuts() throws(TallyDamage) -> BucketCuts {
    var cuts = BucketCuts()
    cuts.calendarMonths = try flag()
    for day in try list({ (reader) throws(TallyDamage) in try reader.day() }) {
      guard cuts.days.allSatisfy({ $0 < day }) else {
        throw TallyDamage("is not in the order of its keys")
      }
      cuts.days.insert(day)
    }
    return cuts
  }

  mutating func aggregate() throws(TallyDamage) -> AggregateTally {
    AggregateTally(
      tally: try tally(), variants: try list { (reader) throws(TallyDamage) in try reader.tally() })
  }

  mutating func facts() throws(TallyDamage) -> DatasetTally {
    var tally = DatasetTally()
    tally.files = try list { (reader) throws(TallyDamage) in try reader.file() }
    for (file, next) in zip(tally.files, tally.files.dropFirst()) {
      guard TextKey(file.path) < TextKey(next.path) else {
        throw TallyDamage("is not in the order of its keys")
      }
    }
    tally.dropped = try count()
    tally.dated = try dayTable { (reader) throws(TallyDamage) in
      DatedRows(rows: try reader.count(), span: try reader.days())
    }
    tally.unmatched = try textTable { (reader) throws(TallyDamage) in try reader.count() }
    tally.cells.faults.byColumn = try textTable { (reader) throws(TallyDamage) in
      try reader.faults()
    }
    tally.cells.unconverted = try textTable { (reader) throws(TallyDamage) in try reader.count() }
    tally.texts = try countTable { (reader) throws(TallyDamage) in try reader.texts() }
    tally.blanks = try countTable { (reader) throws(TallyDamage) in try reader.count() }
    tally.outOfForce = try dayTable { (reader) throws(TallyDamage) in try reader.count() }
    tally.reversed = try count()
    tally.totals = TotalRowCount(count: try count(), spared: try count())
    tally.repeats = try repeats()
    tally.completeness = try completeness()
    return tally
  }

  /// What rows looked up in other datasets, of so many files.
  mutating func references(files: Int) throws(TallyDamage) -> [String: ReferenceUse] {
    try textTable { (reader) throws(TallyDamage) in try reader.reference(files) }
  }

  private mutating func file() throws(TallyDamage) -> FileTally {
    FileTally(
      path: try text(), bytes: try count(), rows: try count(),
      encoding: try text(),
      unmapped: try list { (reader) throws(TallyDamage) in try reader.text() },
      notices: try list { (reader) throws(TallyDamage) in try reader.diagnostic() },
      redacted: try textTable { (reader) throws(TallyDamage) in try reader.count() },
      silent: try list { (reader) throws(TallyDamage) in try reader.text() },
      digest: try longDigest(), reading: try longDigest())
  }

  private mutating func faults() throws(TallyDamage) -> ColumnFaults {
    let total = try count()
    let entries = try list { (reader) throws(TallyDamage) in
      (file: try reader.text(), first: try reader.diagnostic(), count: try reader.count())
    }
    guard entries.count <= Faults.kept, entries.reduce(0, { $0 + $1.count }) <= total else {
      throw TallyDamage("counts faults that it does not have")
    }
    return ColumnFaults(count: total, entries)
  }

  private mutating func texts() throws(TallyDamage) -> TextValues {
    let isFull = try flag()
    let texts = try table(
      { (reader) throws(TallyDamage) in TextKey(try reader.text()) }, { $0 < $1 },
      { (reader) throws(TallyDamage) in try reader.day() })
    let wanted = try table(
      { (reader) throws(TallyDamage) in TextKey(try reader.text()) }, { $0 < $1 },
      { (reader) throws(TallyDamage) in
        try reader.optional { (reader) throws(TallyDamage) in try reader.day() }
      })
    guard texts.count < TextValues.limit, !isFull || texts.isEmpty else {
      throw TallyDamage("holds too many texts")
    }
    return TextValues(texts: texts, wanted: wanted, isFull: isFull)
  }

  private mutating func repeats() throws(TallyDamage) -> RepeatCount {
    let (met, nameless, keyed) = (try count(), try count(), try count())
    let keys = try list { (reader) throws(TallyDamage) in try reader.shortDigest() }
    for (key, next) in zip(keys, keys.dropFirst()) where key >= next {
      throw TallyDamage("is not in the order of its keys")
    }
    guard keys.count <= keyed else { throw TallyDamage("holds more keys than rows") }
    try take(keys.count * 48)
    return RepeatCount(met: met, nameless: nameless, keyed: keyed, keys: Set(keys))
  }

  private mutating func completeness() throws(TallyDamage) -> CompletenessCount {
    var result = CompletenessCount()
    result.months = try textTable { (reader) throws(TallyDamage) in
      try reader.countTable { (reader) throws(TallyDamage) in try reader.count() }
    }
    result.sums = try countTable { (reader) throws(TallyDamage) in try reader.sum() }
    let inexact = try list { (reader) throws(TallyDamage) in try reader.count() }
    for (place, next) in zip(inexact, inexact.dropFirst()) where place >= next {
      throw TallyDamage("is not in the order of its keys")
    }
    result.inexact = Set(inexact)
    return result
  }

  private mutating func reference(_ files: Int) throws(TallyDamage) -> ReferenceUse {
    let whole = try optional { (reader) throws(TallyDamage) in try reader.longDigest() }
    let rows = try table(
      { (reader) throws(TallyDamage) in
        ReferenceUse.Met(
          key: TextKey(try reader.text()),
          days: try reader.optional { (reader) throws(TallyDamage) in try reader.days() })
      }, { $0.isBefore($1) },
      { (reader) throws(TallyDamage) in
        ReferenceUse.Found(digest: try reader.shortDigest(), files: try reader.places(files))
      })
    return ReferenceUse(rows: rows, whole: whole)
  }

  private mutating func places(_ limit: Int) throws(TallyDamage) -> PlaceSet {
    let places = try list { (reader) throws(TallyDamage) in try reader.count(below: limit) }
    for (place, next) in zip(places, places.dropFirst()) where place >= next {
      throw TallyDamage("is not in the order of its keys")
    }
    return PlaceSet(places)
  }

  private mutating func names() throws(TallyDamage) -> Set<String> {
    let names = try list { (reader) throws(TallyDamage) in try reader.text() }
    for (name, next) in zip(names, names.dropFirst()) where TextKey(name) >= TextKey(next) {
      throw TallyDamage("is not in the order of its keys")
    }
    return Set(names)
  }

  mutating func longDigest() throws(TallyDamage) -> [UInt8] { try raw(32) }

  private mutating func shortDigest() throws(TallyDamage) -> UInt128 { firstHalf(try raw(16)) }
}
