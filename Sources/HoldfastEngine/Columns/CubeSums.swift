import Exact
import HoldfastModel
import Tabular

/// The cells of one cube over all threads, put together as they are asked for: there are many more
/// cells than there are things made of them.
struct CubeSums {
  /// Rows and what they add up to.
  struct Sum {
    var rows = 0
    var sum: Int128 = 0
    /// No number of the rows is farther from zero.
    var largest: Int64 = 0

    /// The numbers at a scale.
    func terms(scale: Int) -> ManyTerms {
      ManyTerms(
        total: Decimal(coefficient: sum, scale: scale),
        largest: Decimal(coefficient: Int128(largest), scale: scale))
    }

    fileprivate mutating func add(_ other: Sum) {
      rows += other.rows
      sum += other.sum
      largest = max(largest, other.largest)
    }
  }

  /// Rows as a fact tells them apart.
  struct Fact {
    fileprivate struct Entry {
      let classes: [Int]
      let isKept: Bool
      var sum = Sum()
    }

    fileprivate let axes: [Int]
    fileprivate var places: [[Int]: Int] = [:]
    /// What of the numbers of a cube's cells the fact tells apart, and the places of those.
    fileprivate var mask = 0
    fileprivate var placesHere: [Int: Int] = [:]
    fileprivate var entries: [Entry] = []

    /// Classes that stand for all that the fact does not tell apart, whether the dataset keeps such
    /// rows, and how many there are.
    var all: [(classes: [Int], isKept: Bool, sum: Sum)] {
      entries.map { ($0.classes, $0.isKept, $0.sum) }
    }
  }

  private let group: Int
  private let bucket: (CivilDate?) -> Tally.Bucket
  /// The axis of the dates among those of the cube.
  private let time: Int?
  private(set) var facts: [Fact]
  /// The stretches of time met, and the place among them of each class of dates.
  private var buckets: [Tally.Bucket] = []
  private var places: [Tally.Bucket: Int] = [:]
  private var placeOfClass: [Int: Int] = [:]
  /// Rows by what is made of them and by time.
  private var sums: [Int: Sum] = [:]

  init(
    _ group: Int, _ plan: ColumnPlan, _ judge: CubeJudge,
    bucket: @escaping (CivilDate?) -> Tally.Bucket
  ) {
    self.group = group
    self.bucket = bucket
    let own = plan.groups[group]
    time = plan.date.flatMap { date in own.axes.firstIndex(of: date.axis) }
    facts = own.facts.map { fact in
      let asked = plan.facts[fact].questions
      return Fact(axes: own.axes.indices.filter { asked[own.axes[$0]] != nil })
    }
  }

  /// Takes the cells of a thread.
  mutating func add(_ worker: ColumnWorker, _ judge: inout CubeJudge) {
    let (cube, watch) = (worker.cubes[group], worker.lookouts[group])
    for place in facts.indices { facts[place].begin(cube) }
    for cell in cube.met {
      let (rows, total, largest) = cube.sum(of: cell)
      guard rows > 0 else { continue }
      let sum = Sum(rows: rows, sum: total, largest: largest)
      let number = watch.number(of: cell, cube) ?? judge.logic(cube.classes(of: cell))
      let key = number << 24 | bucketPlace(cell, cube, judge)
      sums[key, default: Sum()].add(sum)
      for place in facts.indices { facts[place].add(cell, cube, judge.logics[number].isKept, sum) }
    }
  }

  private mutating func bucketPlace(_ cell: Int, _ cube: CodeCube, _ judge: CubeJudge) -> Int {
    let own = time.map { cube.classNumber(of: cell, on: $0) } ?? 0
    if let known = placeOfClass[own] { return known }
    let bucket = bucket(judge.day(cube.classes(of: cell)))
    let place = places[bucket] ?? buckets.count
    if place == buckets.count { buckets.append(bucket) }
    places[bucket] = place
    placeOfClass[own] = place
    return place
  }

  /// The rows as one judge of the cube tells them apart: the place of its outcome, and the time.
  func outcomes(
    of place: Int, _ judge: CubeJudge
  ) -> [(outcome: Int, bucket: Tally.Bucket, sum: Sum)] {
    var own: [Int: Sum] = [:]
    for (key, sum) in sums {
      let outcome = judge.logics[key >> 24].outcomes[place]
      own[outcome << 24 | key & 0xFF_FFFF, default: Sum()].add(sum)
    }
    return own.map { ($0.key >> 24, buckets[$0.key & 0xFF_FFFF], $0.value) }
  }
}

extension CubeSums.Fact {
  /// Begins with the cells of a cube.
  fileprivate mutating func begin(_ cube: CodeCube) {
    mask = cube.mask(of: axes)
    placesHere.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func add(
    _ cell: Int, _ cube: CodeCube, _ isKept: Bool, _ sum: CubeSums.Sum
  ) {
    if let place = placesHere[cell & mask] { return entries[place].sum.add(sum) }
    let classes = cube.classes(of: cell)
    let key = axes.map { classes[$0] }
    let place = places[key] ?? entries.count
    if place == entries.count {
      places[key] = place
      entries.append(Entry(classes: classes, isKept: isKept))
    }
    placesHere[cell & mask] = place
    entries[place].sum.add(sum)
  }
}
