/// Finds one sequence within others.
///
/// It takes time in proportion to the lengths of both, whatever they hold: a search that begins
/// anew at every place would let two texts of strangers keep it busy for hours.
struct PartFinder<Element: Equatable> {
  private let part: [Element]
  /// For each place of the part, how much of its beginning also ends there.
  private let borders: [Int]

  init(_ part: [Element]) {
    var borders = [Int](repeating: 0, count: part.count)
    var matched = 0
    for place in part.indices.dropFirst() {
      while matched > 0, part[place] != part[matched] { matched = borders[matched - 1] }
      if part[place] == part[matched] { matched += 1 }
      borders[place] = matched
    }
    self.part = part
    self.borders = borders
  }

  /// Where the part first stands at or after a place.
  func first(in whole: some RandomAccessCollection<Element>, from start: Int = 0) -> Range<Int>? {
    guard start >= 0, whole.count - start >= part.count else { return nil }
    guard !part.isEmpty else { return start..<start }
    var matched = 0
    for (offset, element) in whole.dropFirst(start).enumerated() {
      while matched > 0, element != part[matched] { matched = borders[matched - 1] }
      if element == part[matched] { matched += 1 }
      if matched == part.count { return start + offset + 1 - matched..<start + offset + 1 }
    }
    return nil
  }
}

extension Array where Element: Equatable {
  /// Whether another sequence stands in this one.
  func contains(part: [Element]) -> Bool {
    firstRange(of: part, from: 0) != nil
  }

  /// Where another sequence first stands at or after a place.
  func firstRange(of part: [Element], from start: Int) -> Range<Int>? {
    guard start <= count, part.count <= count - start else { return nil }
    return PartFinder(part).first(in: self, from: start)
  }

  /// Where another sequence last begins at or before a place.
  func lastStart(of part: [Element], upTo last: Int) -> Int? {
    guard part.count <= count else { return nil }
    let end = Swift.min(last, count - part.count) + part.count
    let mirrored = PartFinder(part.reversed()).first(in: self[..<end].reversed())
    return mirrored.map { end - $0.upperBound }
  }
}
