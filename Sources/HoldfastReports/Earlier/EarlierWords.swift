import Exact
import HoldfastModel
import JSONText

/// How a run stands to an earlier report, in words that every format takes.
struct EarlierWords {
  let report: Report

  /// The heading; nil where the run is held against no earlier report.
  var heading: String? {
    guard let earlier = report.earlier else { return nil }
    return "Held against \(earlier.file), which speaks about \(earlier.asOf): \(counts(earlier))"
  }

  /// What that means for the run, and what nobody can say anything of.
  var sentences: [String] {
    guard let earlier = report.earlier else { return [] }
    return ["A miss that is no worse than it was there does not stop this run."]
      + earlier.gone.map(Self.gone)
  }

  /// What is said of a finding that the run has not.
  static func gone(_ name: String) -> String {
    "\(name) is not in this run, so nobody can say that it is no worse: take it up again, or make a "
      + "new report to hold runs against."
  }

  /// Heading and sentences for a terminal.
  var lines: [String] {
    guard let heading else { return [] }
    return [""] + Layout.wrapped(heading, indent: 0)
      + sentences.flatMap { Layout.wrapped($0, indent: 2) }
  }

  /// The same as names and values.
  var facts: [(String, String)] {
    guard let earlier = report.earlier else { return [] }
    return [
      ("held_against", earlier.file), ("held_against_sha256", earlier.digest),
      ("held_against_as_of", earlier.asOf.description), ("standing", counts(earlier)),
    ]
  }

  /// The same for the JSON report.
  var result: [(String, JSON)] {
    guard let earlier = report.earlier else { return [] }
    return [
      (
        "baseline",
        .object([
          ("sha256", .text(earlier.digest)), ("as_of", .text(earlier.asOf.description)),
          ("gone", .array(earlier.gone.map(JSON.text))), ("explanation", .text(counts(earlier))),
        ])
      )
    ]
  }

  private func counts(_ earlier: EarlierRun) -> String {
    let parts = Standing.allCases.compactMap { standing -> String? in
      let number = report.findings.count { $0.standing == standing }
      return number == 0 ? nil : "\(number) \(standing.words)"
    }
    let gone = earlier.gone.isEmpty ? [] : ["\(earlier.gone.count) gone"]
    return (parts + gone).isEmpty ? "no miss in either" : (parts + gone).joined(separator: ", ")
  }
}

extension Standing {
  /// The standing as a reader has it.
  fileprivate var words: String {
    switch self {
    case .noWorse: "no worse"
    case .worse: "worse"
    case .new: "new"
    case .changed: "held to other terms"
    }
  }
}

extension Explanation {
  /// How a miss stands to an earlier report.
  var stands: [String] {
    switch finding.standing {
    case .noWorse: ["It is no worse than in the earlier report, so it does not stop the run."]
    case .worse: ["It is worse than in the earlier report."]
    case .new: ["The earlier report does not speak of it."]
    case .changed: ["The earlier report holds it to other terms, so that it counts as new."]
    case nil: []
    }
  }
}
