import CEL
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What the judges ask of columns.
extension ColumnPlanBuilder {
  mutating func addParts(_ scope: ColumnScope) -> Bool {
    for (index, entry) in scope.judges.enumerated() {
      let judge = entry.judge
      let schema = judge.commitment.schema
      let view = RowView(schema)
      view.cells = [Cell](repeating: .unknown, count: dataset.columns.count)
      view.references = dataset.references.map { _ in nil }
      view.openBlank = entry.openBlank
      let part = ColumnPlan.Part(entry, view, cuts: ownCuts[index])
      let name = entry.name
      for text in judge.parts {
        guard let leaves = leaves(of: text, schema) else { return false }
        for leaf in leaves {
          guard let slot = leaf.program.slots.first(where: { column(of: $0, schema) != nil }) else {
            continue
          }
          ask(.leaf(leaf, view), "leaf \(name) \(leaf.text)", about: slot, schema, part)
        }
        guard know(text, schema, view, name) else { return false }
      }
      for slot in judge.commitment.slots where !schema.slots[slot].isParameter {
        ask(.kind(slot: slot, view), "kind \(schema.slots[slot].name)", about: slot, schema, part)
        if case .reference(let place, _) = schema.slots[slot].source {
          ask(.leads(place: place), "leads \(place)", about: slot, schema, part)
        }
      }
      if let slot = judge.commitment.groupSlot {
        ask(.text(slot: slot, view), "text \(schema.slots[slot].name)", about: slot, schema, part)
      }
      if let column = judge.measureColumn { part.measure = axisOfColumn[column] }
      if let date = dataset.place(of: dataset.periodBy), let axis = axisOfColumn[date] {
        let place = axes[axis].place(of: .bucket, key: "bucket")
        part.questions[axis, default: []].insert(place)
        self.date = (axis, place)
      }
      parts.append(part)
    }
    return true
  }

  /// Lets the axes know the smallest parts of a condition, which read one cell each where they can.
  func know(
    _ part: CheckedPart, _ schema: RowSchema, _ view: RowView, _ name: String
  ) -> Bool {
    let smallest = part.leaves { slots in
      slots.filter { !schema.slots[$0].isParameter }.count < 2
    }
    guard let smallest else { return false }
    for leaf in smallest {
      guard let slot = leaf.program.slots.first(where: { !schema.slots[$0].isParameter }),
        let column = column(of: slot, schema), let axis = axisOfColumn[column],
        !numbers.contains(column)
      else { continue }
      axes[axis].know(leaf, view, key: "\(name) \(leaf.text)")
    }
    return true
  }

  func ask(
    _ question: ColumnAxis.Question, _ key: String, about slot: Int, _ schema: RowSchema,
    _ part: ColumnPlan.Part
  ) {
    guard let column = column(of: slot, schema), let axis = axisOfColumn[column] else { return }
    guard !numbers.contains(column) else {
      part.questions[axis] = questions(column, cuts: part.cuts[column] ?? [])
      return
    }
    part.questions[axis, default: []].insert(axes[axis].place(of: question, key: key))
  }
}
