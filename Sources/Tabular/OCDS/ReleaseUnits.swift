import Diagnostics
import JSONText

/// The releases of a file that count, one for each contracting process.
struct ReleaseUnits: UnitSource {
  private var releases: ReleaseStream
  private let index: ReleaseIndex
  private let dress: ReleaseDress
  /// The lists of which every account must have the same number of items.
  private let lists: Set<String>
  private var number = 0
  /// Releases that wait for another of the same process and date.
  private var accounts: [[UInt8]: [JSONValue]] = [:]
  /// How many bytes they have.
  private var waiting = 0
  private var disputes: [[UInt8]: Diagnostic] = [:]

  /// How many bytes of releases may wait at one time.
  private static let limit = 64 << 20

  var stream: JSONStream { releases.stream }
  var surroundings: [(path: [UInt8], value: JSONValue)] { [] }

  /// Reads a file once, to find the releases that count.
  init(_ stream: JSONStream, steps: [[String]]) throws(Diagnostic) {
    releases = ReleaseStream(stream)
    let opened = steps.indices.map { last in
      steps[...last].map { $0.joined(separator: ".") }.joined(separator: "[].")
    }
    lists = Set(opened + ["parties"])
    dress = ReleaseDress(steps)
    var index = ReleaseIndex()
    while let value = try releases.next() {
      let file = stream.file.shownAs
      try index.add(Release(value, file: file, hidden: stream.hidden), file: file)
    }
    self.index = index
    try releases.rewind(observing: nil)
  }

  var notices: [Diagnostic] {
    let file = stream.file.shownAs
    let superseded =
      index.superseded > 0
      ? [OCDSMessage.superseded(index.superseded, of: index.releases, file)] : []
    return superseded
      + disputes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.prefix(5).map(\.value)
  }

  mutating func rewind(observing observe: ByteStream.Observer?) throws(Diagnostic) {
    try releases.rewind(observing: observe)
    number = 0
    accounts = [:]
    waiting = 0
  }

  mutating func next() throws(Diagnostic) -> Unit? {
    while let value = try releases.next() {
      let file = stream.file.shownAs
      let release = try Release(value, file: file, hidden: stream.hidden)
      let here = number
      number += 1
      guard let entry = index.entry(release), entry.numbers.contains(here) else { continue }
      if entry.numbers.count == 1 { return unit(release.value, release, []) }
      let key = Array(release.ocid.utf8)
      accounts[key, default: []].append(value)
      waiting += max(1, stream.textRead - value.place.offset)
      guard waiting <= Self.limit else { throw OCDSMessage.tooManyDisputes(file) }
      guard entry.numbers.last == here, let all = accounts.removeValue(forKey: key) else {
        continue
      }
      if accounts.isEmpty { waiting = 0 }
      return try agreed(all, release)
    }
    return nil
  }

  /// What several releases of one date agree on.
  private mutating func agreed(
    _ accounts: [JSONValue], _ release: Release
  ) throws(Diagnostic) -> Unit {
    var agreement = Agreement(lists: lists)
    var value = accounts.first ?? release.value
    for other in accounts.dropFirst() { value = agreement.merged(value, other, "") }
    let file = stream.file.shownAs
    if let list = agreement.unevenList { throw OCDSMessage.uneven(release, list, file) }
    disputes[Array(release.ocid.utf8)] = OCDSMessage.differs(release, agreement.paths, file)
    return unit(value, release, agreement.disputed)
  }

  private func unit(_ value: JSONValue, _ release: Release, _ disputed: Set<Int>) -> Unit {
    let parties = Parties(of: value)
    return Unit(
      value: dress.dressed(value, parties), disputed: disputed.union(parties.disputed),
      name: release.shown)
  }
}
