public import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// The bytes of a file of tallies, and what to tell whoever made it.
public struct TallyFile: Sendable {
  /// The bytes.
  public let bytes: [UInt8]
  /// What the file holds, by dataset.
  public let contents: [TallyContents]
  /// What is worth knowing, though nothing is wrong.
  public let warnings: [Diagnostic]
  /// The paths of what was read below the data folder.
  public let files: [String]

  init(_ book: TallyBook, warnings: [Diagnostic] = [], files: [String] = []) {
    bytes = book.bytes
    self.warnings = warnings
    self.files = files
    contents = book.datasets.sorted { $0.key < $1.key }.map { name, entry in
      TallyContents(
        dataset: name, files: entry.tally.files.count, named: entry.named.count,
        rows: entry.tally.files.reduce(0) { $0 + $1.rows }, aggregates: entry.aggregates.count)
    }
  }
}

/// What a file of tallies holds of a dataset.
public struct TallyContents: Sendable {
  /// The dataset.
  public let dataset: String
  /// How many files were tallied.
  public let files: Int
  /// How many files the description named.
  public let named: Int
  /// How many rows they have.
  public let rows: Int
  /// How many different things were counted.
  public let aggregates: Int
}

extension Engine {
  /// Reads each dataset once and adds it up, without a verdict.
  ///
  /// - Throws: what is wrong with the packs, the description or the data: numbers of which some are
  ///   missing would look like numbers.
  public func tally() throws(DiagnosticList) -> TallyFile {
    var asking = request
    asking.keepsAccount = true
    asking.makesBook = true
    if let book = try corrections(), !book.items.isEmpty {
      throw DiagnosticList([TallyMessage.corrected(book.file)])
    }
    let maker = TallyMaker(request: asking)
    var preparation = try Preparation(asking)
    let failures = preparation.plan.failures.sorted { $0.key < $1.key }.map(\.value)
    try DiagnosticList(failures).throwIfErrors()
    var readings: [DatasetReading] = []
    for part in try maker.wanted(preparation.parts) { readings.append(try preparation.read(part)) }
    let summaries = preparation.summaries(readings)
    return TallyFile(
      try maker.book(readings),
      warnings: maker.warnings(readings) + readings.flatMap(\.warnings)
        + preparation.closeCache(),
      files: summaries.flatMap { $0.files.map(\.path) })
  }

  /// Puts files of tallies together.
  ///
  /// - Throws: why they are no parts of one whole.
  public static func merge(
    _ files: [(name: String, bytes: [UInt8])]
  ) throws(DiagnosticList) -> TallyFile {
    var books: [(name: String, book: TallyBook)] = []
    var problems: [Diagnostic] = []
    for file in files {
      do throws(TallyDamage) {
        books.append((file.name, try TallyBook(file.bytes)))
      } catch {
        problems.append(TallyMessage.damaged(error, file.name))
      }
    }
    try DiagnosticList(problems).throwIfErrors()
    return TallyFile(try BookMerge.merged(books))
  }
}

extension RunRequest {
  /// Takes the numbers of datasets from a file of tallies, where it holds them.
  public mutating func take(tallies bytes: [UInt8], of file: String) throws(Diagnostic) {
    do throws(TallyDamage) {
      tallies = TallyService(name: file, book: try TallyBook(bytes))
    } catch {
      throw TallyMessage.damaged(error, file)
    }
  }
}
