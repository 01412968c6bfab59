import Tabular

/// Puts what asks about the same columns together, as long as the cube stays small.
struct ColumnGroups {
  private let plan: ColumnPlan
  /// How many bits the index of a cube should have.
  private let limit: Int

  /// Where there are many cubes, what is made of their cells takes longer than adding rows up.
  init(_ plan: ColumnPlan) {
    self.plan = plan
    limit = plan.parts.count > 100 ? 15 : 16
  }

  func grouped() -> [ColumnPlan.Group] {
    var groups: [ColumnPlan.Group] = []
    let order = plan.parts.indices.sorted {
      let (left, right) = (plan.parts[$0], plan.parts[$1])
      if left.questions.count != right.questions.count {
        return left.questions.count > right.questions.count
      }
      let keys = (left.questions.keys.sorted(), right.questions.keys.sorted())
      return keys.0 == keys.1 ? $0 < $1 : keys.0.lexicographicallyPrecedes(keys.1)
    }
    for part in order {
      let (asked, measure) = (plan.parts[part].questions, plan.parts[part].measure)
      let place = place(for: asked, measure, among: groups)
      if place == groups.count { groups.append(ColumnPlan.Group()) }
      groups[place].take(part: part, plan.parts[part])
    }
    for (fact, counted) in plan.facts.enumerated() {
      let (asked, measure) = (counted.questions, counted.measure)
      let place = place(for: asked, measure, among: groups)
      if place == groups.count { groups.append(ColumnPlan.Group()) }
      groups[place].take(fact: fact, asked, measure)
    }
    return groups
  }

  /// The group that grows least, or a new one.
  private func place(
    for asked: [Int: Set<Int>], _ measure: Int?, among groups: [ColumnPlan.Group]
  ) -> Int {
    var best: (place: Int, growth: Int)?
    for (place, group) in groups.enumerated()
    where measure == nil || group.measure == nil || group.measure == measure {
      let union = group.questions.merging(asked) { $0.union($1) }
      let (before, after) = (bits(group.questions), bits(union))
      guard after <= limit || after == before else { continue }
      if best.map({ after - before < $0.growth }) ?? true { best = (place, after - before) }
    }
    return best?.place ?? groups.count
  }

  /// About how many bits tell the classes of the questions apart.
  private func bits(_ questions: [Int: Set<Int>]) -> Int {
    questions.reduce(0) { sum, entry in
      let axis = plan.axes[entry.key]
      if case .numbers = plan.requests[entry.key].form {
        return sum + entry.value.count.bitWidth - entry.value.count.leadingZeroBitCount
      }
      return sum
        + entry.value.reduce(0) { bits, question in
          switch axis.questions[question] {
          case .bucket: bits + 5
          case .day: bits + 11
          case .text: bits + 8
          case .leaf: bits + 1
          case .kind, .leads: bits
          }
        }
    }
  }
}
