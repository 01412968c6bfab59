import Diagnostics
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What was found out about one file by reading it, apart from its rows.
struct FileTally: Sendable {
  /// What messages call it: its path below the data folder.
  var path: String
  /// Its size.
  var bytes: Int
  /// Its records.
  var rows: Int
  /// The encoding that it was read in.
  var encoding: String
  /// Headers that no column stands under, in the order of the file.
  var unmapped: [String]
  /// What readers should know, though nothing is wrong.
  var notices: [Diagnostic]
  /// The number of cells that somebody blacked out, by column.
  var redacted: [String: Int]
  /// The columns that say nothing in any row.
  var silent: [String]
  /// What the system knew of it; nil where this run did not look at it.
  var stamp: FileStamp?
  /// Whether this run read it.
  var isRead = true
  /// The SHA-256 digest of its bytes, where somebody wanted it.
  var digest: [UInt8]?
  /// A digest of how it was read: its format and its columns; empty where nobody wanted it.
  var reading: [UInt8] = []
}

extension FileTally {
  init(_ summary: FileSummary, digest: [UInt8]?) {
    self.init(
      path: summary.path, bytes: Int(summary.bytes), rows: summary.rows,
      encoding: summary.encoding.rawValue, unmapped: summary.unmapped.filter { !$0.isEmpty },
      notices: summary.notices, redacted: summary.redacted, silent: summary.unavailable,
      stamp: summary.stamp, digest: digest)
  }
}

extension FileTally {
  /// The same without what is known of columns that nobody named.
  func told(of named: Set<String>) -> FileTally {
    var result = self
    result.redacted = redacted.filter { named.contains($0.key) }
    result.silent = silent.filter(named.contains)
    return result
  }
}

extension Dataset {
  /// The columns that are read for commitments, and by the dataset's own rules for them: amounts,
  /// dates, and the keys of other datasets.
  func named(by commitments: [CheckedCommitment]) -> Set<String> {
    var result = Set(columns.filter { $0.type == .decimal }.map(\.name))
    for commitment in commitments {
      result.formUnion(commitment.schema.dates)
      for slot in commitment.slots {
        if case .column(let place) = commitment.schema.slots[slot].source {
          result.insert(columns[place].name)
        }
      }
    }
    return result.union(references.map(\.by.value))
  }
}
