/// The columns of the regular rows of one block after another, as one thread reads them.
package final class ColumnBatch {
  /// The block at hand.
  package let block: RowBlock
  /// The columns, in the order of the requests.
  package let vectors: [ColumnVector]
  private let delimiter: UInt8
  /// The places of vectors whose codes were forgotten before this block.
  package private(set) var forgotten: [Int] = []

  init(_ file: ColumnFile, _ requests: [ColumnFile.Request]) {
    let decoders = file.gate.decoder.columns
    block = RowBlock(
      file.feed, width: file.gate.decoder.map.headers.count, delimiter: file.delimiter)
    delimiter = file.delimiter
    vectors = requests.map { request in
      let decoder = decoders[request.column]
      var headers: [[UInt8]] = []
      if case .field(let field) = decoder.place {
        headers = file.gate.repeatedHeaders.cells(of: field)
      }
      return ColumnVector(
        request.column, request.form, decoder, headers: headers, quote: file.feed.quote)
    }
  }

  /// Reads the next block; false at the end of the file.
  package func next() throws(BlockFeed.Trouble) -> Bool {
    guard try block.next() else { return false }
    forgotten = vectors.indices.filter { vectors[$0].resetIfFull() }
    for vector in vectors { vector.read(block) }
    return true
  }

  /// The regular rows that are to be read one by one: with a cell that nobody can read or that may
  /// be a header, with a word such as "Total", or blank.
  package func oddRows(orWithoutAnyOf texts: [Int]) -> Set<Int> {
    var result: Set<Int> = []
    for vector in vectors { result.formUnion(vector.oddRows(block.count)) }
    let words = block.rowsWithWords
    if !words.isEmpty {
      let places = Set(words)
      for row in 0..<block.count where places.contains(block.place(of: row)) { result.insert(row) }
    }
    // A row of delimiters alone is none.
    if let first = vectors.first(where: { !$0.isConstant }) {
      for row in first.blankRows(among: nil, block.count)
      where block.isBlank(row, delimiter: delimiter) {
        result.insert(row)
      }
    }
    if let first = texts.first {
      var rows = vectors[first].blankRows(among: nil, block.count)
      for text in texts.dropFirst() where !rows.isEmpty {
        rows = vectors[text].blankRows(among: rows, block.count)
      }
      result.formUnion(rows)
    }
    return result
  }

  /// What the numbers of a column add up to over some regular rows: so few that 64 bits hold it.
  package func sum(of vector: Int, in rows: Range<Int>) -> Int128 {
    let numbers = unsafe vectors[vector].numbers
    var result: Int64 = 0
    for row in rows { unsafe result &+= numbers[row] }
    return Int128(result)
  }

  /// Notes which distinct cells of a column stand in some regular rows.
  package func note(_ isMet: inout [Bool], of vector: Int, in rows: Range<Int>) {
    let codes = unsafe vectors[vector].codes
    for row in rows { isMet[Int(unsafe codes[row])] = true }
  }

  /// Notes for each distinct cell of a column the first day that a row with it is of; `days` gives
  /// the day of each code of the column of dates.
  package func note(
    _ first: inout [Int32], of vector: Int, dates: Int?, days: [Int32]
  ) {
    let codes = unsafe vectors[vector].codes
    guard let dates else {
      for row in 0..<block.count { first[Int(unsafe codes[row])] = .min }
      return
    }
    let dateCodes = unsafe vectors[dates].codes
    for row in 0..<block.count {
      let day = days[Int(unsafe dateCodes[row])]
      let code = Int(unsafe codes[row])
      if day < first[code] { first[code] = day }
    }
  }
}
