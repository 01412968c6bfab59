/// An address of the Internet Protocol, version 4 or 6, without a zone.
struct IPAddress: Sendable, Hashable {
  /// The address as a number; of version 4 in the lowest 32 bits.
  let bits: UInt128
  let isVersion4: Bool

  init(version4 bits: UInt32) {
    self.bits = UInt128(bits)
    isVersion4 = true
  }

  /// Addresses of version 6 that stand for one of version 4 are that address: `::ffff:c0a8:1` is
  /// `192.168.0.1`.
  init(version6 bits: UInt128) {
    isVersion4 = bits >> 32 == 0xFFFF
    self.bits = isVersion4 ? bits & 0xFFFF_FFFF : bits
  }

  /// How many bits an address of its version has.
  var width: Int { isVersion4 ? 32 : 128 }

  /// The first bits of the address.
  private func leading(_ count: Int) -> UInt128 { bits >> UInt128(width - count) }
}

extension IPAddress: OpaqueValue {
  static let type = CELType.opaque("net.IP")

  var typeName: String { Self.type.name }

  var description: String { "ip(\"\(text)\")" }

  func isEqual(to other: any OpaqueValue) -> Bool { other as? IPAddress == self }
}

/// What an address is for, as Go's package net/netip has it.
extension IPAddress {
  /// Whether it stands for no address: `0.0.0.0`, `::`.
  var isUnspecified: Bool { bits == 0 }

  /// Whether it is the machine itself: `127.0.0.0/8`, `::1`.
  var isLoopback: Bool { isVersion4 ? leading(8) == 127 : bits == 1 }

  /// Whether it is for several machines: `224.0.0.0/4`, `ff00::/8`.
  private var isMulticast: Bool { isVersion4 ? leading(4) == 0xE : leading(8) == 0xFF }

  /// Whether it is for the machines of one link: `224.0.0.0/24`, `ff02::/16` with any flags.
  var isLinkLocalMulticast: Bool {
    isVersion4 ? leading(24) == 0xE0_0000 : leading(16) & 0xFF0F == 0xFF02
  }

  /// Whether it is for one machine of the same link: `169.254.0.0/16`, `fe80::/10`.
  var isLinkLocalUnicast: Bool { isVersion4 ? leading(16) == 0xA9FE : leading(10) == 0x3FA }

  /// Whether it is for one machine anywhere, private networks included.
  var isGlobalUnicast: Bool {
    let isBroadcast = isVersion4 && bits == 0xFFFF_FFFF
    return !(isBroadcast || isUnspecified || isLoopback || isMulticast || isLinkLocalUnicast)
  }
}
