public import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
public import HoldfastModel
import Tabular

/// Evaluates packs over an institution's data.
public struct Engine {
  let request: RunRequest

  /// What was read for a run.
  struct Reading {
    let plan: RunPlan
    let datasets: [String: DatasetReading]
    let references: ReferenceShelf
    let lookups: [DatasetSummary]
    /// What is worth knowing about how it was read.
    let warnings: [Diagnostic]
  }

  /// What a run came to.
  struct Outcome {
    var report: Report
    /// What it adds to commitments that several institutions hold together.
    var contributions: [Contribution]
  }

  /// An engine for one run.
  public init(_ request: RunRequest) { self.request = request }

  /// Reads each dataset once and reports every finding.
  ///
  /// - Throws: what is wrong with the packs or the description of the institution. What is wrong
  ///   with data becomes `error` findings of the commitments that need it.
  public func run() throws(DiagnosticList) -> Report { try evaluated().report }

  /// The report, and what several such runs are put together from.
  func evaluated() throws(DiagnosticList) -> Outcome {
    var corrected = request
    corrected.corrections = try corrections()
    if let folder = request.cache?.folder {
      // Rows that people set right are read, and what they come to is not kept.
      let isCorrected = corrected.corrections?.items.isEmpty == false
      if isCorrected { corrected.run.warnings.append(CacheMessage.corrected(folder)) }
      corrected.cache = isCorrected ? nil : request.cache
      corrected.keepsAccount = !isCorrected
    }
    var outcome = try Self.staged(corrected)
    // What the corrections decide shows in a run without them.
    if corrected.corrections?.items.isEmpty == false,
      let other = try? Self.staged(request.withoutCache)
    {
      let decided = outcome.report.changes(from: other.report)
      outcome.report.corrections?.decides = decided
    }
    try besides(&outcome.report)
    return outcome
  }

  /// Adds what stands beside findings; throws what speaks of groups that there are none of.
  func besides(_ report: inout Report) throws(DiagnosticList) {
    let waivers = request.waivers?.report(on: report.findings, request)
    let problems = (waivers?.problems ?? []) + (request.responses?.add(to: &report) ?? [])
    try DiagnosticList(problems).throwIfErrors()
    report.waivers = waivers?.report
    report.upcoming = (report.upcoming + UpcomingChanges(report, request).all)
      .sorted(by: Upcoming.precedes)
  }

  /// What people set right; nil where nobody did.
  func corrections() throws(DiagnosticList) -> CorrectionBook? {
    try CorrectionBook(
      request.institution, folder: request.folder, today: max(request.today, request.asOf))
  }

  static func reading(_ request: RunRequest) throws(DiagnosticList) -> Reading {
    try request.tallies?.check(request)
    var preparation = try Preparation(request)
    var readings: [String: DatasetReading] = [:]
    for part in preparation.parts {
      readings[part.dataset.name] = try preparation.read(part)
    }
    return try preparation.reading(of: readings)
  }

  /// What everything read comes to, once plugins that were asked have ended well.
  static func report(_ reading: Reading, _ request: RunRequest) -> Outcome {
    request.outside.settled { outside in
      var asking = request
      asking.outside = outside
      return concluded(reading, asking)
    }
  }

  private static func concluded(_ reading: Reading, _ request: RunRequest) -> Outcome {
    let (plan, datasets, references) = (reading.plan, reading.datasets, reading.references)
    var book = ChoiceBook(request.institution)
    var findings: [Finding] = []
    var contributions: [Contribution] = []
    let court = Court(reading, request)
    for commitment in plan.commitments {
      var own = court.findings(of: commitment)
      if commitment.commitment.joint != nil, let judgement = court.judgement(of: commitment) {
        contributions.append(Contribution(judgement, own, of: request.institution.name))
      }
      let terms = TermBook(request.institution).terms(
        of: commitment, behind: court.judgements(behind: commitment))
      let isAboutPersons = court.judgements(behind: commitment).contains(where: \.isAboutPersons)
      for index in own.indices {
        own[index].isAboutPersons = isAboutPersons
        own[index].terms = terms
        own[index].termsDigest = commitment.termsDigest(own[index].definition, terms)
      }
      findings += own.veiled()
      book.add(
        court.judgements(behind: commitment), findings: own.filter { !$0.isVeiled },
        alternatives: court.alternatives(of: commitment))
    }
    for index in findings.indices { findings[index].decidedBy = book.deciding(findings[index]) }
    var run = request.run
    if let warning = StrayFiles(request.institution, folder: request.folder).warning {
      run.warnings.append(warning)
    }
    if let tallies = request.tallies {
      run.warnings += plan.datasets.flatMap { tallies.warnings($0, request) }
    }
    run.warnings += reading.warnings
    run.warnings +=
      datasets.sorted { $0.key < $1.key }.flatMap(\.value.warnings) + references.warnings
    var report = Report(
      asOf: request.asOf, asOfIsGiven: request.asOfIsGiven, institution: request.institution.name,
      currency: request.institution.currency,
      isPartial: plan.commitments.count < plan.all.count,
      choices: request.packs.flatMap(\.adjustments) + book.choices(datasets, references),
      findings: findings, upcoming: plan.upcoming(after: request.asOf), templates: plan.templates,
      datasets: plan.datasets.compactMap { datasets[$0.name]?.summary } + references.summaries
        + reading.lookups,
      run: run)
    report.waiting = plan.waiting
    if let corrections = request.corrections {
      let tallies = plan.datasets.compactMap { datasets[$0.name]?.corrected }
      report.run.warnings +=
        corrections.warnings
        + references.idleRows(tallies).map { name, keys in
          let isHidden = request.institution.dataset(name)?.hidesKey ?? true
          return CorrectionMessage.idle(keys, of: name, isHidden: isHidden, in: corrections.file)
        }
      report.corrections = corrections.report(
        in: request.institution, tallies,
        read: Set(datasets.keys).union(references.names))
    }
    return Outcome(report: report, contributions: contributions)
  }
}

extension Report {
  /// The findings whose verdict is not that of another report, or that it does not have.
  fileprivate func changes(from other: Report) -> [String] {
    let verdicts = Dictionary(
      other.findings.map { (TextKey($0.findingID), $0.verdict) }, uniquingKeysWith: { $1 })
    return findings.filter { verdicts[TextKey($0.findingID)] != $0.verdict }.map(\.findingID)
  }
}

extension CheckedCommitment {
  /// The pack's and the commitment's names: `cleveland/CLE-1`.
  var name: String { "\(pack.id)/\(commitment.id)" }

  /// Whether another is the same promise of the same pack.
  func isSame(as other: CheckedCommitment) -> Bool {
    pack.id == other.pack.id && commitment.id == other.commitment.id
  }
}
