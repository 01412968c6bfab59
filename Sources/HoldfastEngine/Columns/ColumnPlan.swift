import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// How the rows of a dataset are judged in columns: which columns are read, which questions are
/// asked about them, and which sums answer what.
final class ColumnPlan {
  /// A judge, and whose tally it fills. A class: it is asked for each kind of rows.
  final class Part {
    let judge: Judge
    let tallier: Int
    let variant: Int?
    let openBlank: Int?
    let view: RowView
    /// Where it cuts the numbers of columns.
    let cuts: [Int: Set<Int64>]
    /// The questions it asks, by axis.
    var questions: [Int: Set<Int>] = [:]
    /// The axis of the numbers that are added up.
    var measure: Int?

    init(_ entry: ColumnScope.Entry, _ view: RowView, cuts: [Int: Set<Int64>]) {
      (judge, tallier, variant) = (entry.judge, entry.tallier, entry.variant)
      (openBlank, self.view, self.cuts) = (entry.openBlank, view, cuts)
    }
  }

  /// What is counted beside the commitments.
  enum Fact {
    /// Rows by bucket of time.
    case buckets
    /// Rows by whether the dataset keeps them, and by day.
    case days
    /// Rows whose reference leads nowhere.
    case unmatched(place: Int)
    /// Rows with a declared blank.
    case blank(column: Int)
    /// The texts of the rows that are kept.
    case texts(slot: Int)
  }

  /// A fact, and what it asks.
  struct Counted {
    let fact: Fact
    let questions: [Int: Set<Int>]
    let measure: Int?
    /// Whether it is the first of its kind: numbers of rows are taken from no other.
    var isFirst = true
  }

  /// What one cube is for.
  struct Group {
    var questions: [Int: Set<Int>] = [:]
    var measure: Int?
    var parts: [Int] = []
    var facts: [Int] = []

    var axes: [Int] { questions.keys.sorted() }
  }

  let dataset: Dataset
  private(set) var axes: [ColumnAxis] = []
  private(set) var requests: [ColumnFile.Request] = []
  private(set) var parts: [Part] = []
  private(set) var facts: [Counted] = []
  var groups: [Group] = []
  /// The axis of the dates, and its question for the bucket.
  private(set) var date: (axis: Int, bucket: Int)?
  /// The vectors of all decimals, which rows that look like totals are held against.
  private(set) var amounts: [Int] = []
  /// The vectors of texts that say whether a row says anything.
  private(set) var texts: [Int] = []
  /// What says whether a row belongs to the institution.
  let keep: (part: CheckedPart, view: RowView)?
  private let axisOfColumn: [Int: Int]

  /// The plan for a dataset; nil where its rows are to be judged one by one.
  init?(_ scope: ColumnScope) {
    guard let builder = ColumnPlanBuilder(scope) else { return nil }
    dataset = scope.dataset
    axes = builder.axes
    requests = builder.requests
    parts = builder.parts
    facts = builder.facts
    date = builder.date
    amounts = builder.amounts
    texts = builder.texts
    keep = builder.keep
    axisOfColumn = builder.axisOfColumn
    groups = ColumnGroups(self).grouped()
  }

  /// How long blocks of a file should be: the size that suits few cubes, up to what suits these. The
  /// tables of many cubes leave no room in the caches for one another, and each is worth fetching
  /// only for many rows.
  func blockSizes(_ size: Int) -> ClosedRange<Int> {
    size...max(size, min(size, 1 << 22) * max(1, groups.count / 16))
  }

  /// The axis of a column.
  func axis(of column: Int) -> Int? { axisOfColumn[column] }

  /// Puts half of what a cube is for into another; false where it is for one thing.
  func split(_ group: Int) -> Bool {
    let old = groups[group]
    guard old.parts.count + old.facts.count > 1 else { return false }
    let parts = old.parts.count / 2
    let facts = old.parts.count > 1 ? old.facts.count : 0
    groups[group] = made(Array(old.parts[..<parts]), Array(old.facts[..<facts]))
    groups.append(made(Array(old.parts[parts...]), Array(old.facts[facts...])))
    return true
  }

  private func made(_ parts: [Int], _ facts: [Int]) -> Group {
    var group = Group()
    for part in parts { group.take(part: part, self.parts[part]) }
    for fact in facts {
      group.take(fact: fact, self.facts[fact].questions, self.facts[fact].measure)
    }
    return group
  }
}

extension ColumnPlan.Group {
  /// Takes a judge in.
  mutating func take(part: Int, _ judge: ColumnPlan.Part) {
    parts.append(part)
    questions.merge(judge.questions) { $0.union($1) }
    measure = measure ?? judge.measure
  }

  /// Takes a fact in.
  mutating func take(fact: Int, _ asked: [Int: Set<Int>], _ numbers: Int?) {
    facts.append(fact)
    questions.merge(asked) { $0.union($1) }
    measure = measure ?? numbers
  }
}
