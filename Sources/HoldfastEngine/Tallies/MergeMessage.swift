import Diagnostics
import Exact

/// What is said where tallies are no parts of one whole.
enum MergeMessage {
  static func institutions(
    _ found: String, _ wanted: String, _ file: String, _ first: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "the tally is of '\(found)', and '\(first)' is of '\(wanted)'", at: .file(file),
      help: "merge tallies of one institution")
  }

  static func days(
    _ found: CivilDate, _ wanted: CivilDate, _ file: String, _ first: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "the tally was made for \(found), '\(first)' for \(wanted), and their sums are cut at "
        + "different days", at: .file(file), help: "tally both with the same --as-of")
  }

  static func declarations(_ dataset: String, _ file: String, _ first: String) -> Diagnostic {
    Diagnostic(
      .error, "'\(dataset)' was described otherwise when '\(first)' was made", at: .file(file),
      help: "tally both with the same institution.yaml")
  }

  static func aggregates(_ dataset: String, _ file: String, _ first: String) -> Diagnostic {
    Diagnostic(
      .error, "the tally does not count of '\(dataset)' just what '\(first)' counts",
      at: .file(file), help: "tally both with the same packs, parameters and --only")
  }

  static func alone(_ dataset: String, _ file: String, _ first: String) -> Diagnostic {
    Diagnostic(
      .error,
      "rows of '\(dataset)' here and in '\(first)' may bear on each other, so that the parts say "
        + "nothing of the whole", at: .file(file),
      help: "tally all of its files together where they are")
  }

  static func repeats(_ dataset: String, _ file: String, _ first: String) -> Diagnostic {
    Diagnostic(
      .error,
      "rows of '\(dataset)' repeat keys of rows in '\(first)', which its duplicates: "
        + "does not let pass", at: .file(file),
      help: "tally the files together, so that equal rows can be told from others")
  }

  static func twice(
    _ paths: [String], _ dataset: String, _ file: String, _ owner: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "\(TallyMessage.list(paths)) of '\(dataset)' stand in '\(owner)' too, so their rows would "
        + "count twice", at: .file(file),
      help: "merge each file once; where two files share a name, give one another")
  }

  static func twins(
    _ path: String, _ file: String, _ other: String, _ owner: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "the file '\(path)' has the same bytes as '\(other)' in '\(owner)', so its rows "
        + "would count twice", at: .file(file), help: "leave one of them out")
  }

  static func references(
    _ reference: String, _ key: String?, _ files: [String], _ others: [String], _ file: String,
    _ first: String
  ) -> Diagnostic {
    let what = key.map { "the row '\(Diagnostic.printable($0, limit: 80))'" } ?? "a row"
    let places = others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"
    let firsts = files.isEmpty ? "" : " (\(files.joined(separator: ", ")))"
    return Diagnostic(
      .error,
      "\(what) of '\(reference)' said something else here\(places) than in '\(first)'\(firsts)",
      at: .file(file), help: "tally the files again that were read with the older '\(reference)'")
  }
}
