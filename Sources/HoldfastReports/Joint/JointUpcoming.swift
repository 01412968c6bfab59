import HoldfastModel

/// What will change for several institutions: what is to come for all of them is told once.
struct JointUpcoming {
  /// What is to come for each of several institutions.
  let common: [String]

  init(_ report: JointReport) {
    let all = report.reports.map { UpcomingWords(report: $0).sentences }
    guard all.count > 1, let first = all.first else {
      common = []
      return
    }
    let others = all.dropFirst().map(Set.init)
    common = first.filter { sentence in others.allSatisfy { $0.contains(sentence) } }
  }

  /// The heading of what is common; nil where nothing is.
  var heading: String? { common.isEmpty ? nil : "To come for all" }

  /// What is to come for one of them alone, with a heading; nil where nothing is.
  func own(_ report: Report) -> (heading: String, sentences: [String])? {
    let rest = UpcomingWords(report: report).sentences.filter { !common.contains($0) }
    return rest.isEmpty ? nil : ("To come", rest)
  }
}
