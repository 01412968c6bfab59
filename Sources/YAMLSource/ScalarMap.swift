import Diagnostics

/// Where in the file each byte of a scalar's text comes from.
///
/// Made again from the file when somebody asks, so that the many scalars nobody asks about cost
/// nothing; what was made is trusted only where it gives the very text that libyaml gave.
struct ScalarMap {
  /// The text as decoded here.
  private(set) var text: [UInt8] = []
  private var origins: [Range<Int>] = []
  private let place: Range<Int>

  /// The map of a scalar; nil where the text cannot be followed back.
  init?(of scalar: YAMLScalar) {
    place = scalar.place.range
    let bytes = scalar.place.source.utf8
    guard place.upperBound <= bytes.count else { return nil }
    let wanted = Array(scalar.text.utf8)
    switch scalar.style {
    case .plain, .singleQuoted, .doubleQuoted:
      var decoder = FlowScalarDecoder(bytes: bytes, place: place, style: scalar.style)
      guard decoder.decode(into: &self), text == wanted else { return nil }
    case .literal, .folded:
      let block = BlockScalar(bytes: bytes, place: place, folded: scalar.style == .folded)
      for indent in block.indents {
        (text, origins) = ([], [])
        block.decode(indent: indent, into: &self)
        if text == wanted { return }
      }
      return nil
    }
  }

  /// The stretch of the file that a stretch of the text comes from.
  func source(of range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<origins.count)
    guard !range.isEmpty else {
      let at =
        range.lowerBound < origins.count
        ? origins[range.lowerBound].lowerBound : origins.last?.upperBound ?? place.lowerBound
      return at..<at
    }
    let start = origins[range.lowerBound].lowerBound
    return start..<max(start, origins[range.upperBound - 1].upperBound)
  }

  /// Adds bytes that stand in the file as they are.
  mutating func copy(_ bytes: [UInt8], _ range: Range<Int>) {
    for at in range {
      text.append(bytes[at])
      origins.append(at..<at + 1)
    }
  }

  /// Adds bytes that something else stands for in the file.
  mutating func add(_ bytes: some Sequence<UInt8>, from range: Range<Int>) {
    for byte in bytes {
      text.append(byte)
      origins.append(range)
    }
  }
}

/// Where a line end stops that begins at an offset, or nil where none begins there.
func lineEnd(in bytes: [UInt8], at offset: Int, before end: Int) -> Int? {
  guard offset < end else { return nil }
  if bytes[offset] == 0x0A { return offset + 1 }
  guard bytes[offset] == 0x0D else { return nil }
  return offset + 1 < end && bytes[offset + 1] == 0x0A ? offset + 2 : offset + 1
}

/// Whether a byte is a space or a tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
