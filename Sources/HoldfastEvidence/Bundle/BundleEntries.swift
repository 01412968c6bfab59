public import Exact
import JSONText

extension LogEntry {
  /// The record of a bundle that was sealed at a moment.
  public static func bundle(
    _ bytes: [UInt8], of institution: String, _ asOf: CivilDate, by key: VerifyingKey,
    at moment: String
  ) -> LogEntry {
    LogEntry(
      kind: LogKind.bundle, at: moment,
      body: .object([
        ("institution", .text(institution)), ("as_of", .text(asOf.description)),
        ("sha256", .text(ByteDigest.sha256(bytes))), ("key", .text(key.id)),
      ]))
  }
}

extension BundleLog {
  /// Where a log of some records stands.
  public init(_ records: [LogRecord]) {
    let last = records.lastIndex { $0.kind == LogKind.bundle }
    let since = records[(last.map { $0 + 1 } ?? 0)...]
    self.init(
      head: records.last?.hash ?? LogRecord.root, records: records.count,
      runs: since.count { $0.kind == LogKind.run })
  }

  /// What is wrong with a log that is said to go on from here; nil where it does. `bundle` is the
  /// digest of the bundle that says so, which stands next in it.
  func problem(in records: [LogRecord], bundle: String) -> String? {
    guard records.count > self.records, records.count > 0 else {
      return "it has \(records.count) records, and had \(self.records) when the bundle was made"
    }
    guard BundleLog(Array(records.prefix(self.records))) == self else {
      return "its first \(self.records) records are not those that it had when the bundle was made"
    }
    let next = records[self.records]
    guard next.kind == LogKind.bundle, next.body["sha256"]?.text == bundle else {
      return "the record of this bundle does not follow"
    }
    return nil
  }
}

extension Bundle {
  /// Whether a log goes on from where it stood when the bundle was made.
  public func claim(of log: [LogRecord]) -> BundleClaim {
    guard let own = manifest.log else {
      return BundleClaim(
        .fails, "The bundle was made without a log, so that this one is not its own")
    }
    if let problem = own.problem(in: log, bundle: digest) {
      return BundleClaim(.fails, "The log is not the bundle's: \(problem)")
    }
    let later = log[(own.records + 1)...]
    return BundleClaim(
      .holds,
      "The log held this bundle as record \(own.records + 1), \(own.runs) runs after the one before; "
        + "\(later.count { $0.kind == LogKind.run }) runs and "
        + "\(later.count { $0.kind == LogKind.bundle }) bundles followed")
  }
}
