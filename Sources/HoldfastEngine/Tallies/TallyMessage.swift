import Diagnostics
import Exact
import HoldfastModel

/// What is said where tallies cannot be made, put together or used.
enum TallyMessage {
  /// Up to five names, and how many there are beside them.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "'\(Diagnostic.printable($0, limit: 80))'" }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return shown.joined(separator: ", ") + more
  }

  // MARK: A file of tallies

  static func damaged(_ damage: TallyDamage, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the tally \(damage.what)", at: .file(file),
      help: "make it again with holdfast tally")
  }

  // MARK: Making tallies

  static func corrected(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "corrections change rows, and a tally could not say which numbers rest on them",
      at: .file(file), help: "check with the data itself, or move the corrections into the data")
  }

  static func command(_ dataset: Dataset) -> Diagnostic {
    Diagnostic(
      "the rows of '\(dataset.name)' come from a command, and a tally is of files",
      at: dataset.command?.span ?? dataset.span,
      help: "save what the command prints to a file, and name that under files:")
  }

  static func noFile(_ pattern: String, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .error, "--files \(pattern) names no file of the datasets that these packs judge",
      help: Nearest.hint(for: pattern, in: names) ?? "they have \(list(names))")
  }

  static func alone(_ dataset: Dataset) -> Diagnostic {
    Diagnostic(
      "the rows of '\(dataset.name)' share values across files, and some of them say nothing alone",
      at: dataset.span, help: "tally all of its files together, without --files")
  }

  static func personal(_ commitments: [String], _ dataset: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "left out of the tally, since numbers of single persons could be found in it: "
        + list(commitments),
      help: "check what is about persons where the rows of '\(dataset)' are")
  }

  // MARK: Using tallies

  static func otherInstitution(_ found: String, _ wanted: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the tally is of '\(found)', and the data folder describes '\(wanted)'",
      at: .file(file), help: "give --data the folder of the same institution")
  }

  static func otherDeclaration(_ dataset: Dataset, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "'\(dataset.name)' was described otherwise when it was tallied", at: .file(file),
      help: "tally it again with the present institution.yaml")
  }

  static func lacks(_ commitments: [String], isPersonal: Bool, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the tally does not hold what \(list(commitments)) counts", at: .file(file),
      help: isPersonal
        ? "no tally holds what is about persons: check it where the data is, or leave it out with "
          + "--only"
        : "tally the data again with these packs and parameters")
  }

  static func cutsPeriod(
    _ commitments: [String], _ held: BucketCuts, _ wanted: BucketCuts, _ file: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "the period of \(list(commitments)) cuts sums of the tally: it is kept by \(held), and "
        + "\(wanted) are wanted", at: .file(file), help: "tally the data again with these packs")
  }

  static func cutsDay(
    _ dataset: String, _ rows: DatedRows, _ asOf: CivilDate, _ file: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "--as-of \(asOf) lies inside a sum of the tally: rows of '\(dataset)' of "
        + "\(rows.span.lowerBound) to \(rows.span.upperBound) are added up", at: .file(file),
      help: "give --as-of \(rows.span.upperBound) or later, or tally again with --as-of \(asOf)")
  }

  static func missingFiles(_ names: [String], _ dataset: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "the tally lacks files of '\(dataset)' that were there when it was made: "
        + list(names), at: .file(file),
      help: "tally them too, and put the parts together with holdfast merge")
  }

  static func otherReading(_ names: [String], _ dataset: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "files of '\(dataset)' were read otherwise than files: says now: \(list(names))",
      at: .file(file), help: "tally them again with the present institution.yaml")
  }

  static func stale(
    _ reference: String, _ key: String?, _ files: [String], _ file: String
  ) -> Diagnostic {
    let what = key.map { "the row '\(Diagnostic.printable($0, limit: 80))'" } ?? "a row"
    return Diagnostic(
      .error,
      "\(what) of '\(reference)' does not say what it said when the tally was made; met by "
        + list(files), at: .file(file), help: "tally these files again")
  }

  static func notInTally(_ names: [String], _ dataset: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "files of '\(dataset)' lie in the data folder and are not, or not so, in the tally: "
        + list(names), help: "tally them, and merge, if they are to count")
  }
}
