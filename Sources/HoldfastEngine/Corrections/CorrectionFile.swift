import Crypto
import Diagnostics
import HoldfastModel
import Tabular

/// A row of a file of corrections as it is written.
struct CorrectionLine {
  /// Its line in the file.
  let line: Int
  let dataset: String?
  let key: String?
  let column: String?
  let value: String
  let by: String?
  let on: String?
  let because: String?
}

/// The file in which people set cells right: read whole, however a spreadsheet program saved it.
struct CorrectionFile {
  /// Its path below the data folder.
  let name: String
  private(set) var digest = ""
  /// The rows with a value.
  private(set) var lines: [CorrectionLine] = []
  /// How many rows have none.
  private(set) var unanswered = 0
  private(set) var warnings: [Diagnostic] = []

  /// The columns that it must have; others are ignored.
  static let columns = CorrectionColumn.allCases.map(\.rawValue)

  /// The name that needs no declaration.
  static let usualName = "corrections.csv"

  /// The largest file, in bytes, and the most corrections.
  private static let limit = (bytes: 256 << 20, lines: 1_000_000)

  /// Reads the file of an institution; nil where there is none and none is declared.
  init?(_ institution: Institution, folder: String) throws(DiagnosticList) {
    do throws(Diagnostic) {
      guard let name = try Self.find(institution, folder) else { return nil }
      self.name = name
    } catch {
      throw DiagnosticList([error])
    }
    try read(folder + "/" + name, isHidden: institution.isAboutPersons)
  }

  private static func find(
    _ institution: Institution, _ folder: String
  ) throws(Diagnostic) -> String? {
    guard let declared = institution.corrections?.file else {
      guard Files.exists("\(folder)/\(usualName)") else { return nil }
      return try Files.expand(usualName, under: folder).first
    }
    do throws(Diagnostic) {
      let found = try Files.expand(declared.value, under: folder)
      guard found.count == 1 else { throw CorrectionMessage.severalFiles(declared, found.count) }
      return found.first
    } catch {
      throw Diagnostic(error.message, at: declared.span, help: error.help)
    }
  }

  private mutating func read(_ path: String, isHidden: Bool) throws(DiagnosticList) {
    let format = try self.format(path)
    let schema = Self.columns.map { ColumnSchema(name: $0) }
    var hash = SHA256()
    var file = self
    let reader = TableReader(
      path: path, shownAs: name, format: format, schema: schema, isPersonal: isHidden)
    let summary = try reader.read(observing: { hash.update(data: Array($0)) }) {
      (row) throws(DiagnosticList) in
      try file.take(row)
    }
    self = file
    digest = "sha256:" + hexadecimal(hash.finalize())
    warnings +=
      summary.encoding == .windows1252 ? [CorrectionMessage.notUTF8(name)] : summary.notices
  }

  /// Commas, semicolons or tabs: what stands between the headers decides.
  private func format(_ path: String) throws(DiagnosticList) -> CSVFormat {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try Files.readAll(path, shownAs: name, limit: Self.limit.bytes)
    } catch {
      throw DiagnosticList([error])
    }
    if let delimiter = Self.delimiter(bytes) {
      return CSVFormat(delimiter: delimiter, encoding: .auto, header: .auto)
    }
    if bytes.isEmpty || Self.marks.contains(where: { bytes.starts(with: $0) }) {
      // The reader of tables says what such a file is.
      _ = try TableReader(path: path, shownAs: name, format: CSVFormat(), schema: []).read { _ in }
    }
    throw DiagnosticList([CorrectionMessage.noHeaders(name)])
  }

  /// How files begin that are no text of one byte a sign: UTF-16, and workbooks of both kinds.
  private static let marks: [[UInt8]] = [
    [0xFF, 0xFE], [0xFE, 0xFF], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0],
  ]

  private mutating func take(_ row: Row) throws(DiagnosticList) {
    let cells = row.cells.map { cell -> String? in
      guard case .text(let text) = cell else { return nil }
      return GuardedText.unguarded(text)
    }
    guard let value = cells[3], !value.isEmpty else {
      unanswered += 1
      return
    }
    guard lines.count < Self.limit.lines else {
      throw DiagnosticList([CorrectionMessage.tooMany(name, Self.limit.lines)])
    }
    lines.append(
      CorrectionLine(
        line: row.line, dataset: cells[0], key: cells[1], column: cells[2], value: value,
        by: cells[4], on: cells[5], because: cells[6]))
  }
}

extension CorrectionFile {
  /// The sign between the headers, on the first of the first fifty lines that has them all.
  static func delimiter(_ bytes: [UInt8]) -> UInt8? {
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let lines = bytes.split(maxSplits: 50, omittingEmptySubsequences: true, whereSeparator: isEnd)
    for line in lines.prefix(50) where line.count <= 100_000 {
      for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
        let headers = line.split(separator: delimiter, omittingEmptySubsequences: false).map(plain)
        if columns.allSatisfy({ headers.contains(Array($0.utf8)) }) { return delimiter }
      }
    }
    return nil
  }

  /// A header in small letters, without quotes, blanks and byte order mark.
  private static func plain(_ header: ArraySlice<UInt8>) -> [UInt8] {
    header.compactMap { byte in
      switch byte {
      case 0x61...0x7A: byte
      case 0x41...0x5A: byte | 0x20
      case 0x20, UInt8(ascii: "\""), 0xEF, 0xBB, 0xBF: nil
      default: byte
      }
    }
  }
}

extension Institution {
  /// Whether any of its data is about persons.
  fileprivate var isAboutPersons: Bool {
    datasets.contains { $0.isPersonal || $0.columns.contains(where: \.isPersonal) }
  }
}
