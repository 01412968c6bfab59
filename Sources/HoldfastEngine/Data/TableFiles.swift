import Crypto
import Diagnostics
import HoldfastModel
import Tabular

/// The files of a dataset or lookup, found and read one after another.
struct TableFiles {
  /// What is read, and how.
  struct Entry {
    /// The path that messages name.
    let name: String
    /// Where the bytes are.
    let place: String
    let format: FileFormat
    let columns: [Column]
  }

  private let items: [FileItem]
  private let folder: String
  /// The output of the command that stands in place of files.
  private let output: Entry?
  /// The file of corrections, which no pattern takes for data.
  private let corrections: String?

  /// The files of a dataset; `outputs` says where the output of each dataset's command is.
  init(
    _ dataset: Dataset, of institution: Institution, folder: String, outputs: [String: String]
  ) {
    self.folder = folder
    corrections = institution.corrections?.file.value ?? CorrectionFile.usualName
    items = dataset.files
    output = outputs[dataset.name].map { path in
      Entry(
        name: "command of \(dataset.name)", place: path, format: dataset.format,
        columns: dataset.columns)
    }
  }

  /// Files of one format, without columns of their own.
  init(patterns: [Located<String>], format: FileFormat, folder: String) {
    self.folder = folder
    items = patterns.map { FileItem(pattern: $0, format: format, columns: []) }
    output = nil
    corrections = nil
  }

  /// The files below the data folder, each with the first item that names it.
  func entries() throws(DiagnosticList) -> [Entry] {
    if let output { return [output] }
    var result: [Entry] = []
    var owners: [String: FileItem] = [:]
    var problems: [Diagnostic] = []
    for item in items {
      do throws(Diagnostic) {
        let paths = try Files.expand(item.pattern.value, under: folder)
          .filter { $0 != corrections || $0 == item.pattern.value }
        if let problem = Self.overlap(item, paths, owners) { problems.append(problem) }
        for path in paths where owners[path] == nil {
          owners[path] = item
          result.append(
            Entry(
              name: path, place: folder + "/" + path, format: item.format, columns: item.columns))
        }
      } catch {
        // The pattern's own place in the description tells more than the folder it leads to.
        problems.append(Diagnostic(error.message, at: item.pattern.span, help: error.help))
      }
    }
    try DiagnosticList(problems).throwIfErrors()
    return result
  }

  /// What is wrong with files that earlier items named already.
  private static func overlap(
    _ item: FileItem, _ paths: [String], _ owners: [String: FileItem]
  ) -> Diagnostic? {
    if item.isPlain, let path = paths.first(where: { owners[$0]?.isPlain == true }) {
      return Diagnostic(
        "the file '\(path)' is named twice, so its rows would count twice",
        at: item.pattern.span, help: "name each file once")
    }
    guard let first = paths.first, paths.allSatisfy({ owners[$0] != nil }) else { return nil }
    return Diagnostic(
      "every file of this item belongs to an item above already: '\(first)'",
      at: item.pattern.span, help: "put the narrower item first, or remove this one")
  }

  /// Reads every file; two with the same rows are an error, since they would count twice.
  func read(
    isPersonal: Bool, _ schema: (Entry) -> [ColumnSchema],
    _ row: (String, Row) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) -> [FileSummary] {
    var summaries: [FileSummary] = []
    var twins = Twins()
    for entry in try entries() {
      let reader = TableReader(
        path: entry.place, shownAs: entry.name, format: entry.format.table, schema: schema(entry),
        isPersonal: isPersonal)
      var bytes = 0
      let summary = try reader.read { (found) throws(DiagnosticList) in
        bytes += found.record.bytes.count
        try row(entry.name, found)
      }
      summaries.append(summary)
      try twins.add(reader, entry.name, rows: summary.rows, bytes: bytes)
    }
    return summaries
  }
}

/// Finds files that hold the same rows, also where line ends, encoding or packing differ.
private struct Twins {
  private struct Size: Hashable {
    let rows: Int
    let bytes: Int
  }

  private var readers: [Size: [(reader: TableReader, name: String)]] = [:]
  private var digests: [String: String] = [:]

  mutating func add(
    _ reader: TableReader, _ name: String, rows: Int, bytes: Int
  ) throws(DiagnosticList) {
    guard rows > 0 else { return }
    let size = Size(rows: rows, bytes: bytes)
    let others = readers[size] ?? []
    readers[size, default: []].append((reader, name))
    guard !others.isEmpty else { return }
    let own = try digest(reader, name)
    for other in others where try digest(other.reader, other.name) == own {
      throw DiagnosticList([
        Diagnostic(
          .error, "the file has the same rows as '\(other.name)', so they would count twice",
          at: .file(name), help: "remove one of them")
      ])
    }
  }

  /// A digest of a file's rows, from another reading of it.
  private mutating func digest(
    _ reader: TableReader, _ name: String
  ) throws(DiagnosticList) -> String {
    if let known = digests[name] { return known }
    var hash = SHA256()
    _ = try reader.read { (row) throws(DiagnosticList) in
      hash.update(data: row.record.canonicalBytes())
    }
    let result = hexadecimal(hash.finalize())
    digests[name] = result
    return result
  }
}

/// Bytes as hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var result: [UInt8] = []
  for byte in bytes {
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
  return String(decoding: result, as: UTF8.self)
}
