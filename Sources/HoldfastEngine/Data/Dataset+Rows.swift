import Diagnostics
import HoldfastModel

extension Dataset {
  /// The place of a column.
  func place(of name: Located<String>?) -> Int? {
    name.flatMap { name in columns.firstIndex { $0.name == name.value } }
  }

  /// Refuses files without rows that were not announced, also beside others that have some, and
  /// another number of rows than is expected.
  func checkRows(_ files: [FileTally]) throws(DiagnosticList) {
    let rows = files.reduce(0) { $0 + $1.rows }
    if let expected = expectation?.rows, expected.value != rows {
      throw DiagnosticList([
        Diagnostic(
          "'\(name)' has \(rows) rows, and \(expected.value) are expected", at: expected.span,
          help: "look for what is missing or twice in the files, or correct the number")
      ])
    }
    if format.kind == .ocds, files.count > 1, duplicates == nil {
      throw DiagnosticList([
        Diagnostic(
          "releases of one process may stand in several files of '\(name)' and would count twice",
          at: span,
          help:
            "say what becomes of them: duplicates: { key: [ocid, award, supplier], then: refuse }")
      ])
    }
    guard !mayBeEmpty else { return }
    if files.isEmpty {
      throw DiagnosticList([
        Diagnostic("the dataset '\(name)' names no files", at: span, help: "name them under files:")
      ])
    }
    let problems = files.filter { $0.rows == 0 }.map { file in
      Diagnostic(
        .error, "the file has headers and no rows", at: .file(file.path),
        help: "check the export; where files of '\(name)' may be empty, say may_be_empty: true")
    }
    try DiagnosticList(problems).throwIfErrors()
  }
}
