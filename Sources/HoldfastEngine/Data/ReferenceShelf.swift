import Diagnostics
import HoldfastExpressions
import HoldfastModel

/// The datasets that others point to, each read once.
struct ReferenceShelf {
  private let request: RunRequest
  private let watched: [String: [String: Set<TextKey>]]
  private var loaded: [String: Result<ReferenceTable, DiagnosticList>] = [:]

  init(_ request: RunRequest, plan: RunPlan) {
    // Whichever files of rows are read, what they point to is read whole.
    var whole = request
    whole.files = nil
    self.request = whole
    let institution = request.institution
    var watched: [String: [String: Set<TextKey>]] = [:]
    for commitment in plan.counted {
      guard let dataset = institution.dataset(commitment.schema.dataset) else { continue }
      for use in commitment.literals {
        let slot = commitment.schema.slots[use.slot]
        guard case .reference(let place, _) = slot.source, let column = slot.column else {
          continue
        }
        watched[dataset.references[place].dataset.value, default: [:]][column.name, default: []]
          .insert(TextKey(use.literal))
      }
    }
    self.watched = watched
  }

  /// The tables that a dataset's references lead to, in its order, or what is wrong with them.
  mutating func tables(of dataset: Dataset) -> [Result<ReferenceTable, DiagnosticList>] {
    dataset.references.map { table($0.dataset.value) }
  }

  /// The rates by which a dataset's columns are converted, by the column's place.
  mutating func rates(of dataset: Dataset) -> [Int: Result<ReferenceTable, DiagnosticList>] {
    var result: [Int: Result<ReferenceTable, DiagnosticList>] = [:]
    for (place, column) in dataset.columns.enumerated() {
      if let name = column.exchange?.rates?.value { result[place] = table(name) }
    }
    return result
  }

  private mutating func table(_ name: String) -> Result<ReferenceTable, DiagnosticList> {
    if let table = loaded[name] { return table }
    let table = read(name)
    loaded[name] = table
    return table
  }

  private func read(_ name: String) -> Result<ReferenceTable, DiagnosticList> {
    guard let dataset = request.institution.dataset(name) else { return .failure(DiagnosticList()) }
    do throws(DiagnosticList) {
      return .success(try ReferenceTable(dataset, request, watched: watched[name] ?? [:]))
    } catch {
      return .failure(error)
    }
  }

  private var tables: [ReferenceTable] {
    loaded.sorted { $0.key < $1.key }.compactMap { try? $0.value.get() }
  }

  /// How many rows of a dataset have a declared blank in a column; nil where it was not read.
  func blanks(_ dataset: String, _ column: String) -> Int? {
    guard case .success(let table)? = loaded[dataset] else { return nil }
    return table.columns.blanks(in: column)
  }

  /// What is wrong with the corrections of their rows.
  var correctionProblems: [Diagnostic] { tables.flatMap(\.correctionProblems) }

  /// The rows that corrections made and that no judged row points to, by dataset.
  func idleRows(_ tallies: [CorrectionTally]) -> [(dataset: String, keys: [TextKey])] {
    tables.compactMap { table in
      let name = table.summary.name
      let used = tallies.reduce(into: Set<TextKey>()) { $0.formUnion($1.pointedTo[name] ?? []) }
      let idle = table.added.filter { !used.contains($0) }
      return idle.isEmpty ? nil : (name, idle)
    }
  }

  /// The names of the datasets that could be read.
  var names: Set<String> { Set(tables.map(\.summary.name)) }

  /// What was read.
  var summaries: [DatasetSummary] { tables.map(\.summary) }

  /// What is worth knowing about the files.
  var warnings: [Diagnostic] { tables.flatMap(\.warnings) }
}
