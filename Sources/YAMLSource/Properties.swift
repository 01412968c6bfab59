import Diagnostics

/// The anchor and the tag that may stand before a value, as they stand in the file.
struct Properties {
  /// Where the tag stands, if there is one.
  private(set) var tag: SourceSpan?
  /// Where the value itself begins.
  let end: Int

  /// Reads the properties at the start of a node's place.
  init(of place: SourceSpan) {
    let bytes = place.source.utf8
    let limit = min(place.range.upperBound, bytes.count)
    var at = place.range.lowerBound
    while at < limit, bytes[at] == UInt8(ascii: "&") || bytes[at] == UInt8(ascii: "!") {
      let start = at
      while at < limit, !isBlank(bytes[at]), bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      if bytes[start] == UInt8(ascii: "!") {
        tag = SourceSpan(source: place.source, range: start..<at)
      }
      at = Self.skipSpace(bytes, from: at, to: limit)
    }
    end = at
  }

  private static func skipSpace(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    var at = start
    while at < limit {
      if bytes[at] == UInt8(ascii: "#") {
        while at < limit, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      } else if isBlank(bytes[at]) || bytes[at] == 0x0A || bytes[at] == 0x0D {
        at += 1
      } else {
        break
      }
    }
    return at
  }
}
