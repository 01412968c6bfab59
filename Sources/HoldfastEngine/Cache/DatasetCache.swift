import Crypto
import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Gives the tallies of files that were read in earlier runs, and keeps those that are read now.
struct DatasetCache {
  private let folder: CacheFolder
  private let plan: DatasetPlan
  private let request: RunRequest
  private let tables: [ReferenceTable]
  private let rehash: Bool
  private let place: String

  /// The cache of a dataset; nil where its files are read each time: where rows bear on those of
  /// other files, where they are about persons, where something that they point to cannot be read.
  init?(
    _ folder: CacheFolder?, _ plan: DatasetPlan, _ request: RunRequest,
    _ tables: [Result<ReferenceTable, DiagnosticList>]
  ) {
    let dataset = plan.dataset
    let found = tables.compactMap { try? $0.get() }
    let hidesKeys = dataset.duplicates?.key.contains {
      dataset.place(of: $0).map(dataset.isHidden) ?? false
    }
    guard let folder, let settings = request.cache, found.count == tables.count,
      dataset.sharedBy.isEmpty, hidesKeys != true, request.outputs[dataset.name] == nil,
      !plan.aggregates.contains(where: \.isPersonal),
      let place = Files.realPath(request.folder)
    else { return nil }
    self.folder = folder
    self.plan = plan
    self.request = request
    self.tables = found
    self.place = place
    rehash = settings.rehash
  }

  /// What a file says. `read` reads it, for all aggregates or for those at some places.
  func tally(of file: TableFiles.Entry, _ read: ([Int]?) -> DatasetTally) -> DatasetTally {
    let key = key(of: file)
    guard var entry = usable(file, key) else { return kept(read, key) }
    let missing = plan.aggregates.indices.filter { !holds(plan.aggregates[$0], entry) }
    guard !missing.isEmpty else { return tally(entry, isRead: false) ?? kept(read, key) }
    let part = read(missing)
    guard part.files.first?.digest == entry.digest, part.stopped == nil, part.spoiling.isEmpty
    else { return kept(read, key) }
    for (index, aggregate) in zip(missing, part.aggregates) {
      entry.add(aggregate, of: plan.aggregates[index])
    }
    entry.facts.texts.merge(part.texts) { $0.merged(with: $1) }
    save(entry, key)
    return tally(entry, isRead: true) ?? kept(read, key)
  }

  /// Whether rows of one file repeat those of others in a way that has to be looked into.
  func bearOnEachOther(_ part: DatasetTally, _ others: DatasetTally) -> Bool {
    guard let rule = plan.dataset.duplicates, rule.then != .report else { return false }
    return !part.repeats.keys.isDisjoint(with: others.repeats.keys)
  }

  /// The name under which a file's entry stands: all that tells how its rows come about, but its
  /// bytes.
  private func key(of file: TableFiles.Entry) -> [UInt8] {
    let days = Set(plan.aggregates.compactMap(\.day)).sorted().map(\.description)
    return digest(
      [
        "cache of Holdfast \(request.run.version)", plan.dataset.name,
        hexadecimal(plan.declaration),
        hexadecimal(TallyIdentity.reading(file.format, file.columns)), "\(days)", place, file.name,
      ].joined(separator: "\n"))
  }

  private func name(_ key: [UInt8]) -> String { hexadecimal(key) + CacheFolder.ending }

  /// The entry of a file, if it is of the bytes that the file has now and all else is as it was.
  private func usable(_ file: TableFiles.Entry, _ key: [UInt8]) -> CacheEntry? {
    guard let bytes = folder.bytes(name(key)) else { return nil }
    do throws(TallyDamage) {
      var entry = try CacheEntry(bytes, for: key)
      let known = (entry.stamp, entry.states)
      guard !entry.facts.dated.values.contains(where: { $0.isCut(by: request.asOf) }),
        isSame(file, &entry), try isFresh(&entry)
      else { return nil }
      try entry.align(request)
      if known.0 != entry.stamp || known.1 != entry.states { save(entry, key) }
      return entry
    } catch {
      folder.noteDamage()
      return nil
    }
  }

  /// Whether a file has the bytes that its entry was made from.
  private func isSame(_ file: TableFiles.Entry, _ entry: inout CacheEntry) -> Bool {
    guard let stamp = try? Files.stamp(of: file.place, shownAs: file.name) else { return false }
    if !rehash, stamp == entry.stamp { return true }
    guard let known = entry.facts.files.first, stamp.size == Int64(known.bytes) else {
      return false
    }
    var hash = SHA256()
    let start = Surroundings.nanosecondsSince1970()
    let now = try? Files.read(file.place, shownAs: file.name) { hash.update(data: $0) }
    guard let now, Array(hash.finalize()) == known.digest else { return false }
    entry.stamp = now.isSettled(at: start) ? now : nil
    return true
  }

