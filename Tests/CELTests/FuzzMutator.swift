/// Makes other texts of texts: most are no longer expressions, some mean something else.
struct FuzzMutator {
  var random: FuzzRandom
  let corpus: [String]

  private static let pieces = [
    "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "??", ".?", "[?", "&&", "||", "!", "-", "--",
    "+", "*", "/", "%", "==", "!=", "<", "<=", "in", " in ", "true", "false", "null", "0", "1",
    "-1",
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1u", "1.5", ".5", "1e",
    "0x", "'", "\"", "'''", "r'", "b'", "\\", "\\u00e9", "\\U0010FFFF", "\\ud800", "`", "`a`", "//",
    "\n", "\u{0}", "\u{E9}", "\u{201C}", "@", "#", "$", "&", "|", "=", "has(", ".all(x, ",
    ".map(x, ",
    ".exists(x, y, ", "cel.bind(x, ", "cel.block([", "cel.index(0)", "optional.of(", ".sortBy(x, ",
    ".transformMapEntry(k, v, ", "type(", "dyn(", "x0", "i0", "ld", "md", "google.protobuf.Any{",
    "google.protobuf.Int64Value{value: ", "math.greatest(", ".format([", ".matches('", "as", "if",
  ]

  /// A text from the corpus, changed here and there.
  mutating func text() -> String { changed(random.pick(corpus)) }

  /// A text, changed here and there.
  mutating func changed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<1 + random.below(4) {
      switch random.below(6) {
      case 0: changeByte(&bytes)
      case 1: insert(Array(random.pick(Self.pieces).utf8), into: &bytes)
      case 2: splice(&bytes)
      case 3: repeatPart(&bytes)
      default: replaceWord(&bytes)
      }
    }
    return String(decoding: bytes.prefix(20_000), as: UTF8.self)
  }

  private mutating func place(_ bytes: [UInt8]) -> Int { random.below(bytes.count + 1) }

  private mutating func changeByte(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(3) {
    case 0: bytes.remove(at: place)
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    default: bytes[place] = UInt8(random.below(256))
    }
  }

  private mutating func insert(_ piece: [UInt8], into bytes: inout [UInt8]) {
    bytes.insert(contentsOf: piece, at: place(bytes))
  }

  /// Part of another text in the place of a part.
  private mutating func splice(_ bytes: inout [UInt8]) {
    let other = Array(random.pick(corpus).utf8)
    let (start, from) = (place(bytes), place(other))
    let end = start + random.below(min(bytes.count - start, 20) + 1)
    bytes.replaceSubrange(start..<end, with: other[from...].prefix(random.below(60)))
  }

  /// A part many times over, as those do who attack parsers.
  private mutating func repeatPart(_ bytes: inout [UInt8]) {
    let start = place(bytes)
    let part = Array(bytes[start...].prefix(1 + random.below(8)))
    let times = random.chance(10) ? random.below(400) : random.below(4)
    for _ in 0..<times { bytes.insert(contentsOf: part, at: start) }
  }

  /// A word or sign by another.
  private mutating func replaceWord(_ bytes: inout [UInt8]) {
    let start = place(bytes)
    let isWord: (UInt8) -> Bool = { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    let end = bytes[start...].firstIndex { !isWord($0) } ?? bytes.count
    bytes.replaceSubrange(
      start..<max(end, min(start + 1, bytes.count)), with: random.pick(Self.pieces).utf8)
  }
}
