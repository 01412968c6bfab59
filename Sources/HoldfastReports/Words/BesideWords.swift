import HoldfastModel

/// What a report tells beside its findings, in sections that every format takes: waivers, answers
/// that belong to no finding of the run, what is to come, and an earlier report.
struct BesideWords {
  let report: Report

  /// A heading, and a sentence for each.
  var sections: [(heading: String, sentences: [String])] {
    let earlier = EarlierWords(report: report)
    let waivers = WaiverWords(report: report)
    let responses = ResponseWords(report: report)
    let upcoming = UpcomingWords(report: report)
    return [
      (earlier.heading, earlier.sentences), (waivers.heading, waivers.sentences),
      (responses.heading, responses.sentences), (upcoming.heading, upcoming.sentences),
    ].compactMap { heading, sentences in heading.map { ($0, sentences) } }
  }
}
