/// The rows that begin in one block of a file, cut into fields. One is filled again and again.
///
/// Rows that have as many fields as the table has headers are the regular ones, which are numbered
/// from 0; all others are left to the reader of single rows.
@safe package final class RowBlock {
  let feed: BlockFeed
  let width: Int
  let buffer: RawBuffer
  let scan: StructuralScan
  /// Where the text of the rows begins in the buffer.
  private(set) var origin = 0
  private(set) var length = 0
  /// The number of the block in its file, from 0.
  package private(set) var number = 0
  private var lineOfFirstRow = 0
  /// How many rows are regular.
  package private(set) var count = 0
  /// For each regular row: where it begins, the place of its first field among the ends, and its
  /// place among all rows.
  private(set) var starts: UnsafeMutablePointer<UInt32>
  private(set) var firsts: UnsafeMutablePointer<UInt32>
  private(set) var places: UnsafeMutablePointer<UInt32>
  private var room = 0
  /// The places of the other rows among all.
  package private(set) var irregular: [Int] = []

  /// Blocks of a feed whose regular rows have so many fields.
  package init(_ feed: BlockFeed, width: Int, delimiter: UInt8) {
    self.feed = feed
    self.width = width
    buffer = RawBuffer(feed.size + Self.overshoot + 256)
    scan = StructuralScan(delimiter: delimiter, quote: feed.quote)
    unsafe starts = .allocate(capacity: 0)
    unsafe firsts = .allocate(capacity: 0)
    unsafe places = .allocate(capacity: 0)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe firsts.deallocate()
    unsafe places.deallocate()
  }

  /// How many bytes behind a block are read with it, for the end of its last row.
  private static let overshoot = 4096
  /// Room in front, so that a few bytes may be read that stand before a field.
  private static let front = 64

  /// Takes the next block; false at the end of the file.
  package func next() throws(BlockFeed.Trouble) -> Bool {
    guard let (number, place, count) = feed.take() else { return false }
    self.number = number
    let got = try read(place, count)
    let text = Self.front + 1
    let bytes = unsafe UnsafeRawBufferPointer(start: buffer.bytes + text, count: count)
    let counts = unsafe StructuralScan.count(bytes, quote: feed.quote)
    let beginning = feed.begin(number, counts)
    try cut(beginning, text..<text + count, got: text + got, counts.quotes, place)
    return true
  }

  /// Reads a block with the byte before it and some behind it; how many bytes from its beginning on.
  private func read(_ place: Int64, _ count: Int) throws(BlockFeed.Trouble) -> Int {
    buffer.grow(to: Self.front + 1 + count + Self.overshoot + 128)
    unsafe buffer.bytes[Self.front] = 0x0A
    let before = place > 0 && number > 0 ? 1 : 0
    let wanted = before + count + Self.overshoot
    let got = try fill(Self.front + 1 - before, wanted, at: place - Int64(before)) - before
    guard got >= count else { throw BlockFeed.Trouble() }
    return got
  }

  private func fill(_ offset: Int, _ count: Int, at place: Int64) throws(BlockFeed.Trouble) -> Int {
    do throws(SystemError) {
      return try feed.file.read(count, at: place, into: buffer, from: offset)
    } catch {
      throw BlockFeed.Trouble()
    }
  }

  /// Finds the rows that begin in the block.
  private func cut(
    _ beginning: BlockFeed.Beginning, _ block: Range<Int>, got: Int, _ quotes: Int,
    _ place: Int64
  ) throws(BlockFeed.Trouble) {
    var line = beginning.line
    origin = block.lowerBound
    if beginning.isInQuotes || (unsafe buffer.bytes[origin - 1]) != 0x0A {
      var isQuoted = beginning.isInQuotes
      origin = rowEnd(block.lowerBound, block.upperBound, &isQuoted, &line) ?? block.upperBound
    }
    lineOfFirstRow = line
    guard origin < block.upperBound else {
      (length, count) = (0, 0)
      irregular.removeAll(keepingCapacity: true)
      return
    }
    let isInQuotes = beginning.isInQuotes != (quotes % 2 == 1)
    let end = try end(block, got, isInQuotes, place)
    guard end - origin <= feed.size + BlockFeed.longestRow else { throw BlockFeed.Trouble() }
    length = end - origin
    unsafe scan.scan(UnsafeRawBufferPointer(start: buffer.bytes + origin, count: length))
    guard scan.faults.isEmpty, lastRowLength <= BlockFeed.longestRow else {
      throw BlockFeed.Trouble()
    }
    sortRows()
  }

  private var lastRowLength: Int { length - start(ofRowAt: rowCount - 1) }

  /// Where a row begins, by its place among all.
  private func start(ofRowAt place: Int) -> Int {
    place == 0 ? 0 : Int(unsafe scan.ends[Int(scan.rowEnds[place - 1])]) + 1
  }

  /// Where the row goes on to that the block cuts, if it cuts one.
  private func end(
    _ block: Range<Int>, _ got: Int, _ isInQuotes: Bool, _ place: Int64
  ) throws(BlockFeed.Trouble) -> Int {
    if !isInQuotes, unsafe buffer.bytes[block.upperBound - 1] == 0x0A { return block.upperBound }
    var (isQuoted, line, from, limit) = (isInQuotes, 0, block.upperBound, got)
    while true {
      if let end = rowEnd(from, limit, &isQuoted, &line) { return end }
      from = limit
      guard limit - block.upperBound <= BlockFeed.longestRow else { throw BlockFeed.Trouble() }
      buffer.grow(to: limit + (64 << 10) + 128)
      let more = try fill(limit, 64 << 10, at: place + Int64(limit - block.lowerBound))
      limit += more
      guard more == 0 else { continue }
      // The last row of a file may lack its line end.
      guard !isQuoted, unsafe buffer.bytes[limit - 1] != 0x0D else { throw BlockFeed.Trouble() }
      unsafe buffer.bytes[limit] = 0x0A
      return limit + 1
    }
  }

  /// The first byte behind the row that goes on at `from`.
  private func rowEnd(
    _ from: Int, _ limit: Int, _ isQuoted: inout Bool, _ line: inout Int
  ) -> Int? {
    for index in from..<limit {
      let byte = unsafe buffer.bytes[index]
      if byte == feed.quote { isQuoted.toggle() }
      guard byte == 0x0A else { continue }
      line += 1
      if !isQuoted { return index + 1 }
    }
    return nil
  }

  /// Tells regular rows from others.
  private func sortRows() {
    let (ends, rowEnds) = unsafe (scan.ends, scan.rowEnds)
    let rows = rowEnds.count
    makeRoom(rows)
    let (starts, firsts, places) = unsafe (self.starts, self.firsts, self.places)
    irregular.removeAll(keepingCapacity: true)
    var (kept, first, start) = (0, 0, 0)
    for row in 0..<rows {
      let last = Int(unsafe rowEnds[row])
      if last - first + 1 == width {
        unsafe starts[kept] = UInt32(truncatingIfNeeded: start)
        unsafe firsts[kept] = UInt32(truncatingIfNeeded: first)
        unsafe places[kept] = UInt32(truncatingIfNeeded: row)
        kept += 1
      } else {
        irregular.append(row)
      }
      first = last + 1
      start = Int(unsafe ends[last]) + 1
    }
    count = kept
  }

  private func makeRoom(_ rows: Int) {
    guard room < rows else { return }
    unsafe starts.deallocate()
    unsafe firsts.deallocate()
    unsafe places.deallocate()
    room = rows + rows / 2
    unsafe starts = .allocate(capacity: room)
    unsafe firsts = .allocate(capacity: room)
    unsafe places = .allocate(capacity: room)
  }
}

