import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Where conditions cut the numbers of columns.
extension ColumnPlanBuilder {
  /// Finds what the conditions compare numbers with; false where they do something else with them.
  mutating func collectCuts(_ scope: ColumnScope) -> Bool {
    for entry in scope.judges {
      ownCuts.append([:])
      if let column = entry.judge.measureColumn { cut(column, at: [0, 1]) }
      let view = RowView(entry.judge.commitment.schema)
      for part in entry.judge.parts {
        guard let leaves = leaves(of: part, entry.judge.commitment.schema) else { return false }
        for leaf in leaves where !collect(leaf, entry.judge.commitment.schema, view) {
          return false
        }
      }
      if entry.judge.isMeasuring, entry.judge.measureColumn == nil { return false }
    }
    return true
  }

  mutating func collect(_ leaf: Leaf, _ schema: RowSchema, _ view: RowView) -> Bool {
    guard let column = numberColumn(leaf.program.slots, schema) else { return true }
    if leaf.asksForPresence { return true }
    guard let call = leaf.call else { return false }
    guard Self.comparisons.contains(call.function), call.operands.count == 2 else { return false }
    for operand in call.operands {
      switch operand {
      case .slot(let slot):
        if case .parameter = schema.slots[slot].source {
          guard cut(column, view.value(of: slot)) else { return false }
        }
      case .other(let program):
        guard program.slots.allSatisfy({ schema.slots[$0].isParameter }) else { return false }
        guard cut(column, program.evaluate(view)) else { return false }
      }
    }
    return true
  }

  static let comparisons: Set<String> = [
    Operator.equals, Operator.notEquals, Operator.less, Operator.lessOrEqual, Operator.greater,
    Operator.greaterOrEqual,
  ]

  /// Cuts the numbers of a column below and above a constant.
  mutating func cut(_ column: Int, _ value: Value) -> Bool {
    let constant: Decimal
    switch value {
    case .decimal(let decimal): constant = decimal
    case .int(let whole): constant = Decimal(whole)
    default: return false
    }
    let scale = dataset.columns[column].type == .decimal ? dataset.columns[column].scale : 0
    guard let below = try? Rational(constant).rounded(scale: scale, .down),
      below.coefficient.magnitude < NumberLimit.largest
    else { return true }
    let digits = Int64(below.coefficient)
    cut(column, at: below == constant ? [digits, digits + 1] : [digits + 1])
    return true
  }

  private mutating func cut(_ column: Int, at places: Set<Int64>) {
    cuts[column]?.formUnion(places)
    ownCuts[ownCuts.count - 1][column, default: []].formUnion(places)
  }

  /// The questions about numbers: what kind of cell they are, and on which side of some cuts.
  func questions(_ column: Int, cuts own: Set<Int64>) -> Set<Int> {
    let all = (cuts[column] ?? []).sorted()
    return Set(all.indices.filter { own.contains(all[$0]) }.map { $0 + 1 } + [0])
  }

  /// The column of numbers that slots read, where they read one.
  func numberColumn(_ slots: [Int], _ schema: RowSchema) -> Int? {
    for slot in slots {
      if case .column(let column) = schema.slots[slot].source, numbers.contains(column) {
        return column
      }
    }
    return nil
  }
}
