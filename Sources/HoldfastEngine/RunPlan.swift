import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// The commitments of a run, checked, and what they want counted.
struct RunPlan {
  private let request: RunRequest
  /// Every commitment that could run.
  let all: [CheckedCommitment]
  /// Those that this run evaluates.
  let commitments: [CheckedCommitment]
  /// Those and what they rest on, as far as rows are counted for them, each once.
  let counted: [CheckedCommitment]
  /// Why rows are not counted for some of them: a checker outside the program failed, by the name
  /// of the commitment.
  let failures: [String: Diagnostic]
  /// What checkers outside the program want counted.
  private let outside: OutsidePlans
  /// The same commitments with one area drawn otherwise, by area: as large and as small as it can
  /// be.
  private let redrawn: [String: [[CheckedCommitment]]]

  init(_ request: RunRequest, areas: [String: AreaTest]) throws(DiagnosticList) {
    self.request = request
    let drawing = AreaDrawing(request)
    var checked = request.checked ?? []
    if request.checked == nil { checked = try drawing.checked() }
    let whole = Dependencies(checked)
    try whole.check()
    let runnable = whole.runnable
    let able = Dependencies(runnable)
    let later = request.judgesRegister ? able.resting { $0.commitment.readsRegister } : []
    let isWanted = { (commitment: CheckedCommitment) in
      commitment.commitment.isNamed(by: request.only)
        && later.contains(commitment.name) == (request.stage == .second)
    }
    let some = able.needed(for: runnable.filter(isWanted))
    let isLater = request.stage == .second
    let beside = BesideGroups(some, of: request.institution)
      .commitments(among: runnable.filter { later.contains($0.name) == isLater })
    // Where areas lie matters to what is counted alone.
    let needed = try drawing.placed(some, in: areas)
    let placed = Dictionary(needed.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    all = runnable.map { placed[$0.name] ?? $0 }
    commitments = all.filter(isWanted)
    let counting =
      try needed.flatMap(\.counted) + drawing.placed(beside, in: areas).flatMap(\.counted)
    let outside = OutsidePlans(counting, request)
    self.outside = outside
    failures = outside.failures
    counted = counting.filter { outside.failures[$0.name] == nil }
    var redrawn: [String: [[CheckedCommitment]]] = [:]
    for area in Set(needed.flatMap(\.areas)) {
      let concerned = needed.filter { $0.areas.contains(area) }
      for isInside in [true, false] {
        var tests = areas
        // What no drawing of the area can place stays unknown.
        tests[area] = { [test = areas[area]] text in test?(text) == nil ? nil : isInside }
        redrawn[area, default: []]
          .append(try drawing.placed(concerned, in: tests).flatMap(\.counted))
      }
    }
    self.redrawn = redrawn
  }

  /// Refuses a word of `--only` that names nothing.
  func checkOnly() throws(DiagnosticList) {
    let written = request.packs.flatMap(\.commitments)
    for word in request.only where !written.contains(where: { $0.isNamed(by: [word]) }) {
      let names = written.flatMap { [$0.id] + $0.tags.values }
      let some =
        written.prefix(8).map(\.id).joined(separator: ", ") + (written.count > 8 ? ", ..." : "")
      throw DiagnosticList([
        Diagnostic(
          .error, "--only \(word) names no commitment and no tag of these packs",
          help: Nearest.hint(for: word, in: names) ?? "name an id or a tag: \(some)")
      ])
    }
  }

  /// The datasets to read, in the order of the institution's description.
  var datasets: [Dataset] {
    let names = Set(counted.map(\.schema.dataset))
    return request.institution.datasets.filter { names.contains($0.name) }
  }

  /// What is counted of each dataset; with `identity` each thing once.
  func datasetPlans(_ identity: TallyIdentity?) -> [DatasetPlan] {
    datasets.map { dataset in
      DatasetPlan(
        dataset, talliers(of: dataset), calendar: request.institution.calendar,
        asOf: request.asOf, identity: identity)
    }
  }

  /// What adds the rows of a dataset up, a commitment each.
  private func talliers(of dataset: Dataset) -> [Tallier] {
    counted.filter { $0.schema.dataset == dataset.name }.map { commitment in
      let aggregates =
        outside.aggregates[commitment.name] ?? Checkers.counting(
          commitment.commitment.check.value)?.plan(commitment.commitment) ?? []
      let judge = Judge(
        commitment, aggregates: aggregates, references: dataset.references,
        hidesKeys: commitment.hidesKeys(in: dataset))
      let others = redrawn.mapValues { $0.compactMap { $0.first { $0.isSame(as: commitment) } } }
      let variants = VariantPlan(
        commitment: commitment, dataset: dataset, aggregates: aggregates, redrawn: others)
      return Tallier(
        judge: judge, aggregates: aggregates, dateColumns: commitment.schema.dates,
        variants: variants.variants())
    }
  }

  /// Commitments that wait for somebody to supply their target.
  var templates: [String] {
    request.packs.flatMap { pack in
      pack.commitments.filter { $0.isTemplate && $0.isNamed(by: request.only) }
        .map { "\(pack.id)/\($0.id)" }
    }
  }

  /// Commitments that rest on those, and wait with them.
  var waiting: [String] {
    let running = Set(all.map(\.name))
    return request.packs.flatMap { pack in
      pack.commitments.filter { commitment in
        !commitment.isTemplate && !running.contains("\(pack.id)/\(commitment.id)")
          && commitment.isNamed(by: request.only)
      }.map { "\(pack.id)/\($0.id)" }
    }
  }

  /// Targets that come into force after the days judged and within the run's horizon, by day.
  func upcoming(after day: CivilDate) -> [Upcoming] {
    let end = day.adding(days: request.horizon) ?? CivilDate.range.upperBound
    let calendar = request.institution.calendar
    return commitments.flatMap { commitment in
      let rule = commitment.commitment.period
      let period = calendar.period(rule, asOf: day)
      return commitment.lines.compactMap { step -> Upcoming? in
        guard let from = step.from, from > period.to, from <= end else { return nil }
        var result = Upcoming(
          commitment: "\(commitment.pack.id)/\(commitment.commitment.id)", from: from,
          target: step.aim.text)
        // The target in force is that of the period's last day.
        let first = max(from, day.adding(days: 1) ?? from)
        let decides = (0...Self.longestPeriod).lazy.compactMap { first.adding(days: $0) }
          .first { calendar.period(rule, asOf: $0).to >= from }
        result.decides = decides == from ? nil : decides
        return result
      }
    }.sorted(by: Upcoming.precedes)
  }

  /// How many days after its first one a target decides at the latest: a fiscal year that has just
  /// begun has to be complete.
  private static let longestPeriod = 800
}
