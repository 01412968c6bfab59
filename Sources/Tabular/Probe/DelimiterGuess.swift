/// Finds the sign between values: the one by which most records have the same number of cells.
struct DelimiterGuess {
  private let text: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { self.text = text }

  private static let signs: [UInt8] = Array(",;\t|".utf8)

  func answer() -> UInt8 {
    var best: (score: Int, sign: UInt8) = (0, UInt8(ascii: ","))
    for sign in Self.signs {
      let score = score(sign)
      if score > best.score { best = (score, sign) }
    }
    return best.sign
  }

  /// Of a hundred records, how many have the commonest number of cells; more cells decide between
  /// signs that are equally regular.
  private func score(_ sign: UInt8) -> Int {
    let counts = TextProbe.sample(text, sign).map(\.cells.count)
    let table = Dictionary(grouping: counts, by: { $0 }).mapValues(\.count)
    let modal = table.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let modal else { return 0 }
    return modal.value * 10 / counts.count * 1000 + min(modal.key, 999)
  }
}
