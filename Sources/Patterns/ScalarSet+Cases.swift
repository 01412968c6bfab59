/// Which characters differ only in case, by Unicode's simple folding: `k`, `K` and the Kelvin sign.
enum Cases {
  /// For each character that has them the others of its set.
  static let others: [UInt32: [UInt32]] = {
    var result: [UInt32: [UInt32]] = [:]
    UnicodeTable.words(UnicodeCaseTable.text) { word in
      let numbers = UnicodeTable.numbers(word)
      guard numbers.count > 3 else { return }
      for place in 0..<numbers[1] {
        let first = numbers[0] + place * numbers[2]
        let members = [first] + numbers[3...].map { first + $0 }
        for member in members { result[member] = members.filter { $0 != member } }
      }
    }
    return result
  }()
}

extension ScalarSet {
  /// With the characters that differ in case from one in it.
  var ignoringCase: ScalarSet {
    var added: [ClosedRange<UInt32>] = []
    // Small sets are asked for each character, large ones are asked by each that has cases.
    if count < Cases.others.count {
      for value in ranges.joined() { added += (Cases.others[value] ?? []).map { $0...$0 } }
    } else {
      for (value, others) in Cases.others where !contains(value) {
        if others.contains(where: { contains($0) }) { added.append(value...value) }
      }
    }
    return added.isEmpty ? self : ScalarSet(ranges + added)
  }
}
