extension JSONReader {
  /// How many bytes of the block before are kept for messages.
  static let tailLength = 64

  /// The place of a byte of the block, all bytes before which were read.
  func place(at index: Int) -> JSONPlace {
    let offset = before + index
    return JSONPlace(
      line: line, column: offset - lineStart - continuations + 1, offset: offset)
  }

  /// The end of what was read, across the blocks.
  func tailKept() -> [UInt8] {
    let start = index - Self.tailLength
    guard start < 0 else { return Array(block[start..<index]) }
    return Array(tail.dropFirst(max(0, tail.count + start)) + block[..<index])
  }

  func error(_ kind: JSONError.Kind, at place: JSONPlace) -> JSONError {
    JSONError(kind, at: place, excerpt: kind == .utf16 ? "" : excerpt(around: place.offset))
  }

  /// The part of the line around an offset that is still there to be shown.
  private func excerpt(around offset: Int) -> String {
    let known = tail + block
    let middle = min(max(offset - before + tail.count, 0), known.count)
    var start = middle
    while start > 0, middle - start < 40, known[start - 1] != 0x0A { start -= 1 }
    var end = middle
    while end < known.count, end - middle < 40, known[end] != 0x0A, known[end] != 0x0D { end += 1 }
    while start < end, known[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < known.count, known[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: known[start..<end], as: UTF8.self)
  }
}
