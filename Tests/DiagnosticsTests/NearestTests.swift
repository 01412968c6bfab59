import Diagnostics
import Testing

@Suite struct NearestTests {
  private static let keys = [
    "among", "where", "measure", "leave_out", "target", "period", "per", "enforcement",
  ]

  @Test(arguments: [
    ("wehre", "where"), ("Where", "where"), ("leaveout", "leave_out"), ("leave-out", "leave_out"),
    ("Leave Out", "leave_out"), ("messure", "measure"), ("targt", "target"), ("pre", "per"),
    ("enforcment", "enforcement"), ("periods", "period"),
  ])
  func findsWhatWasMeant(word: String, expected: String) {
    #expect(Nearest.name(to: word, in: Self.keys) == expected)
    #expect(Nearest.hint(for: word, in: Self.keys) == "did you mean '\(expected)'?")
  }

  @Test(arguments: ["", "_", "zzz", "completely_else", "x"])
  func staysSilentWhereNothingIsNear(word: String) {
    #expect(Nearest.name(to: word, in: Self.keys) == nil)
    #expect(Nearest.hint(for: word, in: Self.keys) == nil)
  }

  @Test func tiesGoToTheFirstInOrder() {
    #expect(Nearest.name(to: "cat", in: ["hat", "bat"]) == "bat")
    #expect(Nearest.name(to: "cat", in: ["bat", "hat"]) == "bat")
  }

  @Test func hasNothingToSayWithoutCandidates() {
    #expect(Nearest.name(to: "where", in: [String]()) == nil)
  }

  @Test func longWordsCostNoMoreThanShortOnes() {
    let word = String(repeating: "x", count: 1_000_000)
    #expect(Nearest.name(to: word + "a", in: [word + "b"]) == word + "b")
  }
}
