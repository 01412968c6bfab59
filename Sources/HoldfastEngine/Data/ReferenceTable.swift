import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// A dataset that others point to, held in memory by its key.
struct ReferenceTable {
  private var cells = CellNotes()
  private(set) var summary: DatasetSummary
  private(set) var warnings: [Diagnostic] = []
  /// Cells that cannot be read.
  var faults: Faults { cells.faults }
  /// What is to be known of columns without regard to their rows.
  private(set) var columns: ReferenceColumns
  /// What is wrong with the corrections of its rows.
  private(set) var correctionProblems: [Diagnostic] = []
  private(set) var places = KeyPlaces()
  /// The rows of each key, at the key's place.
  private var rows: [ReferenceRows] = []
  /// The keys of rows that stand in no file, and were made by corrections.
  private(set) var added: [TextKey] = []
  /// Rows of keys that are in no file, and will be if an award is made.
  private var proposed: [TextKey: [Cell]] = [:]
  /// The columns of corrected cells, by key.
  private var corrected: [TextKey: [Int]] = [:]
  /// Whether nothing was read of it, since nobody asks its rows.
  let isUnread: Bool
  let dataset: Dataset
  /// A digest of all that makes the table what it is, where somebody wanted it.
  private(set) var state: [UInt8] = []
  /// Digests of what keys lead to, once they were asked for.
  let digests = ReferenceDigests()
  /// What is said of each column before its cells, where a digest is made.
  let headings: [(column: Int, bytes: [UInt8])]
  private let key: Int
  private let from: Int?
  private let until: Int?
  /// Whether a key leads to different rows on different days.
  let isDated: Bool

  /// Reads the dataset; `watched` names the columns whose texts are to be known.
  init(
    _ dataset: Dataset, _ request: RunRequest, watched: [String: Set<TextKey>]
  ) throws(DiagnosticList) {
    self.dataset = dataset
    summary = DatasetSummary(name: dataset.name)
    columns = ReferenceColumns(dataset, watched: watched)
    headings = dataset.headings
    key = dataset.place(of: dataset.key.first) ?? 0
    from = dataset.place(of: dataset.valid?.from)
    until = dataset.place(of: dataset.valid?.until)
    isDated = dataset.valid != nil
    isUnread = request.believesTallies
    if isUnread { return }
    let adjuster = RowAdjuster(dataset, in: request.institution)
    var corrector = RowCorrector(dataset, request.corrections, WitnessMaker(dataset))
    let files = TableFiles(dataset, request)
    let summaries = try files.read(
      isPersonal: dataset.isPersonal,
      takesDigests: request.cache != nil || request.reading.takesDigests,
      { dataset.schema(of: $0) }
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
    if lastsUntilNext { rows = rows.map { $0.closed() } }
    summary.add(summaries)
    if request.cache != nil { state = Self.state(dataset, request, summaries) }
    warnings = summaries.notices
    try dataset.checkRows(summaries)
  }

  /// Whether a row without last day is the one of its key until the next.
  private var lastsUntilNext: Bool { until == nil && from != nil }

  /// The digest of the declaration and of the files of a dataset.
  private static func state(
    _ dataset: Dataset, _ request: RunRequest, _ files: [FileTally]
  ) -> [UInt8] {
    let identity = TallyIdentity(
      institution: request.institution, asOf: request.asOf, lookups: [:])
    let items = dataset.files.map { item in
      "\(item.pattern.value.debugDescription) "
        + hexadecimal(TallyIdentity.reading(item.format, item.columns))
    }
    let lines = [
      hexadecimal(identity.declaration(of: dataset)),
      "valid \(dataset.valid?.from.value ?? "-") \(dataset.valid?.until?.value ?? "-")",
    ]
    let contents = files.map { "\($0.path.debugDescription) \(hexadecimal($0.digest ?? []))" }
    return digest((lines + items + contents).joined(separator: "\n"))
  }

  /// The row of a key on a day, where such a row holds; without a day only one that always is.
  func row(_ key: String, on day: CivilDate?) -> [Cell]? {
    guard let place = places.place(of: TextKey(key)) else {
      return proposed.isEmpty ? nil : proposed[TextKey(key)]
    }
    guard isDated else { return rows[place].first.cells }
    guard let day else { return nil }
    return rows[place].row(on: day)?.cells
  }

  /// The row at a place among `places`, of a table whose rows always hold.
  func cells(at place: Int) -> [Cell] { rows[place].first.cells }

  private mutating func add(_ cells: [Cell], _ row: Row, _ file: String) throws(DiagnosticList) {
    columns.see(cells)
    guard let name = cells[key].keyText.map(TextKey.init) else { return }
    let version = ReferenceRows.Version(
      from: from.flatMap { cells[$0].date }, until: until.flatMap { cells[$0].date }, cells: cells,
      file: file, line: row.line)
    if let begin = version.from, let end = version.until, begin > end {
      throw problem("the row ends on \(end), before it begins", name, file, row, "correct it")
    }
    let (place, isNew) = places.insert(name)
    guard !isNew else { return rows.append(ReferenceRows(version)) }
    if let other = rows[place].rival(of: version, lastsUntilNext: lastsUntilNext) {
      throw twice(name, other, file, row)
    }
    rows[place].add(version)
  }

  private func twice(
    _ name: TextKey, _ other: ReferenceRows.Version, _ file: String, _ row: Row
  ) -> DiagnosticList {
    let isHidden = dataset.isPersonal || dataset.columns[key].isPersonal
    let what = isHidden ? "a key" : "the key '\(name.text)'"
    return problem(
      "\(what) of '\(dataset.name)' stands twice, first at \(other.file):\(other.line)", name, file,
      row,
      dataset.valid == nil
        ? "a key names one row: remove one of the two"
        : "a key names one row at a time: correct the days of one of the two")
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
      columns.see(cells)
      note(fixes, cells)
      added.append(name)
      let row = ReferenceRows(.init(from: nil, until: nil, cells: cells, file: "", line: 0))
      let (place, isNew) = places.insert(name)
      if isNew { rows.append(row) } else { rows[place] = row }
    }
  }

  /// Whether a key has a row in its files.
  func holds(_ key: TextKey) -> Bool { places.place(of: key) != nil }

  /// Takes a row that is in no file; a key that is in one keeps the row that it has.
  mutating func propose(_ cells: [Cell], for key: TextKey) {
    guard !holds(key) else { return }
    proposed[key] = cells
    columns.see(cells)
  }

  /// The columns of a row's corrected cells.
  func corrected(_ key: String) -> [Int] { corrected[TextKey(key)] ?? [] }

  /// The rows of a key, at one time or another.
  func versions(of key: TextKey) -> [ReferenceRows.Version] {
    places.place(of: key).map { rows[$0].all } ?? []
  }

  /// How many rows a key has, at one time or another.
  func versions(of key: String) -> Int {
    places.place(of: TextKey(key)).map { rows[$0].count } ?? 0
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