/// Rows that are to be read one by one.
extension RowBlock {
  /// A row as it stands in the file, with its line.
  package struct Text: Sendable {
    /// The line on which it begins.
    package let line: Int
    /// Its bytes with the line end.
    package let bytes: [UInt8]
  }

  /// How many rows there are, regular or not.
  package var rowCount: Int { length == 0 ? 0 : unsafe scan.rowEnds.count }

  /// The place of a regular row among all rows.
  package func place(of row: Int) -> Int { Int(unsafe places[row]) }

  /// A row by its place among all.
  package func text(at place: Int) -> Text {
    let start = start(ofRowAt: place)
    let end = Int(unsafe scan.ends[Int(scan.rowEnds[place])]) + 1
    var line = lineOfFirstRow + place
    line += unsafe Array(scan.breaks).count { $0 < start }
    let bytes = unsafe UnsafeBufferPointer(start: buffer.bytes + origin + start, count: end - start)
    return Text(line: line, bytes: unsafe Array(bytes))
  }

  /// The places of the rows in which a word such as "Total" stands, in order.
  package var rowsWithWords: [Int] {
    var result: [Int] = []
    var row = 0
    for word in unsafe Array(scan.words) {
      while unsafe scan.ends[Int(scan.rowEnds[row])] < word { row += 1 }
      if result.last != row { result.append(row) }
    }
    return result
  }
}