  /// Whether what the rows looked up still says the same.
  private func isFresh(_ entry: inout CacheEntry) throws(TallyDamage) -> Bool {
    let states = Dictionary(
      tables.map { ($0.dataset.name, $0.state) }, uniquingKeysWith: { first, _ in first })
    guard states != entry.states else { return true }
    let uses = try entry.references()
    for table in tables {
      guard let use = uses[table.dataset.name] else { continue }
      let now = table.use(again: use)
      guard !use.differsAsWhole(from: now), use.differences(from: now).isEmpty else {
        return false
      }
    }
    entry.states = states
    return true
  }

  /// Whether an entry has what an aggregate needs, its literals included.
  private func holds(_ aggregate: AggregatePlan, _ entry: CacheEntry) -> Bool {
    guard entry.aggregate(aggregate) != nil else { return false }
    let wanted = DatasetTally([plan.talliers[aggregate.first]]).texts
    return wanted.allSatisfy { place, texts in
      entry.facts.texts[place]?.answers(texts) ?? false
    }
  }

  /// What an entry says for the plan; nil where it is damaged.
  private func tally(_ entry: CacheEntry, isRead: Bool) -> DatasetTally? {
    var tally = entry.facts
    do throws(TallyDamage) {
      for aggregate in plan.aggregates {
        guard let found = entry.aggregate(aggregate) else { return nil }
        let part = try TallyReader.value(in: found.bytes) { (reader) throws(TallyDamage) in
          try reader.aggregate()
        }
        guard part.variants.count == plan.talliers[aggregate.first].variants.count else {
          throw TallyDamage("has other variants")
        }
        tally.aggregates.append(part)
      }
      if request.makesBook { tally.references = try entry.references() }
    } catch {
      folder.noteDamage()
      return nil
    }
    tally.texts = DatasetTally(plan.counters).texts.reduce(into: [:]) { result, wanted in
      result[wanted.key] = entry.facts.texts[wanted.key]?.only(wanted.value)
    }
    tally.files[0].isRead = isRead
    let alignment = Alignment(request.institution.calendar, asOf: request.asOf, tally.dated)
    for (index, aggregate) in plan.aggregates.enumerated() {
      tally.aggregates[index].move(by: alignment, to: aggregate.cuts)
    }
    return tally
  }

  /// What a file says, read now and kept.
  private func kept(_ read: ([Int]?) -> DatasetTally, _ key: [UInt8]) -> DatasetTally {
    let start = Surroundings.nanosecondsSince1970()
    var tally = read(nil)
    if tally.stopped == nil, tally.spoiling.isEmpty, let stamp = tally.files.first?.stamp {
      var facts = tally
      (facts.aggregates, facts.references) = ([], [:])
      var lookedUp = TallyWriter()
      lookedUp.references(tally)
      var entry = CacheEntry(
        asOf: request.asOf, stamp: stamp.isSettled(at: start) ? stamp : nil, facts: facts,
        states: Dictionary(
          tables.map { ($0.dataset.name, $0.state) }, uniquingKeysWith: { first, _ in first }),
        lookedUp: lookedUp.bytes, aggregates: [])
      for (aggregate, part) in zip(plan.aggregates, tally.aggregates) {
        entry.add(part, of: aggregate)
      }
      save(entry, key)
    }
    if !request.makesBook { tally.references = [:] }
    return tally
  }

  private func save(_ entry: CacheEntry, _ key: [UInt8]) {
    folder.save(entry.bytes(for: key), as: name(key))
  }
}

extension CacheEntry {
  /// Puts all that was counted into the buckets of a run, so that what the run adds fits.
  fileprivate mutating func align(_ request: RunRequest) throws(TallyDamage) {
    guard asOf != request.asOf else { return }
    let alignment = Alignment(
      request.institution.calendar, asOf: request.asOf, facts.dated)
    for (index, known) in aggregates.enumerated() {
      var tally = try TallyReader.value(in: known.bytes) { (reader) throws(TallyDamage) in
        try reader.aggregate()
      }
      tally.move(by: alignment, to: known.cuts)
      var writer = TallyWriter()
      writer.aggregate(tally)
      aggregates[index] = Aggregate(core: known.core, cuts: known.cuts, bytes: writer.bytes)
    }
    facts.dated = alignment.months
    asOf = request.asOf
  }

  /// What the rows looked up.
  fileprivate func references() throws(TallyDamage) -> [String: ReferenceUse] {
    try TallyReader.value(in: lookedUp) { (reader) throws(TallyDamage) in
      try reader.references(files: 1)
    }
  }
}

extension FileStamp {
  /// Whether a further change after a moment would show: clocks of disks are coarse.
  fileprivate func isSettled(at moment: Int64) -> Bool {
    max(modified, changed) < moment - 2_000_000_000
  }
}
