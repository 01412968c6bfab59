/// Adding rows, and taking them out again.
extension CodeCube {
  /// Adds the rows of a block but for odd ones, and gives those that are to be looked at, in order.
  package func add(
    _ vectors: [ColumnVector], _ count: Int, without odd: Set<Int>
  ) -> [Int] {
    makeRoom(count)
    place(vectors, count)
    let nowhere = UInt32(1 << bits.reduce(0, +))
    for row in odd { unsafe places[row] = nowhere }
    unsafe sums[Int(nowhere)].noticing = .max
    let noticed: [Int]
    if let measure {
      let (factor, isOver) = vectors[measure].largest.multipliedReportingOverflow(by: UInt64(count))
      bound = isOver ? .max : bound.addingReportingOverflow(factor).overflow ? .max : bound + factor
      if bound >= 1 << 62 {
        widen()
        bound = factor
      }
      noticed = unsafe addNumbers(vectors[measure].numbers, count)
    } else {
      noticed = addRows(count)
    }
    for row in noticed where unsafe sums[Int(places[row])].noticing == Self.unmet {
      let cell = Int(unsafe places[row])
      met.append(cell)
      unsafe sums[cell].noticing = Self.unasked
    }
    return noticed
  }

  private func makeRoom(_ count: Int) {
    guard room < count else { return }
    unsafe places.deallocate()
    room = count + count / 2
    unsafe places = .allocate(capacity: room)
  }

  /// Finds the cell of each row, two axes at a time.
  private func place(_ vectors: [ColumnVector], _ count: Int) {
    let places = unsafe self.places
    guard let first = axes.first else {
      unsafe places.update(repeating: 0, count: count)
      return
    }
    var rest = axes.indices.dropFirst()
    let firstCodes = unsafe vectors[first].codes
    unsafe tables[0].withUnsafeBufferPointer { table in
      guard let second = rest.popFirst() else {
        for row in 0..<count { unsafe places[row] = unsafe table[Int(firstCodes[row])] }
        return
      }
      let secondCodes = unsafe vectors[axes[second]].codes
      unsafe tables[second].withUnsafeBufferPointer { other in
        for row in 0..<count {
          unsafe places[row] = unsafe table[Int(firstCodes[row])] | other[Int(secondCodes[row])]
        }
      }
    }
    while let axis = rest.popFirst() {
      let codes = unsafe vectors[axes[axis]].codes
      unsafe tables[axis].withUnsafeBufferPointer { table in
        guard let next = rest.popFirst() else {
          for row in 0..<count { unsafe places[row] |= unsafe table[Int(codes[row])] }
          return
        }
        let nextCodes = unsafe vectors[axes[next]].codes
        unsafe tables[next].withUnsafeBufferPointer { other in
          for row in 0..<count {
            unsafe places[row] |= unsafe table[Int(codes[row])] | other[Int(nextCodes[row])]
          }
        }
      }
    }
  }

  /// Takes a row of the block out again, which counts elsewhere.
  package func remove(_ row: Int, _ vectors: [ColumnVector]) {
    let cell = unsafe sums + Int(places[row])
    unsafe cell.pointee.rows &-= 1
    if let measure { unsafe cell.pointee.sum &-= unsafe vectors[measure].numbers[row] }
  }

  private func addNumbers(_ numbers: UnsafeMutablePointer<Int64>, _ count: Int) -> [Int] {
    let (sums, places) = unsafe (self.sums, self.places)
    var noticed: [Int] = []
    for row in 0..<count {
      let cell = unsafe sums + Int(places[row])
      let number = unsafe numbers[row]
      unsafe cell.pointee.rows &+= 1
      unsafe cell.pointee.sum &+= number
      let weight = Int64(bitPattern: UInt64(number.magnitude))
      unsafe cell.pointee.largest = max(cell.pointee.largest, weight)
      if unsafe weight >= cell.pointee.noticing { noticed.append(row) }
    }
    return noticed
  }

  private func addRows(_ count: Int) -> [Int] {
    let (sums, places) = unsafe (self.sums, self.places)
    var noticed: [Int] = []
    for row in 0..<count {
      let cell = unsafe sums + Int(places[row])
      unsafe cell.pointee.rows &+= 1
      if unsafe 1 >= cell.pointee.noticing { noticed.append(row) }
    }
    return noticed
  }
}
