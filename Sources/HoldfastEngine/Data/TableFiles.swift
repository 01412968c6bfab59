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
  /// The patterns of the files that are wanted; nil where all are.
  private let wanted: [String]?

  /// The files of a dataset, as far as a run reads them.
  init(_ dataset: Dataset, _ request: RunRequest) {
    folder = request.folder
    corrections = request.institution.corrections?.file.value ?? CorrectionFile.usualName
    items = dataset.files
    wanted = request.files
    output = request.outputs[dataset.name].map { path in
      Entry(
        name: dataset.sourceName,
        place: path, format: dataset.format,
        columns: dataset.columns)
    }
  }

  /// Files of one format, without columns of their own.
  init(patterns: [Located<String>], format: FileFormat, folder: String) {
    self.folder = folder
    items = patterns.map { FileItem(pattern: $0, format: format, columns: []) }
    output = nil
    corrections = nil
    wanted = nil
  }

  /// The files that are wanted, each with the first item that names it.
  func entries() throws(DiagnosticList) -> [Entry] {
    let named = try named()
    guard let wanted else { return named }
    return named.filter { entry in wanted.contains { Files.matches(entry.name, $0) } }
  }

  /// The files below the data folder that the description names.
  func named() throws(DiagnosticList) -> [Entry] {
    if let output { return [output] }
    var result: [Entry] = []
    var owners: [TextKey: FileItem] = [:]
    var problems: [Diagnostic] = []
    for item in items {
      do throws(Diagnostic) {
        let paths = try Files.expand(item.pattern.value, under: folder)
          .filter { $0 != corrections || $0 == item.pattern.value }
        if let problem = Self.overlap(item, paths, owners) { problems.append(problem) }
        for path in paths where owners[TextKey(path)] == nil {
          owners[TextKey(path)] = item
          result.append(
            Entry(
              name: path, place: folder + "/" + path, format: item.format, columns: item.columns))
        }
      } catch {
        // The pattern's own place in the description tells more than the folder it leads to.
        problems.append(Diagnostic(error.message, at: item.pattern.span, help: error.help))
      }
    }
    do throws(Diagnostic) { try Files.checkLookalikes(result.map(\.name)) } catch {
      problems.append(error)
    }
    try DiagnosticList(problems).throwIfErrors()
    return result
  }

  /// What is wrong with files that earlier items named already.
  private static func overlap(
    _ item: FileItem, _ paths: [String], _ owners: [TextKey: FileItem]
  ) -> Diagnostic? {
    if item.isPlain, let path = paths.first(where: { owners[TextKey($0)]?.isPlain == true }) {
      return Diagnostic(
        "the file '\(path)' is named twice, so its rows would count twice",
        at: item.pattern.span, help: "name each file once")
    }
    guard let first = paths.first, paths.allSatisfy({ owners[TextKey($0)] != nil }) else {
      return nil
    }
    return Diagnostic(
      "every file of this item belongs to an item above already: '\(first)'",
      at: item.pattern.span, help: "put the narrower item first, or remove this one")
  }

  /// Reads every file; two with the same rows are an error, since they would count twice.
  func read(
    isPersonal: Bool, takesDigests: Bool = false, _ schema: (Entry) -> [ColumnSchema],
    _ row: (String, Row) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) -> [FileTally] {
    var files: [FileTally] = []
    var twins = Twins()
    for entry in try entries() {
      let reader = entry.reader(schema(entry), isPersonal: isPersonal)
      let file = try reader.tally(takesDigest: takesDigests) { (found) throws(DiagnosticList) in
        try row(entry.name, found)
      }
      files.append(file)
      try twins.add(file, reader)
    }
    return files
  }
}

extension TableFiles.Entry {
  /// A reader of some columns of the file.
  func reader(_ schema: [ColumnSchema], isPersonal: Bool) -> TableReader {
    TableReader(
      path: place, shownAs: name, format: format.table, schema: schema, isPersonal: isPersonal)
  }
}

extension TableReader {
  /// Shows each row to `row`, and says what was found out about the file; with a digest of its bytes
  /// where that is wanted.
  func tally(
    takesDigest: Bool = false, _ row: (Row) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) -> FileTally {
    var hash = SHA256()
    let observe: ((ArraySlice<UInt8>) -> Void)? = takesDigest ? { hash.update(data: $0) } : nil
    let summary = try read(observing: observe) { (found) throws(DiagnosticList) in
      try row(found)
    }
    return FileTally(summary, digest: takesDigest ? Array(hash.finalize()) : nil)
  }
}

extension Dataset {
  /// What messages call rows that stand in no file of the institution.
  fileprivate var sourceName: String {
    guard isRegister else { return "command of \(name)" }
    return name == EvidenceRegister.name ? EvidenceRegister.file : "commitments of the run"
  }
}
