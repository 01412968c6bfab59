import HoldfastModel
import Testing

@Suite("Texts for spreadsheet programs")
struct CorrectionsGuardTests {
  @Test(arguments: [
    "=1+1", "+44", "-7", "@SUM", "\tx", "'s", "0012", "123456789012", "1E5", "3/4", "MAR1",
    "Sept 2020", "1-2", "TRUE", "false", "12:30", "£5", "50%", "(5)", "1,234", "2024-04-01",
    "1.5e3", "5 PM", "+", "＝1",
  ])
  func areGuarded(_ text: String) {
    #expect(GuardedText.guarded(text) == "'" + text)
  }

  @Test(arguments: [
    "", "s1", "10008721", "0", "12345678901", "NHS0000RJ701", "150003252/CREDIT", "M5 4WT",
    "row 12ab", "St Georges", "spend", "A1", "12 High Street", "e", "May & Co",
  ])
  func stayAsTheyAre(_ text: String) {
    #expect(GuardedText.guarded(text) == text)
    #expect(GuardedText.unguarded(text) == text)
  }

  /// Whatever a text is, one apostrophe at most goes in front, and comes off again.
  @Test func comeBack() {
    var state: UInt64 = 5
    let parts = [
      "'", "=", "-", "0", "1", "9", "e", "mar", "a", ",", "\u{301}", "é", "x", " ", "@", "TRUE",
    ]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0...Int(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      let guarded = GuardedText.guarded(text)
      #expect(GuardedText.unguarded(guarded).utf8.elementsEqual(text.utf8))
      #expect(guarded.utf8.count - text.utf8.count <= 1)
      if let first = guarded.unicodeScalars.first {
        #expect(!"=+-@".unicodeScalars.contains(first))
      }
    }
  }
}
