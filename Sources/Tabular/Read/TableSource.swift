import Diagnostics

/// Where records come from: a file of separated values, and in the same way any other format that
/// has headers and rows.
protocol TableSource {
  /// Reads the next record; false at the end. The first one holds the headers.
  mutating func next(into record: inout Record) throws(Diagnostic) -> Bool

  /// Ends the reading: throws where the input changed meanwhile.
  func checkUnchanged() throws(Diagnostic)
}
