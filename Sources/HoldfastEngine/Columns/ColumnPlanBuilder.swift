import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Takes the commitments about a dataset apart into questions about single columns.
struct ColumnPlanBuilder {
  let dataset: Dataset
  let tables: [Int: ReferenceTable]
  var axes: [ColumnAxis] = []
  var requests: [ColumnFile.Request] = []
  var parts: [ColumnPlan.Part] = []
  var facts: [ColumnPlan.Counted] = []
  var date: (axis: Int, bucket: Int)?
  var amounts: [Int] = []
  var texts: [Int] = []
  var keep: (part: CheckedPart, view: RowView)?
  var axisOfColumn: [Int: Int] = [:]
  /// Where the numbers of columns are cut, by all judges and by each.
  var cuts: [Int: Set<Int64>] = [:]
  var ownCuts: [[Int: Set<Int64>]] = []
  let numbers: Set<Int>
  /// The columns whose cells are sent somewhere.
  let sent: Set<Int>
  let bucket: (CivilDate) -> CivilDate

  init?(_ scope: ColumnScope) {
    dataset = scope.dataset
    sent = scope.sent
    guard dataset.mayBeReadInColumns else { return nil }
    if let series = dataset.expectation?.series, series.by.value != dataset.periodBy?.value {
      return nil
    }
    var tables: [Int: ReferenceTable] = [:]
    for (place, result) in scope.tables.enumerated() {
      guard case .success(let table) = result else { continue }
      guard !table.isDated else { return nil }
      tables[place] = table
    }
    self.tables = tables
    bucket = scope.bucket
    numbers = Self.numbers(scope)
    cuts = Dictionary(numbers.map { ($0, []) }, uniquingKeysWith: { first, _ in first })
    guard collectCuts(scope) else { return nil }
    guard makeAxes(scope), addParts(scope), addFacts(scope) else { return nil }
    makeRequests()
    for axis in axes { axis.settle() }
  }

  /// The columns whose cells are numbers to be added up or compared, and not texts to be told apart.
  private static func numbers(_ scope: ColumnScope) -> Set<Int> {
    let columns = scope.dataset.columns
    var result = Set(columns.indices.filter { columns[$0].type == .decimal })
    for judge in scope.judges {
      if let column = judge.judge.measureColumn, columns[column].type == .integer {
        result.insert(column)
      }
    }
    for total in scope.dataset.controlTotals {
      if let place = scope.dataset.place(of: total.column) { result.insert(place) }
    }
    return result
  }
}

extension Leaf {
  /// Whether it asks for nothing but whether columns say something.
  var asksForPresence: Bool {
    joined?.allSatisfy { call in
      if case .slot? = call.operands.first { call.function == "known" } else { false }
    } ?? false
  }
}

/// How large the numbers are that are read in columns.
enum NumberLimit {
  static let largest: UInt128 = 10_000_000_000_000
}

extension RowSchema.Slot {
  /// Whether it is a parameter of the pack.
  var isParameter: Bool {
    if case .parameter = source { true } else { false }
  }
}

extension Dataset {
  /// Whether its rules are such as can be applied to columns: all others are applied row by row.
  var mayBeReadInColumns: Bool {
    guard duplicates == nil, sharedBy.isEmpty, totalRows == nil, interval == nil, valid == nil
    else { return false }
    return columns.allSatisfy {
      $0.negateWhen == nil && $0.exchange == nil && $0.between == nil
    }
  }
}
