import Diagnostics
import HoldfastExpressions
import HoldfastModel

/// The datasets that others point to, each read once.
struct ReferenceShelf {
  private let institution: Institution
  private let folder: String
  private let watched: [String: [String: Set<String>]]
  private var loaded: [String: Result<ReferenceTable, DiagnosticList>] = [:]

  init(_ institution: Institution, folder: String, plan: RunPlan) {
    self.institution = institution
    self.folder = folder
    var watched: [String: [String: Set<String>]] = [:]
    for commitment in plan.commitments {
      guard let dataset = institution.dataset(commitment.schema.dataset) else { continue }
      for use in commitment.literals {
        let slot = commitment.schema.slots[use.slot]
        guard case .reference(let place, _) = slot.source, let column = slot.column else {
          continue
        }
        watched[dataset.references[place].dataset.value, default: [:]][column.name, default: []]
          .insert(use.literal)
      }
    }
    self.watched = watched
  }

  /// The tables that a dataset's references lead to, in its order, or what is wrong with them.
  mutating func tables(of dataset: Dataset) -> [Result<ReferenceTable, DiagnosticList>] {
    dataset.references.map { reference in
      let name = reference.dataset.value
      if let table = loaded[name] { return table }
      let table = read(name)
      loaded[name] = table
      return table
    }
  }

  private func read(_ name: String) -> Result<ReferenceTable, DiagnosticList> {
    guard let dataset = institution.dataset(name) else { return .failure(DiagnosticList()) }
    do throws(DiagnosticList) {
      return .success(try ReferenceTable(dataset, folder: folder, watched: watched[name] ?? [:]))
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
    return table.blanks[column] ?? 0
  }

  /// What was read.
  var summaries: [DatasetSummary] { tables.map(\.summary) }

  /// What is worth knowing about the files.
  var warnings: [Diagnostic] { tables.flatMap(\.warnings) }
}
