/// Reads a literal or folded block and notes where each byte is from.
struct BlockScalar {
  private let bytes: [UInt8]
  private let folded: Bool
  private let keep: Bool
  private let strip: Bool
  private let declaresIndent: Bool
  private let lines: [Line]

  /// A line of the block: where it begins, and where its content and its line end stop.
  private struct Line {
    let start: Int
    let end: Int
    let next: Int
  }

  init(bytes: [UInt8], place: Range<Int>, folded: Bool) {
    self.bytes = bytes
    self.folded = folded
    var lines: [Line] = []
    var at = place.lowerBound
    while at < place.upperBound {
      let start = at
      while at < place.upperBound, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      let next = lineEnd(in: bytes, at: at, before: place.upperBound) ?? at
      lines.append(Line(start: start, end: at, next: next))
      at = next
    }
    let header = lines.first.map { bytes[$0.start..<$0.end].prefix { !isBlank($0) } } ?? []
    keep = header.contains(UInt8(ascii: "+"))
    strip = header.contains(UInt8(ascii: "-"))
    declaresIndent = header.contains { (0x31...0x39).contains($0) }
    self.lines = Array(lines.dropFirst())
  }

  /// The indentations that the block can have, the likeliest first: that of the first line with
  /// content, or less where the header declares one.
  var indents: [Int] {
    guard let first = lines.first(where: { spaces($0) < $0.end - $0.start }) else { return [0] }
    let most = spaces(first)
    return declaresIndent ? Array((0...most).reversed()) : [most]
  }

  private func spaces(_ line: Line) -> Int {
    bytes[line.start..<line.end].prefix { $0 == 0x20 }.count
  }

  /// Decodes the block, taking so many spaces off every line.
  func decode(indent: Int, into map: inout ScalarMap) {
    var pending: [Range<Int>] = []
    var previous: (line: Line, more: Bool)?
    for line in lines {
      guard spaces(line) < line.end - line.start || line.end - line.start > indent else {
        pending.append(line.end..<line.next)
        continue
      }
      let content = min(line.start + indent, line.end)
      let more = isBlank(bytes[content])
      if let previous {
        join(previous.line, pending, apart: previous.more || more, into: &map)
      } else {
        for range in pending { map.add([0x0A], from: range) }
      }
      map.copy(bytes, content..<line.end)
      (pending, previous) = ([], (line, more))
    }
    finish(previous?.line, pending, into: &map)
  }

  /// Between two lines: as written, or in a folded block, unless one is indented more, a space
  /// for one line end and one line end less for several.
  private func join(
    _ line: Line, _ blank: [Range<Int>], apart: Bool, into map: inout ScalarMap
  ) {
    let end = line.end..<line.next
    if !folded || apart {
      map.add([0x0A], from: end)
    } else if blank.isEmpty {
      map.add([0x20], from: end)
    }
    for range in blank { map.add([0x0A], from: range) }
  }

  private func finish(_ line: Line?, _ blank: [Range<Int>], into map: inout ScalarMap) {
    if let line, !strip, line.next > line.end || isBlankAtEnd(line) {
      map.add([0x0A], from: line.end..<line.next)
    }
    guard keep else { return }
    for range in blank { map.add([0x0A], from: range) }
  }

  /// A last line of blanks counts as if a line end stood behind it.
  private func isBlankAtEnd(_ line: Line) -> Bool {
    line.next == line.end && bytes[line.start..<line.end].allSatisfy(isBlank)
  }
}
