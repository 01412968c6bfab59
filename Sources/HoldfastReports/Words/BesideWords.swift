import HoldfastModel

/// What a report tells beside its findings, in sections that every format takes: waivers, answers
/// that belong to no finding of the run, and what is to come.
struct BesideWords {
  let report: Report

  /// A heading, and a sentence for each.
  var sections: [(heading: String, sentences: [String])] {
    let waivers = WaiverWords(report: report)
    let responses = ResponseWords(report: report)
    let upcoming = UpcomingWords(report: report)
    return [
      (waivers.heading, waivers.sentences), (responses.heading, responses.sentences),
      (upcoming.heading, upcoming.sentences),
    ].compactMap { heading, sentences in heading.map { ($0, sentences) } }
  }
}
