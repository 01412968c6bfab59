/// Sums of rows by the classes that several columns put them into.
///
/// Each axis is a column, whose codes are put into classes, numbered from 0. A cell of the cube
/// holds the rows of one class of each axis. A row costs one look-up an axis and one addition,
/// however many conditions the classes were made from.
@safe package final class CodeCube {
  /// What is known of the rows of a cell.
  private struct Sum {
    var rows: Int64 = 0
    var sum: Int64 = 0
    /// Rows whose number is at least so far from zero are to be looked at one by one.
    var threshold: Int64 = -1
  }

  /// The columns, by their place among the vectors.
  package let axes: [Int]
  /// The column whose numbers are added up, likewise; nil where rows are only counted.
  package let measure: Int?
  private var bits: [Int]
  private var shifts: [Int] = []
  /// The class of each code, moved to its place in the index of a cell.
  private var tables: [[UInt32]]
  private var sums: UnsafeMutablePointer<Sum>
  private var size = 0
  /// Sums that were moved here before 64 bits could overflow.
  private var wide: [Int: Int128] = [:]
  private var bound: UInt64 = 0
  private var places: UnsafeMutablePointer<UInt32>
  private var room = 0

  /// How many cells there may be.
  private static let limit = 21

  /// A cube over columns.
  package init(axes: [Int], measure: Int?) {
    self.axes = axes
    self.measure = measure
    bits = axes.map { _ in 0 }
    tables = axes.map { _ in [] }
    unsafe sums = .allocate(capacity: 0)
    unsafe places = .allocate(capacity: 0)
    layOut(from: nil)
  }

  deinit {
    unsafe sums.deallocate()
    unsafe places.deallocate()
  }

  /// Says the classes of further codes of an axis, in order; false where there are too many classes
  /// for the memory that a cube may take.
  package func add(_ classes: [Int32], to axis: Int) -> Bool {
    let highest = classes.max() ?? 0
    if highest >= 1 << bits[axis] {
      let old = bits
      while highest >= 1 << bits[axis] { bits[axis] += 1 }
      guard bits.reduce(0, +) <= Self.limit else { return false }
      layOut(from: old)
    }
    tables[axis] += classes.map { UInt32($0) << UInt32(shifts[axis]) }
    return true
  }

  /// Forgets the codes of an axis; the classes stay.
  package func forgetCodes(of axis: Int) { tables[axis].removeAll(keepingCapacity: true) }

  /// Puts all cells where they stand with new numbers of bits.
  private func layOut(from old: [Int]?) {
    let (oldSums, oldSize, oldShifts) = unsafe (sums, size, shifts)
    shifts = bits.indices.map { bits[..<$0].reduce(0, +) }
    size = 1 << bits.reduce(0, +)
    unsafe sums = .allocate(capacity: size)
    unsafe sums.initialize(repeating: Sum(), count: size)
    guard let old else { return }
    var moved: [Int: Int128] = [:]
    for index in 0..<oldSize {
      var place = 0
      for axis in bits.indices {
        let part = (index >> oldShifts[axis]) & ((1 << old[axis]) - 1)
        place |= part << shifts[axis]
      }
      unsafe sums[place] = unsafe oldSums[index]
      // Whoever keeps account of cells has to begin anew.
      unsafe sums[place].threshold = -1
      if let sum = wide[index] { moved[place] = sum }
    }
    wide = moved
    for axis in tables.indices where shifts[axis] != oldShifts[axis] {
      tables[axis] = tables[axis].map { ($0 >> UInt32(oldShifts[axis])) << UInt32(shifts[axis]) }
    }
    unsafe oldSums.deallocate()
  }

  /// Adds the rows of a block, and gives those that are to be looked at, in order.
  package func add(_ vectors: [ColumnVector], _ count: Int) -> [Int] {
    place(vectors, count)
    guard let measure else { return addRows(count) }
    let (factor, isOver) = vectors[measure].largest.multipliedReportingOverflow(by: UInt64(count))
    bound = isOver ? .max : bound.addingReportingOverflow(factor).overflow ? .max : bound + factor
    if bound >= 1 << 62 {
      widen()
      bound = factor
    }
    return unsafe addNumbers(vectors[measure].numbers, count)
  }

  /// Finds the cell of each row.
  private func place(_ vectors: [ColumnVector], _ count: Int) {
    if room < count {
      unsafe places.deallocate()
      room = count + count / 2
      unsafe places = .allocate(capacity: room)
    }
    let places = unsafe self.places
    guard let first = axes.first else {
      unsafe places.update(repeating: 0, count: count)
      return
    }
    let firstCodes = unsafe vectors[first].codes
    unsafe tables[0].withUnsafeBufferPointer { table in
      for row in 0..<count { unsafe places[row] = unsafe table[Int(firstCodes[row])] }
    }
    for axis in axes.indices.dropFirst() {
      let codes = unsafe vectors[axes[axis]].codes
      unsafe tables[axis].withUnsafeBufferPointer { table in
        for row in 0..<count { unsafe places[row] |= unsafe table[Int(codes[row])] }
      }
    }
  }

  private func addNumbers(_ numbers: UnsafeMutablePointer<Int64>, _ count: Int) -> [Int] {
    let (sums, places) = unsafe (self.sums, self.places)
    var noticed: [Int] = []
    for row in 0..<count {
      let cell = unsafe sums + Int(places[row])
      let number = unsafe numbers[row]
      unsafe cell.pointee.rows &+= 1
      unsafe cell.pointee.sum &+= number
      if unsafe Int64(bitPattern: UInt64(number.magnitude)) >= cell.pointee.threshold {
        noticed.append(row)
      }
    }
    return noticed
  }

  private func addRows(_ count: Int) -> [Int] {
    let (sums, places) = unsafe (self.sums, self.places)
    var noticed: [Int] = []
    for row in 0..<count {
      let cell = unsafe sums + Int(places[row])
      unsafe cell.pointee.rows &+= 1
      if unsafe 1 >= cell.pointee.threshold { noticed.append(row) }
    }
    return noticed
  }

  /// Takes a row of the block out again.
  package func remove(_ row: Int, _ vectors: [ColumnVector]) {
    let cell = unsafe sums + Int(places[row])
    unsafe cell.pointee.rows &-= 1
    if let measure { unsafe cell.pointee.sum &-= unsafe vectors[measure].numbers[row] }
  }

  /// The cell of a row of the block.
  package func cell(of row: Int) -> Int { Int(unsafe places[row]) }

  /// The class of a cell on each axis.
  package func classes(of cell: Int) -> [Int] {
    bits.indices.map { (cell >> shifts[$0]) & ((1 << bits[$0]) - 1) }
  }

  /// From where on rows of a cell are looked at one by one; -1 where nobody has said yet.
  package func threshold(of cell: Int) -> Int64 { unsafe sums[cell].threshold }

  /// Says from where on.
  package func setThreshold(_ threshold: Int64, of cell: Int) {
    unsafe sums[cell].threshold = threshold
  }

  private func widen() {
    for index in 0..<size where unsafe sums[index].sum != 0 {
      wide[index, default: 0] += Int128(unsafe sums[index].sum)
      unsafe sums[index].sum = 0
    }
  }

  /// Shows every cell that has rows: its class on each axis, how many rows and their sum.
  package func forEach(_ body: ([Int], Int, Int128) -> Void) {
    for index in 0..<size where unsafe sums[index].rows > 0 {
      let (rows, sum) = unsafe (sums[index].rows, sums[index].sum)
      body(classes(of: index), Int(rows), Int128(sum) + (wide[index] ?? 0))
    }
  }
}
