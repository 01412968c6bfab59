/// When clocks in a place changed, read from a TZif file (RFC 8536), as in `/usr/share/zoneinfo`.
public struct ZoneRules: Sendable {
  private let transitions: [(at: Int64, offset: Int)]
  private let first: Int
  private let footer: ZoneFooter?

  /// Reads the bytes of a TZif file of version 2 or later; nil where they are not one.
  public init?(tzif bytes: [UInt8]) {
    guard bytes.count <= 1 << 20, let old = Header(bytes[...]), old.version >= 2 else { return nil }
    let second = bytes.dropFirst(Header.size + old.length(timeSize: 4))
    guard let header = Header(second) else { return nil }
    var scan = ByteScanner(second.dropFirst(Header.size))
    let times = (0..<header.times).compactMap { _ in scan.integer(bytes: 8) }
    guard times.count == header.times, let kinds = scan.take(header.times) else { return nil }
    let offsets = (0..<header.kinds).compactMap { _ -> Int? in
      defer { _ = scan.take(2) }
      return scan.integer(bytes: 4).map(Int.init)
    }
    guard offsets.count == header.kinds, let first = offsets.first,
      kinds.allSatisfy({ Int($0) < offsets.count }),
      scan.take(header.characters + header.leaps * 12 + header.flags) != nil
    else { return nil }
    self.first = first
    transitions = zip(times, kinds).map { ($0, offsets[Int($1)]) }
    let text = scan.rest.dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    footer = ZoneFooter(String(decoding: text, as: UTF8.self))
  }

  /// How many seconds clocks there are ahead of UTC at a time given in seconds since 1970.
  public func offset(at seconds: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let footer { return footer.offset(at: seconds) }
    return low == 0 ? first : transitions[low - 1].offset
  }

  private struct Header {
    static let size = 44
    let version: Int
    let flags, leaps, times, kinds, characters: Int

    init?(_ bytes: ArraySlice<UInt8>) {
      var scan = ByteScanner(bytes)
      guard scan.take("TZif"), let version = scan.take(1)?.first, scan.take(15) != nil else {
        return nil
      }
      let counts = (0..<6).compactMap { _ in scan.integer(bytes: 4).map(Int.init) }
      guard counts.count == 6, counts.allSatisfy({ (0...1 << 20).contains($0) }) else { return nil }
      self.version = version == 0 ? 1 : Int(version) - 48
      flags = counts[0] + counts[1]
      (leaps, times, kinds, characters) = (counts[2], counts[3], counts[4], counts[5])
    }

    func length(timeSize: Int) -> Int {
      times * (timeSize + 1) + kinds * 6 + characters + leaps * (timeSize + 4) + flags
    }
  }
}

extension ByteScanner {
  /// A big-endian signed number.
  fileprivate mutating func integer(bytes count: Int) -> Int64? {
    guard let bytes = take(count) else { return nil }
    let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int64(bitPattern: bits << UInt64(64 - count * 8)) >> Int64(64 - count * 8)
  }
}

/// Finds the rules of a time zone by its name, as `Europe/London`; nil where it knows none.
public typealias ZoneFinder = @Sendable (String) -> ZoneRules?
