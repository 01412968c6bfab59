import Diagnostics

/// Looks at a text file with values between delimiters.
struct TextProbe {
  private let path: String
  private let shownAs: String

  init(_ path: String, _ shownAs: String) {
    self.path = path
    self.shownAs = shownAs
  }

  /// How many records of the beginning the layout is judged by.
  static let sampleSize = 400

  func probe() throws(Diagnostic) -> TableProbe.Outcome {
    let text = try CSVSource.opened(path, shownAs, .auto, nil)
    let delimiter = DelimiterGuess(text.block[..<text.count]).answer()
    let sample = Self.sample(text.block[..<text.count], delimiter)
    guard sample.contains(where: { $0.cells.count > 1 }) || shownAs.hasSuffix(".csv") else {
      return .noTable("text without columns")
    }
    guard let header = HeaderGuess(sample).answer() else {
      return .noTable("a table without headers: add a first line that names the columns")
    }
    let format = CSVFormat(
      delimiter: delimiter, encoding: text.encoding, header: .line(header.line),
      headerRows: header.rows)
    let source = try CSVSource(
      path, shownAs: shownAs, format: format, schema: [], hidden: true, observe: nil)
    var pass = ProbePass(source: source, kind: .csv(delimiter: delimiter))
    return .table(try pass.run())
  }

  /// The first records; where a preamble cannot be split, each line by itself.
  static func sample(_ text: ArraySlice<UInt8>, _ delimiter: UInt8) -> [HeaderGuess.SampleRow] {
    let all = Array(text)
    var splitter = RecordSplitter(delimiter: delimiter, quote: UInt8(ascii: "\""))
    var record = Record()
    var index = 0
    var rows: [HeaderGuess.SampleRow] = []
    var isBroken = false
    while rows.count < sampleSize {
      do throws(SplitError) {
        var isComplete = try splitter.next(in: all.span, from: &index, into: &record)
        let isLast = !isComplete
        if isLast { isComplete = try splitter.finish(into: &record) }
        if isComplete { rows.append(.init(line: record.line, cells: HeaderText.texts(of: record))) }
        if isLast { break }
      } catch {
        isBroken = rows.count < 20
        break
      }
    }
    return isBroken ? byLine(all, delimiter) : rows
  }

  private static func byLine(_ text: [UInt8], _ delimiter: UInt8) -> [HeaderGuess.SampleRow] {
    text.split(separator: 0x0A, maxSplits: sampleSize, omittingEmptySubsequences: false)
      .prefix(sampleSize).enumerated().map { index, line in
        var splitter = RecordSplitter(delimiter: delimiter, quote: UInt8(ascii: "\""))
        var record = Record()
        var at = 0
        let bytes = Array(line) + [0x0A]
        let isComplete = try? splitter.next(in: bytes.span, from: &at, into: &record)
        return .init(line: index + 1, cells: isComplete == true ? HeaderText.texts(of: record) : [])
      }
  }
}
