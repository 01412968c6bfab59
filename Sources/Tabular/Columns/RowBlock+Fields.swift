import CScan

extension RowBlock {
  /// Where the cells of one field stand, row after row.
  @unsafe struct Fields {
    let text: UnsafePointer<UInt8>
    let ends: UnsafePointer<UInt32>
    let starts: UnsafePointer<UInt32>
    let firsts: UnsafePointer<UInt32>
    let field: Int
    let isLast: Bool

    /// A cell as it stands in the file, quotes included.
    @inline(__always)
    func cell(_ row: Int) -> (UnsafePointer<UInt8>, Int) {
      let first = unsafe Int(firsts[row]) &+ field
      let start = unsafe field == 0 ? Int(starts[row]) : Int(ends[first &- 1]) &+ 1
      var end = unsafe Int(ends[first])
      if unsafe isLast, end > start, unsafe text[end &- 1] == 0x0D { end &-= 1 }
      return unsafe (text + start, end &- start)
    }

    /// The cells of the first rows, for loops over many of them.
    func rows(_ count: Int) -> holdfast_cell_rows {
      unsafe holdfast_cell_rows(
        text: text, ends: ends, starts: starts, firsts: firsts, count: count, field: field,
        is_last: isLast ? 1 : 0)
    }
  }

  /// The cells of a field, to be used until the next block.
  func fields(_ field: Int) -> Fields {
    unsafe Fields(
      text: UnsafePointer(buffer.bytes + origin), ends: scan.firstEnd,
      starts: starts, firsts: firsts, field: field, isLast: field == width - 1)
  }

  /// Whether a regular row holds nothing but blanks, quotes and delimiters.
  func isBlank(_ row: Int, delimiter: UInt8) -> Bool {
    let start = unsafe Int(starts[row])
    let end = Int(unsafe scan.ends[Int(scan.rowEnds[place(of: row)])])
    for index in start..<end {
      let byte = unsafe buffer.bytes[origin + index]
      let isNothing =
        byte == delimiter || byte == feed.quote || byte == 0x20 || byte == 0x09 || byte == 0x0D
        || byte == 0x0A || byte == 0xC2 || byte == 0xA0
      if !isNothing { return false }
    }
    return true
  }
}
