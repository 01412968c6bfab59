import ArgumentParser
import HoldfastReports

/// `FORMAT` or `FORMAT=FILE`.
struct ReportOption: ExpressibleByArgument {
  let format: String
  /// Where the report goes; nil is standard output.
  let file: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    format = String(parts[0])
    file = parts.count == 2 ? String(parts[1]) : nil
    guard file != "" else { return nil }
  }

  init(format: String) {
    self.format = format
    file = nil
  }

  static let defaultValueDescription = "terminal"

  /// Refuses formats that a run has not, and reports that would write over each other.
  static func check(_ options: [ReportOption], isJoint: Bool) throws {
    let one = Reporters.all.map(\.name)
    try check(
      options, names: isJoint ? JointReporters.all.map(\.name) : one, ofOne: isJoint ? one : [])
  }

  /// Refuses formats that are not among some, and reports that would write over each other;
  /// `ofOne` names those that only one institution has.
  static func check(_ options: [ReportOption], names: [String], ofOne one: [String] = []) throws {
    for option in options where !names.contains(option.format) {
      if one.contains(option.format) {
        throw ValidationError(
          "The report format '\(option.format)' is of one institution; name one alone, or use one "
            + "of \(names.joined(separator: ", ")).")
      }
      throw ValidationError(
        "There is no report format '\(option.format)'; use one of \(names.joined(separator: ", "))."
      )
    }
    if options.count(where: { $0.file == nil }) > 1 {
      throw ValidationError(
        "Only one report can go to standard output; give the others a file: --report junit=out.xml."
      )
    }
    let files = options.compactMap(\.file)
    if Set(files).count < files.count {
      throw ValidationError("Two reports cannot go to the same file.")
    }
  }
}
