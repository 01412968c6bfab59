import Exact
import HoldfastModel
import Tabular

/// Says which class a cell is of, the same for all threads.
final class ClassBook {
  /// The classes of one axis of one cube: of the answers to its questions alone.
  private struct Narrowed {
    let questions: [Int]
    var known: [[Int32]: Int32] = [:]
    /// The same where there are few questions with few answers, whose numbers fit in one.
    var packed: [UInt64: Int32] = [:]
    /// A class of the axis that each is made of.
    var first: [Int32] = []
    /// The class of the cube for each class of the column so far; -1 where it is not known.
    var numbers: [Int32] = []

    /// The numbers of the answers in one; nil where they do not fit.
    func packedKey(_ answers: [Int32]) -> UInt64? {
      guard questions.count <= 16 else { return nil }
      var key: UInt64 = 0
      for question in questions {
        guard answers[question] < 16 else { return nil }
        key = key << 4 | UInt64(answers[question])
      }
      return key
    }
  }

  private let plan: ColumnPlan
  private var narrowed: [[Narrowed]]
  /// The first and the last day of each bucket met.
  private(set) var spans: [CivilDate: ClosedRange<CivilDate>] = [:]
  private let bucket: (CivilDate) -> CivilDate

  init(_ plan: ColumnPlan, bucket: @escaping (CivilDate) -> CivilDate) {
    self.plan = plan
    self.bucket = bucket
    narrowed = plan.groups.map { group in
      group.axes.map { Narrowed(questions: (group.questions[$0] ?? []).sorted()) }
    }
  }

  /// The classes of further distinct cells of an axis; odd ones are judged elsewhere.
  func classify(_ cells: ArraySlice<Cell>, of axis: Int, isOdd: (Int) -> Bool) -> [Int32] {
    cells.indices.map { index in
      if plan.date?.axis == axis, !isOdd(index), let day = cells[index].date {
        let start = bucket(day)
        let span = spans[start] ?? day...day
        spans[start] = min(span.lowerBound, day)...max(span.upperBound, day)
      }
      return plan.axes[axis].classify(cells[index])
    }
  }

  /// The classes of a cube's axis that classes of the column belong to.
  func narrow(_ classes: [Int32], group: Int, axis: Int) -> [Int32] {
    let column = plan.groups[group].axes[axis]
    return classes.map { number in
      let numbers = narrowed[group][axis].numbers
      if number < numbers.count, numbers[Int(number)] >= 0 { return numbers[Int(number)] }
      return narrow(number, plan.axes[column].classes[Int(number)], &narrowed[group][axis])
    }
  }

  private func narrow(
    _ number: Int32, _ answers: [Int32], _ narrowed: inout Narrowed
  ) -> Int32 {
    let next = Int32(narrowed.first.count)
    let result: Int32
    if let key = narrowed.packedKey(answers) {
      result = narrowed.packed[key] ?? next
      narrowed.packed[key] = result
    } else {
      let own = narrowed.questions.map { answers[$0] }
      result = narrowed.known[own] ?? next
      narrowed.known[own] = result
    }
    if result == next { narrowed.first.append(number) }
    let missing = Int(number) + 1 - narrowed.numbers.count
    if missing > 0 { narrowed.numbers.append(contentsOf: repeatElement(-1, count: missing)) }
    narrowed.numbers[Int(number)] = result
    return result
  }

  /// A class of the column that a class of a cube's axis is made of.
  func column(_ number: Int, group: Int, axis: Int) -> Int {
    let first = narrowed[group][axis].first
    return first.indices.contains(number) ? Int(first[number]) : number
  }
}
