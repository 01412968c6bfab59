import Tabular

/// Which rows of one cube a thread looks at one by one, and what is made of its cells.
struct CubeWatch {
  private struct Known {
    let number: Int
    let logic: CubeJudge.Logic
    var heaviest = Heaviest()
  }

  private var cells: [Int: Known] = [:]

  /// What is made of a row that the cube noticed, where it is to be looked at by itself; `judge`
  /// says what is made of rows of some classes, and which number that has.
  mutating func look(
    at row: Int, _ cube: CodeCube, _ batch: ColumnBatch,
    judge: ([Int]) -> (number: Int, logic: CubeJudge.Logic)
  ) -> CubeJudge.Logic? {
    let cell = cube.cell(of: row)
    if case .unasked = cube.noticing(cell) {
      let (number, logic) = judge(cube.classes(of: cell))
      cells[cell] = Known(number: number, logic: logic)
      cube.notice(logic.look == .none ? .none : .all, of: cell)
    }
    guard let logic = cells[cell]?.logic, logic.look != .none else { return nil }
    guard logic.look == .heaviest, let measure = cube.measure else { return logic }
    let weight = batch.vectors[measure].weight(row)
    if case .from(let least) = cube.noticing(cell), weight < least { return nil }
    if let least = cells[cell]?.heaviest.add(weight) { cube.notice(.from(least), of: cell) }
    return logic
  }

  /// The number of what is made of a cell; nil where that was not asked since the cube grew.
  func number(of cell: Int, _ cube: CodeCube) -> Int? {
    if case .unasked = cube.noticing(cell) { return nil }
    return cells[cell]?.number
  }
}

/// The weights of the heaviest rows of a cell so far, as many as a report may show.
private struct Heaviest {
  private var weights: [Int64] = []
  private static let limit = 20

  /// Takes a weight in; gives the least that still belongs to them, once there are enough.
  mutating func add(_ weight: Int64) -> Int64? {
    let place = weights.firstIndex { $0 < weight } ?? weights.count
    weights.insert(weight, at: place)
    if weights.count > Self.limit { weights.removeLast() }
    return weights.count == Self.limit ? weights.last : nil
  }
}
