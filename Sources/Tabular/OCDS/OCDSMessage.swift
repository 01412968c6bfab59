import Diagnostics
import JSONText

/// What is said about files of contracting data, all in one place.
enum OCDSMessage {
  static func noReleases(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the file has no releases: neither a list 'releases' or 'records' nor an 'ocid'",
      at: .file(file),
      help: "check that it is OCDS; any other JSON is read with kind: json")
  }

  static func noOCID(_ value: JSONValue, _ file: String) -> Diagnostic {
    at(
      value, file, "the release has no 'ocid', which says what contracting process it is of",
      "check that the file is OCDS; any other JSON is read with kind: json")
  }

  static func noDate(_ release: Release, _ file: String) -> Diagnostic {
    at(
      release.value, file,
      "there are several releases with \(release.shown), and not all have a date with a "
        + "time, such as 2024-04-30T09:00:00Z",
      "add the dates, or remove the releases that do not count")
  }

  static func tooMany(_ limit: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the file is about more than \(limit) contracting processes", at: .file(file),
      help: "split the file")
  }

  static func tooManyAccounts(_ release: Release, _ file: String) -> Diagnostic {
    at(
      release.value, file,
      "more than 8 releases with \(release.shown) have the same date and differ",
      "remove those that do not count")
  }

  static func tooManyDisputes(_ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "too many contracting processes have several releases of the same date that differ",
      at: .file(file), help: "remove those that do not count")
  }

  static func uneven(_ release: Release, _ list: String, _ file: String) -> Diagnostic {
    at(
      release.value, file,
      "the releases with \(release.shown) and the same date differ in the number of "
        + "items of '\(list)', so that nobody can tell which one counts",
      "remove those that do not count")
  }

  /// A value of which releases of one date say different things, in a column where a blank would
  /// be taken for something.
  static func disputed(
    _ name: String?, _ path: String, _ value: JSONValue, _ file: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "\(name ?? "one ocid") has two accounts that differ in '\(path)', and the column has a "
        + "value for blank cells, which neither of them is",
      at: .record(file: file, line: value.place.line, column: path, shown: nil),
      help: "remove the one that does not count, or the column's `blank`")
  }

  static func superseded(_ count: Int, of all: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .warning,
      count == 1
        ? "1 of \(all) releases does not count: a later one of the same process does"
        : "\(count) of \(all) releases do not count: later ones of the same processes do",
      at: .file(file))
  }

  static func differs(_ release: Release, _ paths: [String], _ file: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "releases with \(release.shown) have the same date and differ in "
        + paths.map { "'\($0)'" }.joined(separator: ", ") + ": these values are unknown",
      at: .record(file: file, line: release.value.place.line, column: nil, shown: nil),
      help: "remove the one that does not count")
  }

  private static func at(
    _ value: JSONValue, _ file: String, _ message: String, _ help: String
  ) -> Diagnostic {
    Diagnostic(
      .error, message,
      at: .record(file: file, line: value.place.line, column: nil, shown: nil), help: help)
  }
}
