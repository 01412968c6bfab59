import Exact
import HoldfastExpressions
import HoldfastModel

/// Something to count of a dataset, for every commitment that wants just that.
struct AggregatePlan {
  /// A digest of all that can change its numbers but the cuts; empty where nobody asked for it.
  let core: [UInt8]
  /// Where its fiscal months are cut.
  var cuts: BucketCuts
  /// The day for which rows in force are counted, of a register.
  let day: CivilDate?
  /// The place of the first commitment that wants it, among those of the dataset.
  let first: Int
  /// The names of all that want it.
  var commitments: [String]
  /// Whether it rests on cells about persons.
  let isPersonal: Bool

  /// A digest of all that can change its numbers.
  var digest: [UInt8] { HoldfastEngine.digest("\(hexadecimal(core)) \(cuts)") }
}

/// What a run counts of a dataset.
struct DatasetPlan {
  let dataset: Dataset
  /// The commitments, in the order of the packs.
  private(set) var talliers: [Tallier]
  /// What they want counted, each thing once.
  private(set) var aggregates: [AggregatePlan] = []
  /// The place of what each commitment wants.
  private(set) var places: [Int] = []
  /// A digest of the dataset's declaration; empty where nobody asked for it.
  let declaration: [UInt8]

  /// A plan; without `identity` commitments share nothing.
  init(
    _ dataset: Dataset, _ talliers: [Tallier], calendar: FiscalCalendar, asOf: CivilDate,
    identity: TallyIdentity?
  ) {
    self.dataset = dataset
    self.talliers = talliers
    declaration = identity?.declaration(of: dataset) ?? []
    for (index, tallier) in talliers.enumerated() {
      let commitment = tallier.judge.commitment
      let rule = commitment.commitment.period
      let day = dataset.interval.map { _ in min(calendar.period(rule, asOf: asOf).to, asOf) }
      let core = identity?.core(of: tallier, in: dataset, on: day) ?? []
      add(
        AggregatePlan(
          core: core,
          cuts: BucketCuts(calendar, rule.map { [calendar.settled($0, asOf: asOf)] } ?? []),
          day: day, first: index,
          commitments: [commitment.name], isPersonal: commitment.isPersonal(in: dataset)))
    }
  }

  private mutating func add(_ plan: AggregatePlan) {
    let same = aggregates.firstIndex { !plan.core.isEmpty && $0.core == plan.core }
    guard let same else {
      places.append(aggregates.count)
      aggregates.append(plan)
      return
    }
    places.append(same)
    aggregates[same].cuts = aggregates[same].cuts.union(plan.cuts)
    aggregates[same].commitments += plan.commitments
  }

  /// The same for some of the aggregates.
  func restricted(to some: [Int]) -> DatasetPlan {
    var result = self
    result.aggregates = some.map { aggregates[$0] }
    result.places = []
    return result
  }

  /// The same with an aggregate of its own for each commitment, and without choices made otherwise.
  func unshared() -> DatasetPlan {
    var result = self
    result.talliers = talliers.map(\.plain)
    result.aggregates = talliers.indices.map { index in
      let shared = aggregates[places[index]]
      return AggregatePlan(
        core: [], cuts: shared.cuts, day: shared.day, first: index,
        commitments: [talliers[index].judge.commitment.name], isPersonal: shared.isPersonal)
    }
    result.places = Array(talliers.indices)
    return result
  }

  /// What adds the rows of each aggregate up.
  var counters: [Tallier] { aggregates.map { talliers[$0.first] } }
}
