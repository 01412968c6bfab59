import Diagnostics
import HoldfastExpressions
import HoldfastModel

/// Finds files whose rows would count for two institutions, also where they are copies.
final class JointTwins {
  /// A file that two institutions read.
  private struct Pair {
    let file: String
    let institutions: [String]
  }

  private let requests: [RunRequest]
  private let reports: [Report]
  private var known: [String: Result<[Pair], DiagnosticList>] = [:]

  init(requests: [RunRequest], reports: [Report]) {
    (self.requests, self.reports) = (requests, reports)
  }

  /// The finding, or an error where rows behind it count for two institutions.
  func refusing(_ finding: Finding, _ contributions: [Contribution]) -> Finding {
    guard contributions.count > 1 else { return finding }
    let names = Set(contributions.map { TextKey($0.institution) })
    let dataset = contributions[0].commitment.schema.dataset
    let pairs = known[dataset] ?? Result { () throws(DiagnosticList) in try self.pairs(dataset) }
    known[dataset] = pairs
    var result = finding
    switch pairs {
    case .success(let pairs):
      let pair = pairs.first { $0.institutions.allSatisfy { names.contains(TextKey($0)) } }
      guard let pair else { return finding }
      result.fail(Self.message(pair, dataset))
    case .failure(let problems):
      guard let first = problems.items.first else { return finding }
      result.fail(first)
    }
    return result
  }

  private static func message(_ pair: Pair, _ dataset: String) -> Diagnostic {
    Diagnostic(
      .error,
      "the rows of '\(dataset)' in \(pair.file) are read for "
        + "\(pair.institutions.joined(separator: " and for ")), so that they would count twice",
      at: .file(pair.file),
      help: "give each institution its own files, or share a common one out in both descriptions: "
        + "keep: body == \"Northgate\"")
  }

  private func pairs(_ name: String) throws(DiagnosticList) -> [Pair] {
    var twins = Twins()
    var owners: [String: (institution: String, keep: ExpressionText?)] = [:]
    var result: [Pair] = []
    for (request, report) in zip(requests, reports) {
      guard let dataset = request.institution.dataset(name), !dataset.isRegister else { continue }
      let files = report.datasets.first { $0.name == name }?.files ?? []
      for entry in try TableFiles(dataset, request).entries() {
        let rows = files.first { $0.path == entry.name }?.rows ?? 0
        let reader = entry.reader(dataset.schema(of: entry), isPersonal: dataset.isPersonal)
        let place = "\(request.folder)/\(entry.name) of \(report.institution)"
        for other in try twins.others(like: place, rows: rows, reader) {
          guard let owner = owners[other], owner.institution != report.institution,
            !Self.areApart(owner.keep, dataset.keep)
          else { continue }
          result.append(
            Pair(file: entry.name, institutions: [owner.institution, report.institution]))
        }
        owners[place] = (report.institution, dataset.keep)
      }
    }
    return result
  }

  /// Whether no row of a file can be kept by both: each picks those with a text of its own.
  private static func areApart(_ one: ExpressionText?, _ other: ExpressionText?) -> Bool {
    guard let one = one?.pickedText, let other = other?.pickedText else { return false }
    return one.column == other.column && TextKey(one.text) != TextKey(other.text)
  }
}
