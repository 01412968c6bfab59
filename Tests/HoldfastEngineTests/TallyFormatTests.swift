import Crypto
import Diagnostics
import Foundation
import HoldfastEngine
import Testing

/// A file of tallies is read from anybody: whatever stands in it, it is understood as it was
/// written, or refused.
@Suite("Files of tallies")
struct TallyFormatTests {
  private static let golden: [UInt8] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/sample.tally")
    return (try? Array(Data(contentsOf: path))) ?? []
  }()

  /// The length of the first line and of the number behind it.
  private static let head = 17 + 8

  /// What comes of reading a file and writing it again; nil where it is refused.
  private static func again(_ bytes: [UInt8]) -> [UInt8]? {
    try? Engine.merge([("x.tally", bytes)]).bytes
  }

  /// The same content with a length and a digest that fit it.
  private static func sealed(_ content: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array("holdfast-tally 4\n".utf8)
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    bytes += content
    return bytes + SHA256.hash(data: bytes)
  }

  private static var content: ArraySlice<UInt8> { golden.dropFirst(head).dropLast(32) }

  @Test func areWrittenAsTheyAreRead() {
    let isSame = Self.again(Self.golden) == Self.golden
    #expect(isSame)
    let isSealed = Self.sealed(Self.content) == Self.golden
    #expect(isSealed)
  }

  @Test func areRefusedWhereTheyEnd() {
    for length in Self.golden.indices {
      let isRefused = Self.again(Array(Self.golden[..<length])) == nil
      #expect(isRefused, "\(length) bytes")
    }
    let isRefused = Self.again(Self.golden + [0]) == nil
    #expect(isRefused)
  }

  @Test func areRefusedWhereAByteDiffers() {
    for place in Self.golden.indices {
      var bytes = Self.golden
      bytes[place] ^= 1 << UInt8(place % 8)
      let isRefused = Self.again(bytes) == nil
      #expect(isRefused, "at \(place)")
    }
  }

  /// Somebody who makes the digest fit can lie about numbers, and do nothing else: what is read is
  /// what stands there, in the one way that it can be written.
  @Test func saysWhatStandsThere() {
    var taken = 0
    for place in Self.content.indices {
      let change = ([1, 0x80, 0xFF, 0x40, 2] as [UInt8])[place % 5]
      var content = Self.content
      content[place] ^= change
      let bytes = Self.sealed(content)
      guard let again = Self.again(bytes) else { continue }
      taken += 1
      let isSame = again == bytes
      #expect(isSame, "at \(place) by \(change)")
    }
    #expect(taken > 100, "numbers and texts can be changed")
  }

  /// Pieces cut out, doubled or put elsewhere.
  @Test(arguments: [1, 2, 3, 4])
  func survivesWhatIsNoTally(_ seed: UInt64) {
    var state = seed
    let next = { (limit: Int) -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<1000 {
      var content = Array(Self.content)
      for _ in 0..<(1 + next(3)) {
        let start = next(content.count)
        let end = min(content.count, start + next(40))
        let piece = content[start..<end]
        switch next(4) {
        case 0: content.removeSubrange(start..<end)
        case 1: content.insert(contentsOf: piece, at: next(content.count))
        case 2: content.replaceSubrange(start..<end, with: piece.map { _ in UInt8(next(256)) })
        default: content.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0x7F], at: start)
        }
      }
      let bytes = Self.sealed(content)
      let isSame = Self.again(bytes).map { $0 == bytes } ?? true
      #expect(isSame)
    }
  }

  @Test(arguments: [
    ("holdfast-tally 5\n", "version 5 of the format"), ("holdfast-tally \n", "ends too early"),
    ("holdfast-tally 12345678901234567890\n", "ends too early"), ("", "is no tally"),
    ("pack: fair\n", "is no tally"), ("holdfast-tally 4\n", "ends too early"),
  ])
  func namesWhatIsWrong(_ text: String, _ says: String) {
    do throws(DiagnosticList) {
      _ = try Engine.merge([("x.tally", Array(text.utf8))])
      Issue.record("taken")
    } catch {
      #expect(error.items.first?.message.contains(says) == true, "\(error.rendered())")
    }
  }
}
