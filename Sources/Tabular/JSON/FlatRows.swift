/// The rows of one unit, flat: cells of objects that several rows share are held once.
struct FlatRows {
  /// A cell: its column, and where its text stands in `text`.
  struct Cell {
    let column: Int
    let text: Range<Int>
  }

  /// A row: the line of its innermost object, and the objects whose cells it has.
  struct Row {
    let line: Int
    let objects: [Int]
  }

  /// How many cells there may be, and how many bytes of text: a value that many objects refer to
  /// is written for each of them.
  static let cellLimit = 4 << 20
  static let textLimit = 256 << 20

  private(set) var cells: [Cell] = []
  /// Where the cells of each object begin.
  private var starts: [Int] = []
  private(set) var rows: [Row] = []
  private(set) var text: [UInt8] = []

  /// How many objects there are.
  var objectCount: Int { starts.count }
  /// Whether there is more than may be.
  var isTooLarge: Bool { cells.count > Self.cellLimit || text.count > Self.textLimit }

  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  mutating func beginObject() { starts.append(cells.count) }

  mutating func add(_ row: Row) { rows.append(row) }

  /// Adds a cell of the last object, its text written by `write`.
  mutating func add(_ column: Int, _ write: (inout [UInt8]) -> Void) {
    let start = text.count
    write(&text)
    cells.append(Cell(column: column, text: start..<text.count))
  }

  /// The cells of an object.
  func cells(of object: Int) -> ArraySlice<Cell> {
    let end = starts.indices.contains(object + 1) ? starts[object + 1] : cells.count
    return cells[starts[object]..<end]
  }
}
