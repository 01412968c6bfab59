import Exact
import HoldfastModel
import Tabular

/// Counts the judged rows of a dataset that corrections bear on.
struct CorrectionTally {
  /// A column of a dataset.
  struct Name: Hashable {
    let dataset: String
    let column: String
  }

  private struct Count {
    var rows = 0
    /// The sum of the rows' money; nil where it cannot be told.
    var sum: ExactSum?
  }

  private let dataset: Dataset
  /// The only column of money.
  private let money: Int?
  private var counts: [Name: Count] = [:]
  /// The keys of corrected rows that judged rows point to, by dataset.
  private(set) var pointedTo: [String: Set<TextKey>] = [:]

  init(_ dataset: Dataset) {
    self.dataset = dataset
    let amounts = dataset.columns.indices.filter { place in
      dataset.columns[place].type == .decimal && dataset.columns[place].currency != nil
    }
    let isHidden = dataset.isPersonal || amounts.contains { dataset.columns[$0].isPersonal }
    money = amounts.count == 1 && !isHidden ? amounts.first : nil
  }

  /// Notes that a judged row points to a corrected row.
  mutating func see(pointingTo key: String, of dataset: String) {
    pointedTo[dataset, default: []].insert(TextKey(key))
  }

  /// Takes a judged row with the columns that were corrected of it and of the rows it points to.
  mutating func see(_ cells: [Cell], _ corrected: Set<Name>) {
    for name in corrected {
      var count = counts[name] ?? Count(sum: money == nil ? nil : ExactSum())
      count.rows += 1
      if let money, var sum = count.sum {
        // A blank amount adds nothing; a sum too large to be exact is not told.
        let isExact = cells[money].number.map { (try? sum.add($0)) != nil } ?? true
        count.sum = isExact ? sum : nil
      }
      counts[name] = count
    }
  }

  /// The rows that a corrected column bears on.
  func rows(of name: Name, isPersonal: Bool) -> CorrectedColumn.Rows? {
    guard let count = counts[name] else { return nil }
    return CorrectedColumn.Rows(
      dataset: dataset.name, count: count.rows, sum: isPersonal ? nil : count.sum?.total,
      currency: money.flatMap { dataset.columns[$0].currency })
  }
}
