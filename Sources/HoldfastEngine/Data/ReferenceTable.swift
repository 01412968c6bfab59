import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// A dataset that others point to, held in memory by its key.
struct ReferenceTable {
  /// A row, and the days between which it is the one of its key.
  struct Version {
    let from: CivilDate?
    let until: CivilDate?
    var cells: [Cell]
    /// Where it stands.
    let place: String

    func overlaps(_ other: Version) -> Bool {
      let begins = max(from ?? CivilDate.range.lowerBound, other.from ?? CivilDate.range.lowerBound)
      let ends = min(until ?? CivilDate.range.upperBound, other.until ?? CivilDate.range.upperBound)
      return begins <= ends
    }

    func holds(on day: CivilDate) -> Bool {
      from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }
  }

  private var cells = CellNotes()
  private(set) var summary: DatasetSummary
  private(set) var warnings: [Diagnostic] = []
  /// Cells that cannot be read.
  var faults: Faults { cells.faults }
  /// How many rows have a declared blank, by column.
  private(set) var blanks: [String: Int] = [:]
  /// The distinct texts of the columns that conditions compare with literals.
  private(set) var texts: [String: TextValues]
  /// What is wrong with the corrections of its rows.
  private(set) var correctionProblems: [Diagnostic] = []
  private var rows: [TextKey: [Version]] = [:]
  /// The keys of rows that stand in no file, and were made by corrections.
  private(set) var added: [TextKey] = []
  /// The columns of corrected cells, by key.
  private var corrected: [TextKey: [Int]] = [:]
  private let dataset: Dataset
  private let key: Int
  private let from: Int?
  private let until: Int?

  /// Reads the dataset; `watched` names the columns whose texts are to be known.
  init(
    _ dataset: Dataset, in institution: Institution, folder: String, outputs: [String: String],
    watched: [String: Set<String>], corrections: CorrectionBook? = nil
  ) throws(DiagnosticList) {
    self.dataset = dataset
    summary = DatasetSummary(name: dataset.name)
    texts = watched.mapValues(TextValues.init)
    key = dataset.place(of: dataset.key.first) ?? 0
    from = dataset.place(of: dataset.valid?.from)
    until = dataset.place(of: dataset.valid?.until)
    let adjuster = RowAdjuster(dataset, in: institution)
    var corrector = RowCorrector(dataset, corrections, WitnessMaker(dataset))
    let files = TableFiles(dataset, of: institution, folder: folder, outputs: outputs)
    let summaries = try files.read(
      isPersonal: dataset.isPersonal, { dataset.schema(of: $0) }
    ) { (file, row) throws(DiagnosticList) in
      let match = corrector?.match(row)
      let (cells, _) = adjuster.judged(row, match, in: file, by: nil, &self.cells)
      try add(cells, row, file)
      if let match {
        corrector?.count(match)
        note(match.cells, cells)
      }
    }
    if let corrector { addMissing(corrector) }
    // A row without last day is the one of its key until the next.
    if until == nil, from != nil { closeVersions() }
    summary.add(summaries)
    warnings = summaries.notices
    try dataset.checkRows(summaries)
  }

  /// The row of a key on a day, where such a row holds; without a day only one that always is.
  func row(_ key: String, on day: CivilDate?) -> [Cell]? {
    guard let versions = rows[TextKey(key)] else { return nil }
    guard dataset.valid != nil else { return versions.first?.cells }
    guard let day else { return nil }
    return versions.first { $0.holds(on: day) }?.cells
  }

  private mutating func add(_ cells: [Cell], _ row: Row, _ file: String) throws(DiagnosticList) {
    see(cells)
    guard let name = cells[key].keyText.map(TextKey.init) else { return }
    let version = Version(
      from: from.flatMap { cells[$0].date }, until: until.flatMap { cells[$0].date }, cells: cells,
      place: "\(file):\(row.line)")
    if let begin = version.from, let end = version.until, begin > end {
      throw problem("the row ends on \(end), before it begins", name, file, row, "correct it")
    }
    for other in rows[name] ?? [] {
      let isTwice =
        until == nil && from != nil ? other.from == version.from : other.overlaps(version)
      guard isTwice else { continue }
      let isHidden = dataset.isPersonal || dataset.columns[key].isPersonal
      let what = isHidden ? "a key" : "the key '\(name.text)'"
      throw problem(
        "\(what) of '\(dataset.name)' stands twice, first at \(other.place)", name, file, row,
        dataset.valid == nil
          ? "a key names one row: remove one of the two"
          : "a key names one row at a time: correct the days of one of the two")
    }
    rows[name, default: []].append(version)
  }

  /// Notes what is to be known of cells without regard to their row.
  private mutating func see(_ cells: [Cell]) {
    for (column, cell) in zip(dataset.columns, cells) {
      if cell == .excluded { blanks[column.name, default: 0] += 1 }
      if texts[column.name] != nil { texts[column.name]?.add(cell) }
    }
  }

  /// Notes which cells of a row were corrected.
  private mutating func note(_ fixes: [Int: Cell], _ cells: [Cell]) {
    guard let name = cells[key].keyText.map(TextKey.init) else { return }
    corrected[name] = fixes.keys.sorted()
  }

  /// Adds the rows that stand in no file and in the corrections, all other cells unknown.
  private mutating func addMissing(_ corrector: RowCorrector) {
    correctionProblems = corrector.problems(mayAdd: true)
    for (name, fixes) in corrector.unmet {
      var cells = [Cell](repeating: .unknown, count: dataset.columns.count)
      for (place, cell) in fixes { cells[place] = cell }
      cells[key] = .text(name.text)
      if dataset.columns[key].type == .integer, let number = Int64(name.text) {
        cells[key] = .integer(number)
      }
      see(cells)
      note(fixes, cells)
      added.append(name)
      rows[name] = [Version(from: nil, until: nil, cells: cells, place: "")]
    }
  }

  /// The columns of a row's corrected cells.
  func corrected(_ key: String) -> [Int] { corrected[TextKey(key)] ?? [] }

  /// Whether a key leads to different rows on different days.
  var isDated: Bool { dataset.valid != nil }

  /// How many rows a key has, at one time or another.
  func versions(of key: String) -> Int { rows[TextKey(key)]?.count ?? 0 }

  private mutating func closeVersions() {
    for (name, versions) in rows {
      let sorted = versions.sorted {
        $0.from ?? CivilDate.range.lowerBound < $1.from ?? CivilDate.range.lowerBound
      }
      rows[name] = sorted.indices.map { index in
        let next = sorted.indices.contains(index + 1) ? sorted[index + 1].from : nil
        return Version(
          from: sorted[index].from, until: next?.adding(days: -1), cells: sorted[index].cells,
          place: sorted[index].place)
      }
    }
  }

  private func problem(
    _ message: String, _ key: TextKey, _ file: String, _ row: Row, _ help: String
  ) -> DiagnosticList {
    let isHidden = dataset.isPersonal || dataset.columns[self.key].isPersonal
    return DiagnosticList([
      Diagnostic(
        .error, message,
        at: .record(
          file: file, line: row.line, column: dataset.key.first?.value,
          shown: isHidden ? nil : key.text),
        help: help)
    ])
  }
}
