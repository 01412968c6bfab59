package import Diagnostics

/// Splits blocks of bytes into records; where the blocks are cut makes no difference.
///
/// It takes UTF-8 (or any encoding that keeps ASCII) and knows nothing of files, headers or
/// types. A splitter that works otherwise inside may stand in for it behind the same two methods.
package struct RecordSplitter: Sendable {
  /// The kind of each byte. An array: 256 bytes in the splitter itself would be copied at each call.
  private let kinds: [ByteKind]
  private let limit: Int
  private var state = SplitState.start
  private var lines: LineTracker
  /// Whether a record has begun.
  private var inRecord = false
  /// Where it began in the present block, and how many of its bytes earlier blocks held.
  private var recordStart = 0
  private var recordEarlier = 0
  /// Where the last quote was opened. Its position is found when it is needed or its block ends:
  /// counting columns at each quote would take time in the square of a line's length.
  private var opened = Opened.earlier(Position(line: 1, column: 1))

  private enum Opened: Sendable {
    case inBlock(LineTracker, Int)
    case earlier(Position)
  }

  /// A splitter at the beginning of a line. `limit` is the largest length of a record in bytes.
  /// A zero byte is refused, since it tells of a binary file, unless it `takesZeroBytes` for text.
  package init(
    delimiter: UInt8, quote: UInt8, limit: Int = 4 << 20, line: Int = 1,
    takesZeroBytes: Bool = false
  ) {
    var kinds = [ByteKind](repeating: .plain, count: 256)
    if !takesZeroBytes { kinds[0] = .null }
    kinds[0x0A] = .lineFeed
    kinds[0x0D] = .carriageReturn
    kinds[Int(delimiter)] = .delimiter
    kinds[Int(quote)] = .quote
    self.kinds = kinds
    self.limit = limit
    lines = LineTracker(line: line)
  }

  /// Reads on at `index` until a record is complete (true) or the block is used up (false); the
  /// next block then goes on where this one ended.
  package mutating func next(
    in block: Span<UInt8>, from index: inout Int, into record: inout Record
  ) throws(SplitError) -> Bool {
    begin(at: index, &record)
    record.reserve(block.count - index)
    while index < block.count {
      switch state {
      case .start, .unquoted: copyFields(block, &index, &record)
      case .quoted: copyQuoted(block, &index, &record)
      case .closing, .afterReturn: break
      }
      guard index < block.count else { break }
      if try step(block, &index, &record) { return true }
    }
    try suspend(block, record.line)
    return false
  }

  /// Ends the input: true where a last record without a line end is complete.
  package mutating func finish(into record: inout Record) throws(SplitError) -> Bool {
    switch state {
    case .quoted: throw SplitError(kind: .unclosedQuote, position: openPosition([UInt8]().span))
    case .afterReturn:
      let behind = here
      throw SplitError(
        kind: .bareReturn, position: Position(line: behind.line, column: behind.column - 1))
    case .start, .unquoted, .closing: break
    }
    guard inRecord, recordEarlier > 0 else { return false }
    record.ends.append(record.used)
    inRecord = false
    state = .start
    return true
  }

  /// The position after the last byte taken, between blocks.
  package var here: Position {
    let nothing: [UInt8] = []
    return lines.position(nothing.span, 0)
  }

  private mutating func begin(at index: Int, _ record: inout Record) {
    guard !inRecord else { return }
    inRecord = true
    recordStart = index
    recordEarlier = 0
    record.clear(line: lines.line)
  }

  /// The inner loop outside quotes: fields up to a byte that is neither theirs nor behind them.
  private mutating func copyFields(
    _ block: Span<UInt8>, _ index: inout Int, _ record: inout Record
  ) {
    let table = kinds
    let kinds = table.span
    var (at, used, isAtStart) = (index, record.used, state == .start)
    var ends: [Int] = []
    swap(&ends, &record.ends)
    var out = record.storage.mutableSpan
    while at < block.count {
      let begin = at
      while at < block.count, kinds[Int(block[at])] == .plain {
        out[used] = block[at]
        used += 1
        at += 1
      }
      if at > begin { isAtStart = false }
      guard at < block.count, kinds[Int(block[at])] == .delimiter else { break }
      ends.append(used)
      isAtStart = true
      at += 1
    }
    swap(&ends, &record.ends)
    (index, record.used, state) = (at, used, isAtStart ? .start : .unquoted)
  }

  /// The inner loop within quotes: bytes that mean nothing there.
  private func copyQuoted(_ block: Span<UInt8>, _ index: inout Int, _ record: inout Record) {
    let kinds = kinds.span
    var (at, used) = (index, record.used)
    var out = record.storage.mutableSpan
    while at < block.count {
      let byte = block[at]
      let kind = kinds[Int(byte)]
      guard kind == .plain || kind == .delimiter || kind == .carriageReturn else { break }
      out[used] = byte
      used += 1
      at += 1
    }
    (index, record.used) = (at, used)
  }

  /// Takes one byte; true where it ended the record.
  private mutating func step(
    _ block: Span<UInt8>, _ index: inout Int, _ record: inout Record
  ) throws(SplitError) -> Bool {
    let byte = block[index]
    switch splitStep(state, kinds[Int(byte)]) {
    case .fail(let kind): throw failure(kind, block, index)
    case .skip(let next): state = next
    case .open:
      opened = .inBlock(lines, index)
      state = .quoted
    case .copy(let next):
      record.append(byte)
      state = next
    case .endField:
      record.ends.append(record.used)
      state = .start
    case .endRecord:
      record.ends.append(record.used)
      state = .start
      inRecord = false
    }
    index += 1
    if byte == 0x0A { lines.newLine(at: index) }
    if !inRecord { try checkLength(block, upTo: index, record.line) }
    return !inRecord
  }

  private func failure(_ kind: SplitError.Kind, _ block: Span<UInt8>, _ index: Int) -> SplitError {
    let place = lines.position(block, index)
    let back = kind == .textAfterQuote || kind == .bareReturn ? 1 : 0
    return SplitError(
      kind: kind, position: Position(line: place.line, column: max(1, place.column - back)))
  }

  private mutating func suspend(_ block: Span<UInt8>, _ line: Int) throws(SplitError) {
    try checkLength(block, upTo: block.count, line)
    opened = .earlier(openPosition(block))
    recordEarlier += block.count - recordStart
    recordStart = 0
    lines.endBlock(block)
  }

  private func openPosition(_ block: Span<UInt8>) -> Position {
    switch opened {
    case .inBlock(let lines, let index): lines.position(block, index)
    case .earlier(let position): position
    }
  }

  private func checkLength(
    _ block: Span<UInt8>, upTo end: Int, _ line: Int
  ) throws(SplitError) {
    guard recordEarlier + end - recordStart > limit else { return }
    let inQuote = state == .quoted
    throw SplitError(
      kind: .tooLong(limit: limit, inQuote: inQuote),
      position: inQuote ? openPosition(block) : Position(line: line, column: 1))
  }
}
