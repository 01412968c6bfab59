import Tabular

/// Which rows of one cube a thread looks at one by one, and what is made of its cells.
///
/// A report shows so many rows of each kind that a commitment tells apart in a stretch of time.
/// Many cells hold rows of one kind, and share what is known of the heaviest.
struct CubeWatch {
  /// Rows of one kind: what one judge makes of them, and when they are.
  private struct Kind: Hashable {
    let place: Int
    let outcome: Int
    let time: Int
  }

  /// What is made of cells.
  private struct State {
    let number: Int
    let logic: CubeJudge.Logic
    /// The places of the heaviest rows of each kind that may be shown.
    let kinds: [Int]
  }

  private struct StateKey: Hashable {
    let number: Int
    let time: Int
  }

  /// The number of a cell without its date, and that of the date without its bucket.
  private struct Timeless: Hashable {
    let cell: Int
    let date: Int
  }

  /// The axis of the dates among those of the cube.
  private let time: Int?
  private var states: [State] = []
  private var placeOfState: [StateKey: Int] = [:]
  private var heaviest: [Heaviest] = []
  private var placeOfKind: [Kind: Int] = [:]
  /// The place of the state of each cell.
  private var cells: [Int: Int32] = [:]
  /// What is made of cells that differ in nothing but the bucket, by what is left of their numbers
  /// then; as long as cells keep their numbers.
  private var judged: [Timeless: CubeJudge.Judged] = [:]
  /// The number without the bucket of each class of dates.
  private var timeless: [Int: Int] = [:]
  private var layouts = 0

  /// A watch over a cube whose dates are on an axis.
  init(time: Int?) { self.time = time }

  /// What is made of a row that the cube noticed, where it is to be looked at by itself: whether it
  /// is to be judged, or who may show it. `judge` says what is made of rows of some classes.
  mutating func look(
    at row: Int, _ cube: CodeCube, _ batch: ColumnBatch,
    judge: ([Int]) -> CubeJudge.Judged
  ) -> (look: CubeJudge.Look, shown: [CubeJudge.Shown])? {
    let cell = cube.cell(of: row)
    if case .unasked = cube.noticing(cell) {
      let place = state(of: cell, cube, judge)
      cells[cell] = Int32(place)
      cube.notice(states[place].logic.look == .none ? .none : .all, of: cell)
    }
    guard let place = cells[cell] else { return nil }
    let state = states[Int(place)]
    guard state.logic.look != .none else { return nil }
    guard state.logic.look == .heaviest, let measure = cube.measure else {
      return (state.logic.look, state.logic.shown)
    }
    return shown(batch.vectors[measure].weight(row), state, cell, cube)
  }

  /// Who may show a row of a weight.
  private mutating func shown(
    _ weight: Int64, _ state: State, _ cell: Int, _ cube: CodeCube
  ) -> (look: CubeJudge.Look, shown: [CubeJudge.Shown])? {
    var (least, result) = (Int64.max, [CubeJudge.Shown]())
    for (kind, shown) in zip(state.kinds, state.logic.shown) {
      if heaviest[kind].takes(weight) { result.append(shown) }
      least = min(least, heaviest[kind].least)
    }
    cube.notice(.from(least), of: cell)
    return result.isEmpty ? nil : (.heaviest, result)
  }

  private mutating func state(
    of cell: Int, _ cube: CodeCube, _ judge: ([Int]) -> CubeJudge.Judged
  ) -> Int {
    let date = time.map { cube.classNumber(of: cell, on: $0) } ?? 0
    let (number, logic) = made(of: cell, date, cube, judge)
    let key = StateKey(number: number, time: date)
    if let known = placeOfState[key] { return known }
    let kinds = logic.shown.map { shown in
      kind(Kind(place: shown.place, outcome: logic.outcomes[shown.place], time: date))
    }
    states.append(State(number: number, logic: logic, kinds: kinds))
    placeOfState[key] = states.count - 1
    return states.count - 1
  }

  /// What is made of a cell. Who judges serves all threads, and is asked as seldom as may be.
  private mutating func made(
    of cell: Int, _ date: Int, _ cube: CodeCube, _ judge: ([Int]) -> CubeJudge.Judged
  ) -> (Int, CubeJudge.Logic) {
    if layouts != cube.layouts {
      judged.removeAll(keepingCapacity: true)
      layouts = cube.layouts
    }
    let rest = cell & ~cube.mask(of: time.map { [$0] } ?? [])
    if let date = timeless[date], let known = judged[Timeless(cell: rest, date: date)] {
      return (known.number, known.logic)
    }
    let made = judge(cube.classes(of: cell))
    timeless[date] = made.timeless
    judged[Timeless(cell: rest, date: made.timeless)] = made
    return (made.number, made.logic)
  }

  private mutating func kind(_ kind: Kind) -> Int {
    if let known = placeOfKind[kind] { return known }
    heaviest.append(Heaviest())
    placeOfKind[kind] = heaviest.count - 1
    return heaviest.count - 1
  }

  /// The number of what is made of a cell; nil where that was not asked since the cube grew.
  func number(of cell: Int, _ cube: CodeCube) -> Int? {
    if case .unasked = cube.noticing(cell) { return nil }
    return cells[cell].map { states[Int($0)].number }
  }
}

/// The weights of the heaviest rows of a kind so far, as many as a report may show.
private struct Heaviest {
  private var weights: [Int64] = []
  /// No lighter row belongs to them.
  private(set) var least: Int64 = 0
  private static let limit = 20

  /// Takes a weight in; whether it belongs to them. Rows that weigh the same all do: which of them
  /// are shown depends on more than their weight.
  mutating func takes(_ weight: Int64) -> Bool {
    guard weight >= least else { return false }
    let place = weights.firstIndex { $0 < weight } ?? weights.count
    weights.insert(weight, at: place)
    if weights.count > Self.limit { weights.removeLast() }
    if weights.count == Self.limit { least = weights[Self.limit - 1] }
    return true
  }
}
