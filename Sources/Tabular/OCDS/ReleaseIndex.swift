import Diagnostics
import JSONText

/// Which release of each contracting process counts: the one with the latest date.
struct ReleaseIndex {
  /// What is known of a process.
  struct Entry {
    var moment: Release.Moment?
    /// The numbers in the file of the releases that count: several where they have one date and
    /// different content.
    var numbers: [Int]
    fileprivate var prints: [ContentPrint]
    fileprivate var count = 1
  }

  /// How many processes a file may have.
  private static let limit = 4 << 20

  private var entries: [[UInt8]: Entry] = [:]
  /// How many releases there are.
  private(set) var releases = 0

  /// How many of them a later one of the same process, or the same one again, stands for.
  var superseded: Int { releases - entries.values.reduce(0) { $0 + $1.numbers.count } }
  /// The processes.
  var processes: Int { entries.count }

  /// Adds the next release of the file.
  mutating func add(_ release: Release, file: String) throws(Diagnostic) {
    let number = releases
    releases += 1
    let key = Array(release.ocid.utf8)
    guard var entry = entries[key] else {
      guard entries.count < Self.limit else { throw OCDSMessage.tooMany(Self.limit, file) }
      entries[key] = Entry(
        moment: release.moment, numbers: [number], prints: [ContentPrint(release.value)])
      return
    }
    guard let last = entry.moment, let moment = release.moment else {
      throw OCDSMessage.noDate(release, file)
    }
    if moment > last {
      entry = Entry(moment: moment, numbers: [number], prints: [ContentPrint(release.value)])
    } else if moment == last {
      let print = ContentPrint(release.value)
      if !entry.prints.contains(print) {
        guard entry.prints.count < 8 else { throw OCDSMessage.tooManyAccounts(release, file) }
        entry.numbers.append(number)
        entry.prints.append(print)
      }
    }
    entries[key] = entry
  }

  /// The entry of a process.
  func entry(_ release: Release) -> Entry? { entries[Array(release.ocid.utf8)] }
}

/// 128 bits of a value's content, whatever the order of its keys. They are drawn with a secret of
/// this run, so that nobody can write two values that share them.
struct ContentPrint: Hashable {
  private let first: Int
  private let second: Int

  init(_ value: JSONValue) {
    var bytes: [UInt8] = []
    value.write(sortedTo: &bytes)
    var hashers = (Hasher(), Hasher())
    hashers.0.combine(0)
    hashers.1.combine(1)
    hashers.0.combine(bytes)
    hashers.1.combine(bytes)
    (first, second) = (hashers.0.finalize(), hashers.1.finalize())
  }
}

extension JSONValue {
  /// Appends the value as JSON, the members of objects in the order of their keys.
  fileprivate func write(sortedTo bytes: inout [UInt8]) {
    switch kind {
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for item in items {
        item.write(sortedTo: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for member in members.sorted(by: { bytesPrecede($0.key, $1.key) }) {
        JSONValue(.text(member.key), at: member.place).write(to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(sortedTo: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(UInt8(ascii: "}"))
    default: write(to: &bytes)
    }
  }
}
