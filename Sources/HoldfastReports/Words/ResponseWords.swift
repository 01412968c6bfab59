import Exact
import HoldfastModel

/// What parties answered that stands beside no finding, in words that every format takes; the
/// others stand with their findings.
struct ResponseWords {
  let report: Report

  /// The heading; nil where there is no file of responses.
  var heading: String? {
    report.responses.map { "Responses from \($0.file): \(counts($0))" }
  }

  /// A sentence each response that is not shown with a finding.
  var sentences: [String] {
    guard let responses = report.responses else { return [] }
    return responses.unused.map {
      "\($0.name.text) (\($0.party), \($0.on)): not shown, nothing of this name was evaluated in "
        + "this run."
    }
      + responses.later.map {
        "\($0.name.text) (\($0.party), \($0.on)): not shown, it was given after \(report.asOf)."
      }
  }

  /// Heading and sentences for a terminal; nothing where there is no file of responses.
  var lines: [String] {
    guard let heading else { return [] }
    return [""] + Layout.wrapped(heading, indent: 0)
      + sentences.flatMap { Layout.wrapped($0, indent: 2) }
  }

  /// The same as names and values.
  var facts: [(String, String)] {
    guard let responses = report.responses else { return [] }
    return [("responses", counts(responses))]
      + sentences.enumerated().map { ("response.\($0 + 1)", $1) }
  }

  private func counts(_ responses: ResponseReport) -> String {
    "\(responses.shown) shown"
      + (responses.unused.isEmpty ? "" : ", \(responses.unused.count) to findings not in this run")
      + (responses.later.isEmpty ? "" : ", \(responses.later.count) of later days")
  }

  /// A response as it stands beside its finding.
  static func sentence(_ response: Response) -> String {
    let who = response.party + (response.by.map { " (\($0))" } ?? "")
    let more = response.document.map { " See \($0)." } ?? ""
    return "Response of \(who), \(response.on): \(response.says.withoutStop).\(more)"
  }
}
