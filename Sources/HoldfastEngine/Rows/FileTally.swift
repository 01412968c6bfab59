import Diagnostics
import Tabular

/// What was found out about one file by reading it, apart from its rows.
struct FileTally: Sendable {
  /// What messages call it.
  let path: String
  /// Its size.
  let bytes: Int
  /// Its records.
  let rows: Int
  /// How many bytes its fields have, for telling whether another file may hold the same rows.
  let fieldBytes: Int
  /// The encoding that it was read in.
  let encoding: String
  /// What the system knew of it; nil where it is only known from an account of it.
  let stamp: FileStamp?
  /// Headers that no column stands under, in the order of the file.
  let unmapped: [String]
  /// What readers should know, though nothing is wrong.
  let notices: [Diagnostic]
  /// The number of cells that somebody blacked out, by column.
  let redacted: [String: Int]
  /// The columns that say nothing in any row.
  let silent: [String]

  init(_ summary: FileSummary, fieldBytes: Int) {
    path = summary.path
    bytes = Int(summary.bytes)
    rows = summary.rows
    self.fieldBytes = fieldBytes
    encoding = summary.encoding.rawValue
    stamp = summary.stamp
    unmapped = summary.unmapped.filter { !$0.isEmpty }
    notices = summary.notices
    redacted = summary.redacted
    silent = summary.unavailable
  }
}
