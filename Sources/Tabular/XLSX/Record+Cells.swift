extension Record {
  /// Adds bytes to the present field.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    reserve(range.count)
    let (from, start) = (bytes.span.extracting(range), used)
    var to = storage.mutableSpan
    for index in from.indices { to[start + index] = from[index] }
    used = start + range.count
  }

  /// Adds fields without content until there are so many.
  mutating func pad(to count: Int) {
    while ends.count < count { ends.append(used) }
  }

  /// Takes away the fields behind the last one with content, down to `count` fields, or adds some
  /// up to that; false where none has content.
  mutating func cut(toAtLeast count: Int) -> Bool {
    while let last = ends.indices.last, Blanks.trimmed(storage.span, range(last)).isEmpty {
      ends.removeLast()
      used = ends.last ?? 0
    }
    let hasContent = !ends.isEmpty
    pad(to: count)
    return hasContent
  }
}
