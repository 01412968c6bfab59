/// The answers to one question so far, numbered in the order in which they were met.
struct AnswerBook {
  /// The sources whose classes decide the answer, one or two; nil where more does.
  var inputs: [Int]?
  private var numbers: [Answer: Int32] = [:]
  /// What is known by the class of the only source; -1 where nothing is.
  private var bySource: [Int32] = []
  /// What is known by the classes of two.
  private var byPair: [UInt64: Int32] = [:]

  /// The number of the answer for a sample whose sources are of some classes; asked only where it
  /// does not follow from what was asked before.
  mutating func number(over classes: [UInt32], _ ask: () -> Answer) -> Int32 {
    guard let inputs else { return number(of: ask()) }
    guard inputs.count == 1 else {
      let key = UInt64(classes[inputs[0]]) << 32 | UInt64(classes[inputs[1]])
      if let known = byPair[key] { return known }
      let number = number(of: ask())
      byPair[key] = number
      return number
    }
    let place = Int(classes[inputs[0]])
    if place >= bySource.count {
      bySource.append(contentsOf: repeatElement(-1, count: place + 1 - bySource.count))
    }
    if bySource[place] < 0 { bySource[place] = number(of: ask()) }
    return bySource[place]
  }

  private mutating func number(of answer: Answer) -> Int32 {
    let number = numbers[answer] ?? Int32(numbers.count)
    numbers[answer] = number
    return number
  }
}
