/// A made-up ledger with blanks, credit notes, rows outside the year and suppliers nobody knows.
enum Ledger {
  static func text(rows: Int) -> String { Sample.header + lines(rows).joined() }

  /// The records, the same at every call.
  static func lines(_ count: Int) -> [String] {
    var random = Steps(state: 7)
    return (0..<count).map { row in
      let day = "202\(4 + random.next(2))-\(random.twoDigits(12))-\(random.twoDigits(28))"
      let department = ["Housing", "Parks", "Roads", "\"Parks, north\""][random.next(4)]
      let pence = random.next(90_000_000) - 9_000_000
      let amount = "\(pence / 100).\(abs(pence) % 100 / 10)\(abs(pence) % 10)"
      let postcode = ["M5 4WT", "M3 1AA", "LS1 1AA", "M9 9ZZ", "", "nowhere"][random.next(6)]
      let category = ["works", "goods", ""][random.next(3)]
      return "r\(row),\(day),\(department),s\(random.next(4)),\(amount),\(postcode),\(category)\n"
    }
  }
}

/// Numbers that look random and are the same in every run (a linear congruential generator).
struct Steps {
  var state: UInt64

  /// A number from 0 to below a limit.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  fileprivate mutating func twoDigits(_ limit: Int) -> String {
    let number = next(limit) + 1
    return number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Array {
  /// The elements in another order, the same for the same seed.
  func shuffled(seed: UInt64) -> [Element] {
    var steps = Steps(state: seed)
    var result = self
    for index in result.indices.reversed() { result.swapAt(index, steps.next(index + 1)) }
    return result
  }
}
