import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// A dataset that others point to, held in memory by its key.
struct ReferenceTable {
  private(set) var rows: [TextKey: [Cell]] = [:]
  private(set) var faults = Faults()
  private(set) var summary: DatasetSummary
  private(set) var warnings: [Diagnostic] = []
  /// How many rows have a declared blank, by column.
  private(set) var blanks: [String: Int] = [:]
  /// The distinct texts of the columns that conditions compare with literals.
  private(set) var texts: [String: TextValues]

  /// Reads the dataset; `watched` names the columns whose texts are to be known.
  init(
    _ dataset: Dataset, folder: String, watched: [String: Set<String>]
  ) throws(DiagnosticList) {
    summary = DatasetSummary(name: dataset.name)
    texts = watched.mapValues(TextValues.init)
    let key = dataset.key.first?.value ?? ""
    let place = dataset.columns.firstIndex { $0.name == key } ?? 0
    var table: [TextKey: [Cell]] = [:]
    var lines: [TextKey: String] = [:]
    var faults = Faults()
    var texts = texts
    var blanks: [String: Int] = [:]
    let isHidden = dataset.isPersonal || dataset.column(key)?.isPersonal == true
    let files = TableFiles(patterns: dataset.files, folder: folder)
    let summaries = try files.read(
      dataset.format, dataset.schema, isPersonal: dataset.isPersonal
    ) { (file, row) throws(DiagnosticList) in
      if !row.faults.isEmpty { faults.add(row.faults, file: file) }
      for (column, cell) in zip(dataset.columns, row.cells) {
        if cell == .excluded { blanks[column.name, default: 0] += 1 }
        if texts[column.name] != nil { texts[column.name]?.add(cell) }
      }
      guard let name = row.cells[place].keyText.map(TextKey.init) else { return }
      if let first = lines.updateValue("\(file):\(row.line)", forKey: name) {
        throw Self.duplicate(isHidden ? nil : name.text, first, file, row, dataset)
      }
      table[name] = row.cells
    }
    self.faults = faults
    self.texts = texts
    self.blanks = blanks
    rows = table
    summary.add(summaries)
    warnings = summaries.flatMap(\.notices)
    try dataset.checkRows(summaries)
  }

  private static func duplicate(
    _ key: String?, _ first: String, _ file: String, _ row: Row, _ dataset: Dataset
  ) -> DiagnosticList {
    let what = key.map { "the key '\($0)'" } ?? "a key"
    return DiagnosticList([
      Diagnostic(
        .error, "\(what) of '\(dataset.name)' stands twice, first at \(first)",
        at: .record(
          file: file, line: row.line, column: dataset.key.first?.value, shown: key),
        help: "a key names one row: remove one of the two")
    ])
  }
}

extension Cell {
  /// The cell as a key: texts as written, whole numbers by their digits.
  var keyText: String? {
    switch self {
    case .text(let text): text
    case .integer(let value): String(value)
    default: nil
    }
  }

  /// The cell as a reader knows it.
  var shownText: String {
    switch self {
    case .unknown, .excluded: "(blank)"
    case .text(let text): text
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    case .date(let value): value.description
    case .timestamp(let seconds, _): "\(seconds) s"
    case .fault: "(cannot be read)"
    }
  }
}

extension Dataset {
  /// Refuses files without rows that were not announced, also beside others that have some.
  func checkRows(_ summaries: [FileSummary]) throws(DiagnosticList) {
    guard !mayBeEmpty else { return }
    if summaries.isEmpty {
      throw DiagnosticList([
        Diagnostic("the dataset '\(name)' names no files", at: span, help: "name them under files:")
      ])
    }
    let problems = summaries.filter { $0.rows == 0 }.map { summary in
      Diagnostic(
        .error, "the file has headers and no rows", at: .file(summary.path),
        help: "check the export; where files of '\(name)' may be empty, say may_be_empty: true")
    }
    try DiagnosticList(problems).throwIfErrors()
  }
}
