/// Numbers the cells of a cube as one judge tells them apart: it asks little of most axes.
struct PartClasses {
  /// What is asked of an axis.
  fileprivate struct Asked {
    let axis: Int
    let questions: [Int]
    /// The number of each combination of answers.
    var known: [[Int32]: Int] = [:]
    /// The number of each class of the axis; -1 where it is not known.
    var numbers: [Int] = []
  }

  private var asked: [Asked]
  /// Numbers of two axes together, and then of those and the next.
  private var pairs: [[UInt64: Int]]
  private var count = 0

  /// The questions that are asked of some axes.
  init(_ asked: [(axis: Int, questions: [Int])]) {
    self.asked = asked.map { Asked(axis: $0.axis, questions: $0.questions) }
    pairs = self.asked.map { _ in [:] }
    if asked.isEmpty { pairs = [[:]] }
  }

  /// The number of a cell, and whether nobody asked for it before; `answers` gives all that is known
  /// of a class of an axis.
  mutating func number(
    of classes: [Int], _ answers: (_ axis: Int, _ number: Int) -> [Int32]
  ) -> (number: Int, isNew: Bool) {
    var key: UInt64 = 0
    for index in asked.indices {
      let own = asked[index].number(of: classes[asked[index].axis], answers)
      if index > 0 { key = UInt64(inner(key, at: index - 1)) }
      key = key << 32 | UInt64(own)
    }
    if let known = pairs[pairs.count - 1][key] { return (known, false) }
    count += 1
    pairs[pairs.count - 1][key] = count - 1
    return (count - 1, true)
  }

  /// The number of a pair that is followed by another axis.
  private mutating func inner(_ key: UInt64, at index: Int) -> Int {
    if index == 0 { return Int(key) }
    if let known = pairs[index][key] { return known }
    pairs[index][key] = pairs[index].count
    return pairs[index].count - 1
  }
}

extension PartClasses.Asked {
  /// The number of a class among those that the questions tell apart.
  fileprivate mutating func number(
    of place: Int, _ answers: (_ axis: Int, _ number: Int) -> [Int32]
  ) -> Int {
    let missing = place + 1 - numbers.count
    if missing > 0 { numbers.append(contentsOf: repeatElement(-1, count: missing)) }
    if numbers[place] >= 0 { return numbers[place] }
    let all = answers(axis, place)
    let key = questions.map { all[$0] }
    numbers[place] = known[key] ?? known.count
    known[key] = numbers[place]
    return numbers[place]
  }
}
