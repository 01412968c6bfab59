import Diagnostics
import HoldfastExpressions
import HoldfastModel

/// Files that two institutions read alike: their rows would count twice.
struct JointTwins {
  let requests: [RunRequest]
  let reports: [Report]

  /// The finding, or an error where rows behind it count for two institutions.
  func refusing(_ finding: Finding, _ contributions: [Contribution]) -> Finding {
    guard contributions.count > 1 else { return finding }
    let names = contributions.map(\.institution)
    let dataset = contributions[0].commitment.schema.dataset
    var known: [String: String] = [:]
    for (request, report) in zip(requests, reports) where names.contains(report.institution) {
      // Who keeps other rows of a file than others do reads it for himself.
      let keep = request.institution.dataset(dataset)?.keep?.text ?? "all"
      for file in report.datasets.first(where: { $0.name == dataset })?.files ?? [] {
        guard let digest = file.digest, file.rows > 0 else { continue }
        guard let other = known.updateValue(report.institution, forKey: "\(digest) \(keep)") else {
          continue
        }
        guard other != report.institution else { continue }
        var result = finding
        result.fail(
          Diagnostic(
            .error,
            "the file \(file.path) of '\(dataset)' is read for \(other) and for "
              + "\(report.institution), so that its rows would count twice",
            at: .file("\(request.folder)/\(file.path)"),
            help: "give each institution its own files, or say with keep: which rows are whose"))
        return result
      }
    }
    return finding
  }
}
