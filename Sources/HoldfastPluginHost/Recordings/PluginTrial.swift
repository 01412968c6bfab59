public import Diagnostics
public import HoldfastModel
internal import JSONText

/// Tests a plugin by its recorded dialogues: it has to answer as it did then, the same each time,
/// and its rows have to come to the same however they are split.
public struct PluginTrial: Sendable {
  /// What a test came to.
  public struct Outcome: Sendable {
    /// What held, a line each.
    public var held: [String] = []
    /// What did not hold.
    public var broken: [Diagnostic] = []
    /// What was not tested because no recording does.
    public var untested: [Diagnostic] = []
  }

  let manifest: PluginManifest
  let host: PluginHost
  /// How often each dialogue is gone through.
  let repeats: Int
  /// How many ways to split the rows of a session are tried.
  let splits: Int

  /// A test of a plugin without problems.
  ///
  /// - Parameters:
  ///   - repeats: How often each dialogue is gone through, at least once.
  ///   - splits: How many ways to split the rows of a session are tried.
  public init(
    _ manifest: PluginManifest, in host: PluginHost, repeats: Int = 3, splits: Int = 20
  ) {
    (self.manifest, self.host) = (manifest, host)
    (self.repeats, self.splits) = (max(1, repeats), splits)
  }

  /// Goes through all recordings.
  ///
  /// - Throws: Why the plugin cannot be asked at all: the machine, or what it says of itself.
  public func run(_ recordings: [Recording]) throws(PluginFailure) -> Outcome {
    let checkers = try host.describe(manifest)
    var outcome = Outcome()
    for recording in recordings {
      try replay(recording, checkers, &outcome)
      for sample in RowsSample.all(in: recording) {
        try tryLaws(of: sample, in: recording, checkers, &outcome)
      }
    }
    let measured = recordings.reduce(into: Set<String>()) { $0.formUnion($1.measured) }
    for checker in checkers where !measured.contains(checker.name) {
      outcome.untested.append(
        Diagnostic(
          .error, "no recorded dialogue has the checker '\(checker.name)' measure anything",
          at: .file(manifest.folder),
          help:
            "write the requests of one to dialogues/\(checker.name)\(Recording.ending), and let "
            + "holdfast plugins test --record write the replies"))
    }
    return outcome
  }

  private func replay(
    _ recording: Recording, _ checkers: [PluginChecker], _ outcome: inout Outcome
  ) throws(PluginFailure) {
    let player = RecordingPlayer(manifest: manifest, host: host)
    for time in 1...repeats {
      var check = ReplyCheck(manifest.name.value, checkers)
      let play = try player.play(recording, &check)
      let problems = Self.problems(play, recording, time)
      guard problems.isEmpty else {
        outcome.broken += problems
        return
      }
    }
    let replies = recording.exchanges.count(where: \.hasReply)
    outcome.held.append(
      "\(recording.source.name): \(replies) replies as recorded, \(repeats) times")
  }

  private static func problems(
    _ play: RecordingPlayer.Play, _ recording: Recording, _ time: Int
  ) -> [Diagnostic] {
    let again = time == 1 ? "" : ", when asked for the \(time == 2 ? "second" : "\(time)th") time"
    var problems: [Diagnostic] = []
    for (place, exchange) in recording.exchanges.enumerated() {
      guard let reply = play.replies[place], let recorded = exchange.reply,
        let difference = JSONDifference.first(recorded.value, reply)
      else { continue }
      let what = difference.words("recorded", "now")
      problems.append(
        recording.problem(
          "the plugin answers '\(Diagnostic.printable(exchange.type, limit: 40))' otherwise than "
            + "was recorded\(again): \(what)",
          at: recorded.line,
          help: time == 1
            ? "mend the plugin, or, if this is what it should say now, record it with --record"
            : "a plugin has to answer the same each time: sort what it lists, and ask for neither "
              + "the time nor random numbers"))
    }
    if let (place, why) = play.failure {
      let diagnostic = why.diagnostic()
      problems.append(
        recording.problem(
          diagnostic.message + again, at: recording.exchanges[place].line,
          help: diagnostic.help ?? ""))
    }
    return problems
  }

  private func tryLaws(
    of sample: RowsSample, in recording: Recording, _ checkers: [PluginChecker],
    _ outcome: inout Outcome
  ) throws(PluginFailure) {
    guard let checker = checkers.first(where: { $0.name == sample.checker }) else { return }
    do throws(PluginFailure) {
      let dialogue = try PluginDialogue(manifest, of: host, isPersonal: false)
      let laws = MergeLaws(dialogue: dialogue, isMergeable: checker.isMergeable)
      switch try laws.verdict(sample, splits: splits) {
      case .violated(let found):
        outcome.broken.append(
          recording.problem(
            "the checker '\(checker.name)': \(found.deed) gives \(found.what): \(found.shown)",
            at: sample.line,
            help: "let its state hold what all of its rows come to, whichever way they were split"))
      case .hold:
        let laws = checker.isMergeable ? "in any batches, and \(splits) splits" : "in any batches"
        outcome.held.append(
          "\(recording.source.name): '\(checker.name)' makes the same of "
            + "\(sample.rows.count) rows \(laws)")
      case .untried: break
      }
      try dialogue.close()
    } catch {
      guard error.kind.isOfPlugin else { throw error }
      let diagnostic = error.diagnostic()
      outcome.broken.append(
        recording.problem(
          "\(diagnostic.message), when its rows were split", at: sample.line,
          help: diagnostic.help ?? ""))
    }
  }
}
