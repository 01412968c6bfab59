import Diagnostics

/// Records of a file of separated values.
struct CSVSource: TableSource {
  private var text: TextBlocks
  private var splitter: RecordSplitter
  private var index = 0
  /// What was mended or inferred.
  let notices: [Diagnostic]
  private let observe: ((ArraySlice<UInt8>) -> Void)?
  /// The line of the headers.
  let headerLine: Int

  var file: OpenFile { text.file }
  var encoding: TextEncoding { text.encoding }

  /// Opens a file and goes to its headers. `observe` is shown all bytes of the file in order.
  init(
    _ path: String, shownAs: String, format: CSVFormat, schema: [ColumnSchema],
    hidden: Bool, observe: ((ArraySlice<UInt8>) -> Void)?
  ) throws(Diagnostic) {
    if let problem = format.problem {
      throw Diagnostic(
        .error, problem, at: .file(shownAs), help: "correct `format` in the institution file")
    }
    self.observe = observe
    text = try TextBlocks(path, shownAs: shownAs, encoding: format.encoding)
    do throws(TextBlocks.BlockError) { _ = try text.advance(observe) } catch {
      throw ReadMessage.stopped(error, Position(line: 1, column: 1), shownAs, text.encoding)
    }
    if let refusal = ReadMessage.refusal(text.beginning, isEmpty: text.isEmpty, shownAs) {
      throw refusal
    }
    switch format.header {
    case .line(let line): headerLine = line
    case .auto:
      let block = text.block
      headerLine = try HeaderSearch(format: format, schema: schema, file: shownAs, hidden: hidden)
        .line(
          in: block.span.extracting(0..<text.count),
          isWhole: text.file.stamp.size <= Int64(TextBlocks.blockSize))
    }
    notices = ReadMessage.notices(text.mark, asked: format.encoding, used: text.encoding, shownAs)
    splitter = RecordSplitter(delimiter: format.delimiter, quote: format.quote, line: headerLine)
    try skipLines(headerLine - 1)
  }

  mutating func next(into record: inout Record) throws(Diagnostic) -> Bool {
    while true {
      do throws(SplitError) {
        let block = text.block
        let bytes = block.span.extracting(0..<text.count)
        if try splitter.next(in: bytes, from: &index, into: &record) { return true }
      } catch {
        throw ReadMessage.split(error, text.file.shownAs)
      }
      guard try advance(splitter.here) else { return try finish(&record) }
    }
  }

  func checkUnchanged() throws(Diagnostic) {
    try text.file.checkUnchanged(bytesRead: text.bytesRead)
  }

  private mutating func finish(_ record: inout Record) throws(Diagnostic) -> Bool {
    do throws(SplitError) { return try splitter.finish(into: &record) } catch {
      throw ReadMessage.split(error, text.file.shownAs)
    }
  }

  private mutating func advance(_ here: Position) throws(Diagnostic) -> Bool {
    index = 0
    do throws(TextBlocks.BlockError) { return try text.advance(observe) } catch {
      throw ReadMessage.stopped(error, here, text.file.shownAs, text.encoding)
    }
  }

  private mutating func skipLines(_ count: Int) throws(Diagnostic) {
    var left = count
    while left > 0 {
      while left > 0, index < text.count {
        if text.block[index] == 0x0A { left -= 1 }
        index += 1
      }
      guard left > 0 else { return }
      guard try advance(Position(line: count - left + 1, column: 1)) else {
        throw ReadMessage.pastTheEnd(line: count + 1, lines: count - left + 1, text.file.shownAs)
      }
    }
  }
}
