import Diagnostics
import HoldfastEvidence
import HoldfastReports
import Tabular

extension Inputs {
  /// The largest report that is read, in bytes.
  private static let reportLimit = 256 << 20

  /// The bytes of a report.
  static func reportBytes(_ path: String) throws(Diagnostic) -> [UInt8] {
    try Files.readAll(path, shownAs: path, limit: reportLimit)
  }

  /// The JSON report of an earlier run.
  static func report(_ path: String) throws(DiagnosticList) -> EarlierReport {
    do throws(Diagnostic) {
      let bytes = try reportBytes(path)
      return try EarlierReport(parsing: bytes, file: path, digest: ByteDigest.sha256(bytes))
    } catch {
      throw DiagnosticList([error])
    }
  }
}
