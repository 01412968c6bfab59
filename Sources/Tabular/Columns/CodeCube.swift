import Glibc

/// Sums of rows by the classes that several columns put them into.
///
/// Each axis is a column, whose codes are put into classes, numbered from 0. A cell of the cube
/// holds the rows of one class of each axis. A row costs one look-up an axis and one addition,
/// however many conditions the classes were made from.
@safe package final class CodeCube {
  /// What is known of the rows of a cell. All zero until a row is met.
  struct Sum {
    var rows: Int64 = 0
    var sum: Int64 = 0
    /// No number of its rows is farther from zero.
    var largest: Int64 = 0
    var noticing: Int64 = 0
  }

  /// Which rows of a cell are noticed when they are added.
  package enum Noticing {
    /// Nobody has said yet: all are.
    case unasked
    /// All.
    case all
    /// Those whose number is at least so far from zero.
    case from(Int64)
    /// None.
    case none
  }

  /// The columns, by their place among the vectors.
  package let axes: [Int]
  /// How often all cells got other numbers.
  package private(set) var layouts = 0
  /// The column whose numbers are added up, likewise; nil where rows are only counted.
  package let measure: Int?
  /// The cells of which some row was met.
  package internal(set) var met: [Int] = []
  var bits: [Int]
  private var shifts: [Int] = []
  /// The class of each code, moved to its place in the index of a cell.
  var tables: [[UInt32]]
  private(set) var sums: UnsafeMutablePointer<Sum>
  /// Sums that were moved here before 64 bits could overflow.
  private var wide: [Int: Int128] = [:]
  var bound: UInt64 = 0
  var places: UnsafeMutablePointer<UInt32>
  var room = 0

  /// How many bits the number of a cell may have.
  private static let limit = 21

  /// A cube over columns; nil where there is no memory for it.
  package init?(axes: [Int], measure: Int?) {
    guard let sums = unsafe Self.empty(0) else { return nil }
    unsafe self.sums = sums
    self.axes = axes
    self.measure = measure
    bits = axes.map { _ in 0 }
    shifts = bits
    tables = axes.map { _ in [] }
    unsafe places = .allocate(capacity: 0)
  }

  deinit {
    unsafe free(sums)
    unsafe places.deallocate()
  }

  /// Memory of zeros, which takes no room where nothing is written, for cells whose numbers have so
  /// many bits and for one more: rows that do not count go there. Nil where there is none.
  private static func empty(_ bits: Int) -> UnsafeMutablePointer<Sum>? {
    let size = (1 << bits) + 1
    return unsafe calloc(size, MemoryLayout<Sum>.stride)?.bindMemory(to: Sum.self, capacity: size)
  }

  /// Says the classes of further codes of some axes, in order; false where there are too many
  /// classes for the memory that a cube may take.
  package func add(_ further: [(axis: Int, classes: [Int32])]) -> Bool {
    var wider = bits
    for (axis, classes) in further {
      let highest = classes.max() ?? 0
      while highest >= 1 << wider[axis] { wider[axis] += 1 }
    }
    if wider != bits {
      guard wider.reduce(0, +) <= Self.limit, layOut(wider) else { return false }
    }
    for (axis, classes) in further {
      tables[axis] += classes.map { UInt32($0) << UInt32(shifts[axis]) }
    }
    return true
  }

  /// Forgets the codes of an axis; the classes stay.
  package func forgetCodes(of axis: Int) { tables[axis].removeAll(keepingCapacity: true) }

  /// Puts all cells where they stand with new numbers of bits. Whoever keeps account of cells has to
  /// begin anew. False where there is no memory.
  private func layOut(_ wider: [Int]) -> Bool {
    guard let room = unsafe Self.empty(wider.reduce(0, +)) else { return false }
    let (old, oldSums) = unsafe (met.map { (classes(of: $0), $0) }, sums)
    let (oldShifts, oldWide) = (shifts, wide)
    bits = wider
    layouts += 1
    shifts = bits.indices.map { bits[..<$0].reduce(0, +) }
    unsafe sums = room
    (met, wide) = ([], [:])
    for (classes, index) in old {
      let place = zip(classes, shifts).reduce(0) { $0 | $1.0 << $1.1 }
      unsafe sums[place] = unsafe oldSums[index]
      unsafe sums[place].noticing = Self.unasked
      met.append(place)
      wide[place] = oldWide[index]
    }
    for axis in tables.indices where shifts[axis] != oldShifts[axis] {
      tables[axis] = tables[axis].map { ($0 >> UInt32(oldShifts[axis])) << UInt32(shifts[axis]) }
    }
    unsafe free(oldSums)
    return true
  }

  /// Moves sums to where they have more room.
  func widen() {
    for index in met where unsafe sums[index].sum != 0 {
      wide[index, default: 0] += Int128(unsafe sums[index].sum)
      unsafe sums[index].sum = 0
    }
  }

  /// The cell of a row of the block.
  package func cell(of row: Int) -> Int { Int(unsafe places[row]) }

  /// The class of a cell on each axis.
  package func classes(of cell: Int) -> [Int] {
    bits.indices.map { classNumber(of: cell, on: $0) }
  }

  /// The class of a cell on an axis.
  package func classNumber(of cell: Int, on axis: Int) -> Int {
    (cell >> shifts[axis]) & ((1 << bits[axis]) - 1)
  }

  /// What of a cell's number says its classes on some axes.
  package func mask(of axes: [Int]) -> Int {
    axes.reduce(0) { $0 | ((1 << bits[$1]) - 1) << shifts[$1] }
  }

  /// How many rows a cell has, what they add up to, and the number that is farthest from zero.
  package func sum(of cell: Int) -> (rows: Int, sum: Int128, largest: Int64) {
    let sum = unsafe sums[cell]
    return (Int(sum.rows), Int128(sum.sum) + (wide[cell] ?? 0), sum.largest)
  }
}

extension CodeCube {
  static let (unmet, unasked, all) = (Int64(0), Int64(-1), Int64(-2))

  /// Which rows of a cell are noticed.
  package func noticing(_ cell: Int) -> Noticing {
    switch unsafe sums[cell].noticing {
    case Self.unmet, Self.unasked: .unasked
    case Self.all: .all
    case .max: .none
    case let weight: .from(weight)
    }
  }

  /// Says which rows of a cell are to be noticed from now on.
  package func notice(_ noticing: Noticing, of cell: Int) {
    let number =
      switch noticing {
      case .unasked: Self.unasked
      case .all: Self.all
      // Zero is kept for cells without rows, and every weight is at least zero.
      case .from(let weight): weight > 0 ? weight : Self.all
      case .none: Int64.max
      }
    unsafe sums[cell].noticing = number
  }
}
