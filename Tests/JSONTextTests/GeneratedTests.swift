import Diagnostics
import JSONText
import Testing

/// Texts made by changing valid ones: whatever they are, the reader answers, and in the same way
/// however they are cut into blocks.
@Suite struct GeneratedTests {
  @Test(arguments: Verdicts.accepted) func accepts(_ text: String) {
    #expect(error(text) == nil)
  }

  @Test(arguments: Verdicts.refused) func refuses(_ text: String) {
    #expect(error(text) != nil)
  }

  @Test(arguments: 0..<20) func answersAlike(_ seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var accepted = 0
    for _ in 0..<200 {
      let bytes = generator.document()
      let answers = [bytes.count + 1, 1, 5].map { answer(bytes, blocks: $0) }
      #expect(Set(answers).count == 1, "\(bytes): \(answers)")
      guard let text = answers.first, !text.hasPrefix("refused") else { continue }
      accepted += 1
      #expect(answer(Array(text.utf8), blocks: 9).utf8.elementsEqual(text.utf8))
    }
    #expect(accepted > 0 && accepted < 200)
  }

  private func answer(_ bytes: [UInt8], blocks size: Int) -> String {
    do throws(JSONError) { return try parsed(bytes, blocks: size).compactText } catch {
      #expect((0...bytes.count).contains(error.place.offset))
      let said = error.diagnostic(file: "t").rendered() + error.words(hidden: true).message
      #expect(!said.isEmpty)
      return "refused: \(error.kind) at \(error.place)"
    }
  }
}

/// Makes texts from a seed, the same on every machine.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  private static let valid: [String] = [
    #"{"a":[1,2.5e-3,{"b":null}],"c":"x\u00e9\ud83d\ude00"}"#, #"[true,false,[[]],{},-0.0]"#,
    "{\"£\":\"😀\",\r\n\t\"k\":\"\\\\ \\\" \\/\"}", #"  "text"  "#, "12e+5",
  ]

  private static let pieces: [[UInt8]] =
    [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "\\u", "\\ud800", "\\udc00", "e", ".", "-", "0",
      "1", " ", "\n", "\u{0}", "\u{FEFF}", "é", "😀", "true", "null", "NaN", "\"a\":1",
    ].map { Array($0.utf8) } + [[0xFF], [0xED, 0xA0], [0xF0, 0x9F]]

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func document() -> [UInt8] {
    var bytes = Array((Self.valid.randomElement(using: &self) ?? "").utf8)
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      let at = Int.random(in: 0...bytes.count, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes.insert(contentsOf: Self.pieces.randomElement(using: &self) ?? [], at: at)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + 2))
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &self), at: at)
      default: bytes.insert(0x20, at: at)
      }
    }
    return bytes
  }
}
