public import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
public import HoldfastModel
import Tabular

/// Evaluates packs over an institution's data.
public struct Engine {
  private let request: RunRequest

  /// An engine for one run.
  public init(_ request: RunRequest) { self.request = request }

  /// Reads each dataset once and reports every finding.
  ///
  /// - Throws: what is wrong with the packs or the description of the institution. What is wrong
  ///   with data becomes `error` findings of the commitments that need it.
  public func run() throws(DiagnosticList) -> Report {
    let areas = try AreaLoader(institution: request.institution, folder: request.folder).load()
    let plan = try RunPlan(request, areas: areas.tests)
    try plan.checkOnly()
    var references = ReferenceShelf(request.institution, folder: request.folder, plan: plan)
    var passes: [String: DatasetPass] = [:]
    for dataset in plan.datasets {
      var pass = DatasetPass(
        dataset, institution: request.institution, folder: request.folder, asOf: request.asOf,
        talliers: plan.talliers(of: dataset), tables: references.tables(of: dataset))
      pass.run()
      passes[dataset.name] = pass
    }
    return report(plan, passes, references, lookups: areas.files)
  }

  private func report(
    _ plan: RunPlan, _ passes: [String: DatasetPass], _ references: ReferenceShelf,
    lookups: [DatasetSummary]
  ) -> Report {
    var book = ChoiceBook(request.institution)
    var findings: [Finding] = []
    for commitment in plan.commitments {
      guard let pass = passes[commitment.schema.dataset],
        let tallier = pass.talliers.first(where: { $0.judge.commitment.isSame(as: commitment) })
      else { continue }
      let judgement = Judgement(
        commitment: commitment, pass: pass, tallier: tallier,
        calendar: request.institution.calendar,
        asOf: request.asOf)
      let own = judgement.findings()
      findings += own
      book.add(judgement, findings: own)
    }
    for index in findings.indices { findings[index].decidedBy = book.deciding(findings[index]) }
    var run = request.run
    run.warnings +=
      passes.sorted { $0.key < $1.key }.flatMap(\.value.warnings) + references.warnings
    return Report(
      asOf: request.asOf, asOfIsGiven: request.asOfIsGiven, institution: request.institution.name,
      currency: request.institution.currency,
      isPartial: plan.commitments.count < plan.all.count,
      choices: request.packs.flatMap(\.adjustments) + book.choices(passes, references),
      findings: findings, upcoming: plan.upcoming(after: request.asOf), templates: plan.templates,
      datasets: plan.datasets.compactMap { passes[$0.name]?.summary } + references.summaries
        + lookups,
      run: run)
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
