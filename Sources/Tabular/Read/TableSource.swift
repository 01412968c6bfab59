import Diagnostics

/// Where records come from: a file of separated values, and in the same way any other format that
/// has headers and rows.
protocol TableSource {
  /// The file that is read.
  var file: OpenFile { get }
  /// How its letters are written.
  var encoding: TextEncoding { get }
  /// The line of the headers, from 1.
  var headerLine: Int { get }
  /// What was mended or inferred.
  var notices: [Diagnostic] { get }

  /// Reads the next record; false at the end. The first one holds the headers.
  mutating func next(into record: inout Record) throws(Diagnostic) -> Bool

  /// Ends the reading: throws where the input changed meanwhile.
  func checkUnchanged() throws(Diagnostic)
}
