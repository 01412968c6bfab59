/// Numbers in the cells of a column.
extension ColumnVector {
  func readNumbers(_ block: RowBlock, _ field: Int) {
    let fields = unsafe block.fields(field)
    let (numbers, marks, reader) = unsafe (self.numbers, self.marks, self.reader)
    var (all, some, isNumber) = (UInt64(0), UInt8(0), false)
    for row in 0..<block.count {
      let (cell, count) = unsafe fields.cell(row)
      let isQuoted = unsafe count > 1 && cell[0] == quote
      let mark =
        unsafe isQuoted
        ? reader.readQuoted(cell, count, quote, &numbers[row])
        : reader.read(cell, count, &numbers[row])
      unsafe marks[row] = mark
      some |= mark
      if mark == NumberReader.Mark.number { isNumber = true }
      all |= unsafe numbers[row].magnitude
    }
    largest = all
    if isNumber { saysNumber = true }
    hasMarks = some != 0
    hasOdd = some & 2 != 0 && (0..<block.count).contains { unsafe marks[$0] == 3 }
  }

  /// Tells on which side of the cuts each number lies.
  func readSides(_ count: Int, _ cuts: [Int64]) {
    let (codes, numbers, marks) = unsafe (self.codes, self.numbers, self.marks)
    for row in 0..<count { unsafe codes[row] = 0 }
    if cuts.count <= 8 {
      for cut in cuts {
        for row in 0..<count { unsafe codes[row] &+= numbers[row] >= cut ? 1 : 0 }
      }
    } else {
      for row in 0..<count { unsafe codes[row] = Self.side(of: numbers[row], cuts) }
    }
    guard hasMarks else { return }
    let none = Int32(cuts.count)
    for row in 0..<count where unsafe marks[row] != 0 {
      unsafe codes[row] = none + Int32(min(marks[row], 2))
    }
  }

  /// How many cuts are not above a number.
  private static func side(of number: Int64, _ cuts: [Int64]) -> Int32 {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return Int32(low)
  }
}
