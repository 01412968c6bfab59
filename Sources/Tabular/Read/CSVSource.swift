import Diagnostics

/// Records of a file of separated values.
struct CSVSource: TableSource {
  private var text: TextBlocks
  private var splitter: RecordSplitter
  private var index = 0
  private var isFirstBlock = true
  /// What was mended or inferred.
  let notices: [Diagnostic]
  private let observe: ((ArraySlice<UInt8>) -> Void)?
  private let path: String
  private let format: CSVFormat
  private let hidden: Bool
  /// The line of the headers; without headers, the first.
  let headerLine: Int

  var file: OpenFile { text.file }
  var encoding: TextEncoding { text.encoding }
  var headerRows: Int { format.header == .none ? 0 : format.headerRows }
  var separator: String? { format.separator }

  /// Where in the file the next record begins, and its line; nil where the text is not the bytes of
  /// the file, or the headers go on past the first block.
  var place: (offset: Int64, line: Int)? {
    guard text.isPlain, isFirstBlock else { return nil }
    return (Int64(text.markLength + index), splitter.here.line)
  }

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
    self.path = path
    self.format = format
    self.hidden = hidden
    text = try Self.opened(path, shownAs, format.encoding, observe)
    switch format.header {
    case .line(let line): headerLine = line
    case .none: headerLine = 1
    case .auto:
      var search = HeaderSearch(schema, file: shownAs, hidden: hidden)
      if let problem = search.problem { throw problem }
      guard let line = Self.line(&search, text, format) else { throw search.notFound() }
      headerLine = line
    }
    notices = ReadMessage.notices(text.mark, asked: format.encoding, used: text.encoding, shownAs)
    splitter = RecordSplitter(delimiter: format.delimiter, quote: format.quote, line: headerLine)
    try skipLines(headerLine - 1)
  }

  /// The text from its first block on, where it is one that may hold a table.
  static func opened(
    _ path: String, _ shownAs: String, _ encoding: TextEncoding,
    _ observe: ((ArraySlice<UInt8>) -> Void)?
  ) throws(Diagnostic) -> TextBlocks {
    var text = try TextBlocks(path, shownAs: shownAs, encoding: encoding)
    do throws(TextBlocks.BlockError) { _ = try text.advance(observe) } catch {
      throw ReadMessage.stopped(error, Position(line: 1, column: 1), shownAs, text.encoding)
    }
    if let kind = ArchiveKind(text.beginning, text.file) {
      throw kind.refusal(shownAs, wanted: "CSV")
    }
    if let refusal = ReadMessage.refusal(text.beginning, isEmpty: text.isEmpty, shownAs) {
      throw refusal
    }
    let block = text.block
    if let other = NoTable.of(block.span.extracting(0..<text.count)) {
      throw ReadMessage.refusal(other, shownAs)
    }
    return text
  }

  /// The line of the headers, looked for in the first block.
  private static func line(
    _ search: inout HeaderSearch, _ text: TextBlocks, _ format: CSVFormat
  ) -> Int? {
    let block = text.block
    return search.line(
      in: block.span.extracting(0..<text.count), isWhole: text.isLast, format)
  }

  mutating func next(into record: inout Record) throws(Diagnostic) -> Bool {
    while true {
      do throws(SplitError) {
        let block = text.block
        let bytes = block.span.extracting(0..<text.count)
        if try splitter.next(in: bytes, from: &index, into: &record) { return true }
      } catch {
        throw failure(error)
      }
      guard try advance(splitter.here) else { return try finish(&record) }
    }
  }

  func checkUnchanged() throws(Diagnostic) {
    try text.file.checkUnchanged(bytesRead: text.bytesRead)
  }

  /// Advice where columns are not among the headers: another delimiter, or another line.
  func headerHint(_ schema: [ColumnSchema], _ headers: [String]) -> String? {
    if let hint = HeaderMessage.delimiterHint(headers, declared: format.delimiter) { return hint }
    // Later blocks do not hold the beginning of the file any more.
    guard case .line = format.header, isFirstBlock else { return nil }
    var search = HeaderSearch(schema, file: text.file.shownAs, hidden: true)
    guard search.problem == nil else { return nil }
    if let line = Self.line(&search, text, format) { return HeaderMessage.lineHint(line) }
    return search.nearestHint(insteadOf: headers)
  }

  private func failure(_ error: SplitError) -> Diagnostic {
    ReadMessage.split(
      error, text.file.shownAs, shown: shown(error.position.line, as: text.encoding))
  }

  /// A line as it stands in the file, for a message.
  private func shown(_ line: Int, as encoding: TextEncoding) -> String? {
    hidden ? nil : LineText.of(line, path: path, encoding: encoding)
  }

  private mutating func finish(_ record: inout Record) throws(Diagnostic) -> Bool {
    do throws(SplitError) { return try splitter.finish(into: &record) } catch {
      throw failure(error)
    }
  }

  private mutating func advance(_ here: Position) throws(Diagnostic) -> Bool {
    index = 0
    isFirstBlock = false
    do throws(TextBlocks.BlockError) { return try text.advance(observe) } catch {
      throw ReadMessage.stopped(
        error, here, text.file.shownAs, text.encoding, shown: shown(here.line, as: .windows1252))
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
      // What follows the last line end is a line only where something stands there.
      let ended = index > 0 && text.block[index - 1] == 0x0A
      guard try advance(Position(line: count - left + 1, column: 1)) else {
        let lines = count - left + (ended ? 0 : 1)
        throw HeaderMessage.pastTheEnd(line: count + 1, lines: lines, text.file.shownAs)
      }
    }
  }
}
