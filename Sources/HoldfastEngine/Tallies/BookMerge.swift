import Diagnostics
import Exact
import HoldfastModel

/// Puts books together, if they are parts of one whole: of the same institution, about the same
/// commitments, and of different files.
struct BookMerge {
  private(set) var book: TallyBook
  private let first: String
  /// The book that each file was tallied in.
  private var owners: [String: String] = [:]
  private var digests: [[UInt8]: (path: String, owner: String)] = [:]

  /// The books of some files, put together.
  static func merged(
    _ books: [(name: String, book: TallyBook)]
  ) throws(DiagnosticList) -> TallyBook {
    guard let first = books.first else { throw DiagnosticList() }
    var merge = BookMerge(first.book, first.name)
    var problems = merge.inputProblems(first.book, first.name)
    for next in books.dropFirst() {
      let found = merge.problems(next.book, next.name)
      problems += found
      if found.isEmpty { merge.add(next.book) }
    }
    try DiagnosticList(problems).throwIfErrors()
    return merge.book
  }

  private init(_ book: TallyBook, _ name: String) {
    self.book = book
    first = name
  }

  private mutating func add(_ other: TallyBook) {
    book.asOf = max(book.asOf, other.asOf)
    for (name, entry) in other.datasets where book.datasets[name]?.merge(entry) == nil {
      book.datasets[name] = entry
    }
  }

  /// Why another book is no part of the same whole.
  private mutating func problems(_ other: TallyBook, _ name: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if other.institution != book.institution {
      problems.append(MergeMessage.institutions(other.institution, book.institution, name, first))
    }
    if other.calendar != book.calendar || other.boundary != book.boundary {
      problems.append(MergeMessage.days(other.asOf, book.asOf, name, first))
    }
    for (dataset, entry) in other.datasets.sorted(by: { $0.key < $1.key }) {
      if let mine = book.datasets[dataset] {
        problems += mine.problems(entry, dataset, name, first)
      }
    }
    return problems + inputProblems(other, name)
  }

  /// Files that are counted twice.
  private mutating func inputProblems(_ other: TallyBook, _ name: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for (dataset, entry) in other.datasets.sorted(by: { $0.key < $1.key }) {
      var twice: [String: [String]] = [:]
      for file in entry.tally.files {
        let key = "\(dataset)\u{0}\(file.path)"
        if let owner = owners[key] {
          twice[owner, default: []].append(file.path)
          continue
        }
        owners[key] = name
        // Files without rows may well be the same.
        guard file.rows > 0, let digest = file.digest else { continue }
        let place = Array(dataset.utf8) + [0] + digest
        if let twin = digests[place] {
          problems.append(MergeMessage.twins(file.path, name, twin.path, twin.owner))
        }
        digests[place] = (file.path, name)
      }
      problems += twice.sorted { $0.key < $1.key }.map { owner, paths in
        MergeMessage.twice(paths, dataset, name, owner)
      }
    }
    return problems
  }
}

extension TallyBook {
  /// The day behind the day of the tallies, where their buckets are cut; nil where a fiscal month
  /// begins there anyway.
  fileprivate var boundary: CivilDate? {
    guard let next = asOf.adding(days: 1), calendar.monthStart(of: next) != next else { return nil }
    return next
  }
}

extension TallyBook.Entry {
  /// Adds a part of the same dataset.
  fileprivate mutating func merge(_ other: TallyBook.Entry) {
    named.formUnion(other.named)
    let order = other.aggregates.indices.sorted {
      other.aggregates[$0].isBefore(other.aggregates[$1])
    }
    let mine = aggregates.indices.sorted { aggregates[$0].isBefore(aggregates[$1]) }
    var part = other.tally
    part.aggregates = order.map { other.tally.aggregates[$0] }
    tally.aggregates = mine.map { tally.aggregates[$0] }
    aggregates = zip(mine, order).map { mine, others in
      var label = aggregates[mine]
      label.commitments.formUnion(other.aggregates[others].commitments)
      return label
    }
    tally.merge(part)
  }

  /// Why another entry is no part of the same dataset.
  fileprivate func problems(
    _ other: TallyBook.Entry, _ dataset: String, _ name: String, _ first: String
  ) -> [Diagnostic] {
    if declaration != other.declaration {
      return [MergeMessage.declarations(dataset, name, first)]
    }
    if kinds != other.kinds { return [MergeMessage.aggregates(dataset, name, first)] }
    if standsAlone || other.standsAlone { return [MergeMessage.alone(dataset, name, first)] }
    var problems: [Diagnostic] = []
    if !mayRepeat, !tally.repeats.keys.isDisjoint(with: other.tally.repeats.keys) {
      problems.append(MergeMessage.repeats(dataset, name, first))
    }
    for (reference, use) in other.tally.references.sorted(by: { $0.key < $1.key }) {
      guard let mine = tally.references[reference] else { continue }
      if mine.differsAsWhole(from: use) {
        problems.append(MergeMessage.references(reference, nil, [], [], name, first))
      }
      if let met = mine.differences(from: use).first {
        let files = mine.rows[met]?.files.places.map { tally.files[$0].path } ?? []
        let others = use.rows[met]?.files.places.map { other.tally.files[$0].path } ?? []
        problems.append(
          MergeMessage.references(reference, met.key.text, files, others, name, first))
      }
    }
    return problems
  }

  /// What is counted, whatever the order.
  private var kinds: [[UInt8]: Kind] {
    Dictionary(
      zip(aggregates, tally.aggregates).map { label, aggregate in
        (label.core, Kind(cuts: label.cuts, variants: aggregate.variants.count))
      }, uniquingKeysWith: { first, _ in first })
  }

  private struct Kind: Equatable {
    let cuts: BucketCuts
    let variants: Int
  }
}
