import Exact
import HoldfastModel

extension CorrectionBook {
  /// What the report says of the corrections: `tallies` counted the judged rows, and `read` names
  /// the datasets that the run read.
  func report(
    in institution: Institution, _ tallies: [CorrectionTally], read: Set<String>
  ) -> CorrectionReport {
    var columns: [CorrectedColumn] = []
    for dataset in institution.datasets {
      let own = items.filter { $0.correction.dataset == dataset.name }
      guard !own.isEmpty else { continue }
      for column in dataset.columns {
        let these = own.filter { $0.correction.column == column.name }
        let isPersonal = dataset.isPersonal || column.isPersonal
        guard var entry = Self.entry(these.map(\.correction), isPersonal) else { continue }
        let name = CorrectionTally.Name(dataset: dataset.name, column: column.name)
        entry.rows = tallies.compactMap { $0.rows(of: name, isPersonal: isPersonal) }
        entry.isRead = read.contains(dataset.name)
        columns.append(entry)
      }
    }
    return CorrectionReport(
      file: file, digest: digest, unanswered: unanswered, columns: columns,
      items: items.filter { !$0.isPersonal }.map(\.correction).sorted { $0.precedes($1) })
  }

  private static func entry(_ items: [Correction], _ isPersonal: Bool) -> CorrectedColumn? {
    guard let sample = items.first, let first = items.map(\.on).min(),
      let last = items.map(\.on).max()
    else { return nil }
    return CorrectedColumn(
      dataset: sample.dataset, column: sample.column, cells: items.count,
      by: Set(items.map { TextKey($0.by) }).sorted().map(\.text), first: first, last: last,
      reasons: isPersonal ? [] : ranked(items.map(\.because)))
  }

  /// Texts, each once, the commonest first.
  private static func ranked(_ texts: [String]) -> [String] {
    let counts = Dictionary(texts.map { (TextKey($0), 1) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key.text)
  }
}
