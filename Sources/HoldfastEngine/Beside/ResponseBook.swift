import Crypto
public import Diagnostics
import Exact
public import HoldfastModel

/// What parties answered to findings, as a run takes it.
public struct ResponseBook: Sendable {
  private let responses: [Response]
  private let file: String
  private let digest: String

  /// The responses of a file.
  public init(_ responses: [Response], source: SourceText) {
    self.responses = responses
    file = source.name
    digest = hexadecimal(SHA256.hash(data: source.utf8))
  }

  /// Puts each response beside its findings, and tells what is wrong with those to groups that there
  /// are none of.
  func add(to report: inout Report) -> [Diagnostic] {
    let groups = GroupCheck(report.findings, what: "the response")
    let known = responses.filter { $0.on <= report.asOf }
    // Of answers of one day the file says which came first.
    let ordered = known.enumerated().sorted {
      ($0.element.on, $0.offset) < ($1.element.on, $1.offset)
    }
    .map(\.element)
    for index in report.findings.indices {
      let finding = report.findings[index]
      report.findings[index].responses = ordered.filter { $0.name.covers(finding) }
    }
    let findings = report.findings
    let unused = known.filter { response in !findings.contains { response.name.covers($0) } }
    report.responses = ResponseReport(
      file: file, digest: digest, shown: known.count - unused.count, unused: unused,
      later: responses.filter { $0.on > report.asOf })
    return known.compactMap { groups.problem(of: $0.name) }
  }
}
