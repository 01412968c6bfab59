import CEL
import HoldfastExpressions
import HoldfastModel
import Tabular

/// The columns that are read, and how.
extension ColumnPlanBuilder {
  /// The column that decides the value of a slot; nil for parameters.
  func column(of slot: Int, _ schema: RowSchema) -> Int? {
    switch schema.slots[slot].source {
    case .column(let column): column
    case .reference(let place, _): dataset.place(of: dataset.references[place].by)
    case .parameter: nil
    }
  }

  func leaves(of part: CheckedPart, _ schema: RowSchema) -> [Leaf]? {
    // Comparisons of numbers are taken one by one, since each cuts the numbers somewhere.
    let leaves = part.leaves { slots in
      let columns = Set(slots.compactMap { column(of: $0, schema) })
      return columns.count < 2 && columns.isDisjoint(with: numbers)
    }
    let isApart = leaves?.allSatisfy { leaf in
      Set(leaf.program.slots.compactMap { column(of: $0, schema) }).count < 2
    }
    return isApart == true ? leaves : nil
  }

  /// An axis for each column that is read.
  mutating func makeAxes(_ scope: ColumnScope) -> Bool {
    var wanted = numbers
    for entry in scope.judges {
      let schema = entry.judge.commitment.schema
      wanted.formUnion(entry.judge.commitment.slots.compactMap { column(of: $0, schema) })
    }
    wanted.formUnion(tables.keys.compactMap { dataset.place(of: dataset.references[$0].by) })
    if let date = dataset.place(of: dataset.periodBy) { wanted.insert(date) }
    let totals = TotalRowWatch(dataset).texts
    if !totals.isEmpty, wanted.isDisjoint(with: totals) { wanted.insert(totals[0]) }
    for column in wanted.sorted() {
      axisOfColumn[column] = axes.count
      axes.append(axis(column))
    }
    amounts = TotalRowWatch(dataset).amounts.compactMap { axisOfColumn[$0] }
    texts = totals.compactMap { axisOfColumn[$0] }
    return !axes.isEmpty
  }

  func axis(_ column: Int) -> ColumnAxis {
    if numbers.contains(column) {
      let isWhole = dataset.columns[column].type == .integer
      return ColumnAxis(
        numbers: column, cuts: (cuts[column] ?? []).sorted(),
        scale: isWhole ? 0 : dataset.columns[column].scale, isWhole: isWhole)
    }
    let own = tables.filter { dataset.place(of: dataset.references[$0.key].by) == column }
    return ColumnAxis(
      column, references: own, among: dataset.references.count, bucket: bucket)
  }

  mutating func makeRequests() {
    var forms = axes.map { axis -> ColumnVector.Form in
      if numbers.contains(axis.column) { return .numbers(cuts: (cuts[axis.column] ?? []).sorted()) }
      return isOnlyPresence(axis) ? .presence : .distinct
    }
    // Headers that stand among the rows again are told by a column that is looked at.
    let isBlind = forms.allSatisfy { if case .presence = $0 { true } else { false } }
    if isBlind, !forms.isEmpty { forms[0] = .distinct }
    requests = zip(axes, forms).map { ColumnFile.Request($0.column, $1) }
  }

  /// Whether all that is asked about a column is whether it says anything.
  func isOnlyPresence(_ axis: ColumnAxis) -> Bool {
    let column = dataset.columns[axis.column]
    guard column.type == .text, column.extract == nil, axis.places.isEmpty,
      !sent.contains(axis.column),
      (dataset.unknownPatterns + column.unknownPatterns).isEmpty,
      dataset.redacted.adding(column.redacted).patterns.isEmpty
    else { return false }
    return axis.questions.allSatisfy { question in
      switch question {
      case .kind: return true
      case .leaf(let leaf, _): return leaf.asksForPresence
      default: return false
      }
    }
  }
}
