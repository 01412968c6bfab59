import Diagnostics

/// A plain file of separated values that is read column by column, by several threads.
///
/// What it cannot do it does not try: a file in another encoding, a packed one, or one in which
/// anything is against the rules is for `TableReader`, which gives the same rows and says what is
/// wrong.
package final class ColumnFile: @unchecked Sendable {
  /// A column that is wanted, and how it is taken in.
  package struct Request: Sendable {
    /// Its place in the schema.
    let column: Int
    package let form: ColumnVector.Form

    package init(_ column: Int, _ form: ColumnVector.Form) {
      self.column = column
      self.form = form
    }
  }

  let feed: BlockFeed
  let delimiter: UInt8
  let gate: RowGate
  private let opened: FileSummary
  /// What nobody may have changed since the headers were read.
  private let stamp: FileStamp

  /// How many blocks there should be at least, so that no thread is left without work.
  private static let manyBlocks: Int64 = 32

  /// Opens a file; nil where it is one for `TableReader`. Its blocks have the largest of the sizes
  /// with which there are many of them.
  package init?(
    _ path: String, shownAs: String, format: CSVFormat, schema: [ColumnSchema], isPersonal: Bool,
    blockSizes: ClosedRange<Int>
  ) {
    guard format.encoding != .windows1252 else { return nil }
    var format = format
    format.encoding = .utf8
    let hidden = isPersonal || schema.contains(where: \.isPersonal)
    guard
      let source = try? CSVSource(
        path, shownAs: shownAs, format: format, schema: schema, hidden: hidden, observe: nil)
    else { return nil }
    var pass = TablePass(source)
    let before = pass.source.place
    guard let gate = try? pass.gate(schema, isPersonal: isPersonal),
      let place = format.header == .none ? before : pass.source.place,
      gate.decoder.map.headers.count > 0
    else { return nil }
    self.gate = gate
    delimiter = format.delimiter
    opened = pass.summary(gate.decoder)
    stamp = opened.stamp
    let share = Int(clamping: stamp.size / Self.manyBlocks)
    feed = BlockFeed(
      source.file, from: place.offset, line: place.line, quote: format.quote,
      size: min(max(share, blockSizes.lowerBound), blockSizes.upperBound))
  }

  /// Shows all bytes of the file, in order, for a digest.
  package func observe(_ body: (ArraySlice<UInt8>) -> Void) throws(BlockFeed.Trouble) {
    var place: Int64 = 0
    while place < stamp.size {
      guard let bytes = try? feed.file.bytes(1 << 20, at: place), !bytes.isEmpty else {
        throw BlockFeed.Trouble()
      }
      body(bytes[...])
      place += Int64(bytes.count)
    }
  }

  /// What one thread reads columns with.
  package func batch(_ requests: [Request]) -> ColumnBatch { ColumnBatch(self, requests) }

  /// How many blocks it has.
  package var blocks: Int { feed.count }

  /// Whether the file is the one that was opened.
  package var isUnchanged: Bool { (try? feed.file.checkUnchanged(bytesRead: stamp.size)) != nil }

  /// The summary of a file in which rows were read one by one and others in columns.
  package func summary(
    _ singles: SingleRows, redacted: [Int: Int], saying: Set<Int>
  ) -> FileSummary {
    var result = opened
    singles.gate.note(in: &result)
    for (place, count) in redacted {
      result.redacted[gate.decoder.columns[place].schema.name, default: 0] += count
    }
    let named = Set(saying.map { gate.decoder.columns[$0].schema.name })
    result.unavailable.removeAll(where: named.contains)
    return result
  }
}

/// Reads the rows of such a file that are not regular, one by one and in their order.
package struct SingleRows {
  private(set) var gate: RowGate
  private let delimiter: UInt8
  private let quote: UInt8
  private var row: Row
  /// Decodes rows that count elsewhere.
  private var decoder: RowDecoder

  package init(_ file: ColumnFile) {
    gate = file.gate
    delimiter = file.delimiter
    quote = file.feed.quote
    row = gate.decoder.emptyRow()
    decoder = gate.decoder
  }

  /// Counts rows that were read in columns.
  package mutating func pass(_ count: Int) {
    guard count > 0 else { return }
    gate.rows += count
    gate.width = gate.width ?? gate.decoder.map.headers.count
  }

  /// The row of a text; nil where it is none. Throws where it cannot be split.
  package mutating func row(_ text: RowBlock.Text) throws(BlockFeed.Trouble) -> Row? {
    try split(text)
    return gate.admits(&row) ? row : nil
  }

  /// A row that was read in columns and counts there.
  package mutating func look(at text: RowBlock.Text) throws(BlockFeed.Trouble) -> Row {
    try split(text)
    decoder.decode(&row)
    return row
  }

  private mutating func split(_ text: RowBlock.Text) throws(BlockFeed.Trouble) {
    var splitter = RecordSplitter(delimiter: delimiter, quote: quote, line: text.line)
    var index = 0
    do throws(SplitError) {
      guard try splitter.next(in: text.bytes.span, from: &index, into: &row.record) else {
        throw SplitError(kind: .unclosedQuote, position: Position(line: text.line, column: 1))
      }
    } catch {
      throw BlockFeed.Trouble()
    }
  }

  /// Whether some record could not be used.
  package var hasProblems: Bool { (try? gate.problems.list().throwIfErrors()) == nil }
}
