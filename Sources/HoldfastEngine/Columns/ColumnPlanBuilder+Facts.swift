import CEL
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What is counted beside the commitments.
extension ColumnPlanBuilder {
  mutating func addFacts(_ scope: ColumnScope) -> Bool {
    keep = scope.keep.map { ($0, scope.view) }
    var kept: [Int: Set<Int>] = [:]
    if let (part, view) = keep {
      guard let leaves = leaves(of: part, scope.schema) else { return false }
      guard know(part, scope.schema, view, "keep") else { return false }
      for leaf in leaves {
        guard let slot = leaf.program.slots.first(where: { column(of: $0, scope.schema) != nil }),
          let column = column(of: slot, scope.schema), let axis = axisOfColumn[column]
        else { continue }
        guard !numbers.contains(column) else {
          kept[axis] = questions(column, cuts: cuts[column] ?? [])
          continue
        }
        let place = axes[axis].place(of: .leaf(leaf, view), key: "leaf keep \(leaf.text)")
        kept[axis, default: []].insert(place)
      }
    }
    for place in tables.keys.sorted() {
      guard let by = dataset.place(of: dataset.references[place].by), let axis = axisOfColumn[by]
      else { continue }
      let question = axes[axis].place(of: .leads(place: place), key: "leads \(place)")
      count(.unmatched(place: place), [axis: [question]], nil)
    }
    for column in scope.blankColumns {
      guard let axis = axisOfColumn[column] else { continue }
      guard !numbers.contains(column) else {
        count(.blank(column: column), [axis: [0]], nil)
        continue
      }
      let question = axes[axis].place(
        of: .kind(slot: column, scope.view), key: "kind \(dataset.columns[column].name)")
      count(.blank(column: column), [axis: [question]], nil)
    }
    addDays(scope, kept)
    return true
  }

  /// Rows by day, where somebody asks for days, else by bucket.
  mutating func addDays(_ scope: ColumnScope, _ kept: [Int: Set<Int>]) {
    let date = dataset.place(of: dataset.periodBy).flatMap { axisOfColumn[$0] }
    guard keep != nil || dataset.expectation?.series != nil || !dataset.controlTotals.isEmpty else {
      if let date = self.date { count(.buckets, [date.axis: [date.bucket]], nil) }
      return
    }
    var asked = kept
    if let date {
      asked[date, default: []].insert(axes[date].place(of: .day, key: "day"))
    }
    let measures = Set(
      dataset.controlTotals.compactMap { dataset.place(of: $0.column).flatMap { axisOfColumn[$0] } }
    )
    count(.days, asked, measures.min())
    for measure in measures.sorted().dropFirst() {
      facts.append(.init(fact: .days, questions: asked, measure: measure, isFirst: false))
    }
    guard keep != nil else { return }
    for slot in scope.watched.keys.sorted() {
      guard case .column(let column) = scope.schema.slots[slot].source,
        let axis = axisOfColumn[column], !numbers.contains(column)
      else { continue }
      var asked = kept
      if let date = self.date {
        // What is kept for later runs says on which day a text was met first.
        let place =
          scope.keepsAccount ? axes[date.axis].place(of: .day, key: "day") : date.bucket
        asked[date.axis, default: []].insert(place)
      }
      let place = axes[axis].place(
        of: .text(slot: slot, scope.view), key: "text \(dataset.columns[column].name)")
      asked[axis, default: []].insert(place)
      count(.texts(slot: slot), asked, nil)
    }
  }

  mutating func count(
    _ fact: ColumnPlan.Fact, _ questions: [Int: Set<Int>], _ measure: Int? = nil
  ) {
    facts.append(.init(fact: fact, questions: questions, measure: measure))
  }
}
