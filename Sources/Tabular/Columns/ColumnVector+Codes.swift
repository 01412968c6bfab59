import CScan

/// Codes for the cells of a column.
extension ColumnVector {
  /// Gives each row the code of its cell.
  ///
  /// Nearly all cells are found many at once, without a branch that depends on them: the table of a
  /// column with many distinct cells is too large for the nearest cache, and a processor that
  /// foretold a comparison wrong would wait for each cell by itself.
  func readCodes(_ block: RowBlock, _ field: Int) {
    let fields = unsafe block.fields(field)
    let others = unsafe holdfast_find_cells(
      fields.rows(block.count), dictionary.table, quote, codes, self.others)
    var lookup = unsafe dictionary.lookup
    for place in 0..<others {
      let row = Int(unsafe self.others[place])
      let (cell, length) = unsafe fields.cell(row)
      let isQuoted = unsafe length > 0 && cell[0] == quote
      var code = unsafe isQuoted ? -1 : lookup.code(cell, length)
      if code < 0 {
        code = unsafe self.code(cell, length)
        unsafe lookup = dictionary.lookup
      }
      unsafe codes[row] = code
    }
    hasOdd = dictionary.hasOdd
  }

  /// Tells only whether each cell says something.
  func readPresence(_ block: RowBlock, _ field: Int) {
    let fields = unsafe block.fields(field)
    let something = dictionary.somethingCode()
    for row in 0..<block.count {
      let (cell, count) = unsafe fields.cell(row)
      let isPlain = unsafe count > longestToken && Self.isPlain(cell, count, quote)
      unsafe codes[row] = unsafe isPlain ? something : code(cell, count)
    }
    hasOdd = dictionary.hasOdd
  }

  /// Whether a cell that is longer than any word that stands for nothing says something for certain:
  /// it has content, no blanks around it and no quotes.
  @inline(__always)
  private static func isPlain(
    _ cell: UnsafePointer<UInt8>, _ count: Int, _ quote: UInt8
  ) -> Bool {
    let (first, last) = unsafe (cell[0], cell[count &- 1])
    return first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80 && first != quote
  }

  @inline(never)
  private func code(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    if count > 0, unsafe cell[0] == quote { return unsafe quotedCode(cell, count) }
    return unsafe dictionary.code(cell, count)
  }

  private func quotedCode(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let inner = unsafe UnsafeBufferPointer(start: cell + 1, count: count - 2)
    guard unsafe inner.contains(quote) else {
      return unsafe dictionary.code(cell + 1, count - 2)
    }
    let bytes = unsafe Self.unquoted(inner, quote)
    return unsafe bytes.withUnsafeBufferPointer { whole in
      unsafe whole.baseAddress.map { unsafe dictionary.code($0, whole.count - 16) } ?? 0
    }
  }

  /// The bytes between quotes, doubled ones halved, and sixteen more that mean nothing.
  private static func unquoted(_ inner: UnsafeBufferPointer<UInt8>, _ quote: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    var wasQuote = false
    for byte in unsafe Array(inner) {
      if byte == quote, wasQuote {
        wasQuote = false
        continue
      }
      wasQuote = byte == quote
      result.append(byte)
    }
    return result + [UInt8](repeating: 0, count: 16)
  }
}
