import Crypto
import Exact
import HoldfastModel
import Synchronization
import Tabular

/// Remembers digests of what the keys of a reference lead to: every file meets the same ones.
final class ReferenceDigests: Sendable {
  private let known = Mutex<[TextKey: UInt128]>([:])

  /// The digest of a key, made where it is not known yet.
  func digest(of key: TextKey, _ make: () -> UInt128) -> UInt128 {
    known.withLock { known in
      if let digest = known[key] { return digest }
      let digest = make()
      known[key] = digest
      return digest
    }
  }
}

extension ReferenceTable {
  /// What is said of keys that were looked up.
  func use(of met: MetKeys) -> ReferenceUse {
    var use = ReferenceUse()
    guard !hidesKeys else {
      use.whole = wholeDigest
      return use
    }
    for (key, days) in met.days {
      use.rows[ReferenceUse.Met(key: key, days: days)] = ReferenceUse.Found(
        digest: digest(of: key, over: days), files: PlaceSet([0]))
    }
    return use
  }

  /// What is said of keys that another run looked up.
  func use(again other: ReferenceUse) -> ReferenceUse {
    var use = ReferenceUse()
    if other.whole != nil { use.whole = wholeDigest }
    for (met, found) in other.rows {
      let digest = digest(of: met.key, over: met.days)
      use.rows[met] = ReferenceUse.Found(digest: digest, files: found.files)
    }
    return use
  }

  /// Whether its keys are about persons: then none of them is written down.
  private var hidesKeys: Bool { dataset.hidesKey }

  private func digest(of key: TextKey, over days: ClosedRange<CivilDate>?) -> UInt128 {
    guard let days else {
      return digests.digest(of: key) { firstHalf(SHA256.hash(data: said(of: key, over: nil))) }
    }
    return firstHalf(SHA256.hash(data: said(of: key, over: days)))
  }

  /// The digest of all that the reference says to anybody.
  private var wholeDigest: [UInt8] {
    var hash = SHA256()
    for key in places.keys.sorted() {
      hash.update(data: Array(key.text.utf8) + [0])
      hash.update(data: Array(SHA256.hash(data: said(of: key, over: CivilDate.range))))
    }
    return Array(hash.finalize())
  }

  /// The cells that a key leads to, on some days. Cells about persons have no part in it, since they
  /// could be found out by trying; nothing that rests on them is written down either.
  ///
  /// In one piece, since feeding a digest in small ones costs more than making it; `headings` stand
  /// before the cells of every row.
  private func said(of key: TextKey, over days: ClosedRange<CivilDate>?) -> [UInt8] {
    var bytes: [UInt8] = []
    let first = CivilDate.range.lowerBound
    let versions = versions(of: key).sorted { $0.from ?? first < $1.from ?? first }
    for version in versions {
      if let days {
        let from = max(version.from ?? first, days.lowerBound)
        let until = min(version.until ?? CivilDate.range.upperBound, days.upperBound)
        guard from <= until else { continue }
        bytes += Array("\(from) \(until)\u{0}".utf8)
      }
      for heading in headings {
        bytes += heading.bytes
        let cell = version.cells[heading.column].distinctBytes
        bytes += String(cell.count).utf8
        bytes.append(UInt8(ascii: " "))
        bytes += cell
      }
    }
    return bytes
  }
}

extension Dataset {
  /// What is said of each column that is not about persons before its cell: its name and type.
  var headings: [(column: Int, bytes: [UInt8])] {
    columns.enumerated().filter { !$1.isPersonal }.map { place, column in
      (place, Array("\(column.name)\u{0}\(column.type.rawValue)\u{0}".utf8))
    }
  }
}
