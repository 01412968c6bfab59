/// Why a text is no address, or no block of addresses.
enum AddressFault: Error {
  case unreadable
  /// It names a zone, as in `fe80::1%eth0`.
  case hasZone
  /// It writes an address of version 4 as one of version 6, as in `::ffff:192.0.2.1`.
  case isMapped
}

extension IPAddress {
  /// Reads `192.0.2.1`, `2001:db8::1` or `64:ff9b::192.0.2.1`, as RFC 4291 has them and without
  /// leading zeros in decimal numbers.
  init(_ text: String) throws(AddressFault) {
    let bytes = Array(text.utf8.prefix(Self.longest + 1))
    if let zone = bytes.firstIndex(of: UInt8(ascii: "%")) {
      throw Self.version6(bytes[..<zone]) == nil ? AddressFault.unreadable : .hasZone
    }
    if let bits = Self.version4(bytes[...]) {
      self.init(version4: bits)
      return
    }
    guard let bits = Self.version6(bytes[...]) else { throw .unreadable }
    self.init(version6: bits)
    guard !(isVersion4 && bytes.contains(UInt8(ascii: "."))) else { throw .isMapped }
  }

  /// The length of the longest text of an address: six groups and an address of version 4.
  private static let longest = 45

  /// Four numbers up to 255 with dots between them.
  private static func version4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let fields = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard fields.count == 4 else { return nil }
    var bits: UInt32 = 0
    for field in fields {
      guard let octet = octet(field) else { return nil }
      bits = bits << 8 | octet
    }
    return bits
  }

  private static func octet(_ field: ArraySlice<UInt8>) -> UInt32? {
    guard let first = field.first, field.count <= 3,
      first != UInt8(ascii: "0") || field.count == 1, field.allSatisfy(\.isDigit)
    else { return nil }
    let value = field.reduce(0) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
    return value <= 255 ? value : nil
  }

  /// Eight groups with colons between them, of which `::` stands for one or more that are zero.
  private static func version6(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    guard let gap = Array(bytes).firstRange(of: Array("::".utf8), from: 0) else {
      guard let groups = groups(bytes, isEnd: true), groups.count == 8 else { return nil }
      return joined(groups)
    }
    let start = bytes.startIndex
    guard let head = groups(bytes[..<(start + gap.lowerBound)], isEnd: false),
      let tail = groups(bytes[(start + gap.upperBound)...], isEnd: true),
      head.count + tail.count < 8
    else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - head.count - tail.count)
    return joined(head + zeros + tail)
  }

  private static func joined(_ groups: [UInt16]) -> UInt128 {
    groups.reduce(0) { $0 << 16 | UInt128($1) }
  }

  /// Groups with colons between them; at the end of an address the last may be of version 4.
  private static func groups(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> [UInt16]? {
    guard !bytes.isEmpty else { return [] }
    var fields = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var end: [UInt16] = []
    if isEnd, let last = fields.last, let bits = version4(last) {
      end = [UInt16(bits >> 16), UInt16(bits & 0xFFFF)]
      fields.removeLast()
    }
    let groups = fields.compactMap { group($0) }
    return groups.count == fields.count ? groups + end : nil
  }

  private static func group(_ field: ArraySlice<UInt8>) -> UInt16? {
    guard (1...4).contains(field.count) else { return nil }
    var value: UInt32 = 0
    for byte in field {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 | digit
    }
    return UInt16(exactly: value)
  }
}

extension IPAddress {
  /// The one form that RFC 5952 has for the address.
  var text: String {
    if isVersion4 {
      return [24, 16, 8, 0].map { String(bits >> UInt128($0) & 0xFF) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
    guard let zeros = Self.longestZeros(groups) else { return Self.text(groups[...]) }
    return Self.text(groups[..<zeros.lowerBound]) + "::" + Self.text(groups[zeros.upperBound...])
  }

  private static func text(_ groups: ArraySlice<UInt16>) -> String {
    groups.map { String($0, radix: 16) }.joined(separator: ":")
  }

  /// The first of the longest runs of two or more groups that are zero.
  private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
    var longest = 0..<1
    var start = 0
    for (place, group) in groups.enumerated() {
      if group != 0 {
        start = place + 1
      } else if place + 1 - start > longest.count {
        longest = start..<place + 1
      }
    }
    return longest.count > 1 ? longest : nil
  }
}
