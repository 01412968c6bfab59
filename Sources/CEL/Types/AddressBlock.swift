/// A block of addresses of the Internet Protocol that begin alike, and an address in it.
struct AddressBlock: Sendable, Hashable {
  /// The address as it was given, which need not be the first of the block.
  let address: IPAddress
  /// How many bits the addresses of the block have in common: 0 to 32, or to 128.
  let prefixLength: Int

  /// The block with its first address.
  var masked: AddressBlock {
    let zeros = UInt128(address.width - prefixLength)
    let bits = (address.bits >> zeros) << zeros
    let first =
      address.isVersion4
      ? IPAddress(version4: UInt32(truncatingIfNeeded: bits)) : IPAddress(version6: bits)
    return AddressBlock(address: first, prefixLength: prefixLength)
  }

  /// Whether an address lies in the block; those of the other version never do.
  func contains(_ other: IPAddress) -> Bool {
    let rest = UInt128(address.width - prefixLength)
    return address.isVersion4 == other.isVersion4 && address.bits >> rest == other.bits >> rest
  }

  /// Whether all addresses of another block lie in the block.
  func contains(_ other: AddressBlock) -> Bool {
    prefixLength <= other.prefixLength && contains(other.address)
  }
}

extension AddressBlock {
  /// Reads an address and the length of the prefix: `10.0.0.0/8`. An address of version 4 must be
  /// written as such, else it were unclear which length is meant.
  init(_ text: String) throws(AddressFault) {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw .unreadable }
    let host = String(text[..<slash])
    let address = try IPAddress(host)
    guard address.isVersion4 != host.utf8.contains(UInt8(ascii: ":")) else { throw .isMapped }
    let digits = Array(text.utf8[slash...].dropFirst().prefix(4))
    guard let first = digits.first, digits.count <= 3, digits.allSatisfy(\.isDigit),
      first != UInt8(ascii: "0") || digits.count == 1
    else { throw .unreadable }
    let length = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard length <= address.width else { throw .unreadable }
    self.init(address: address, prefixLength: length)
  }

  /// The address in its one form and the length: `10.0.0.0/8`.
  var text: String { "\(address.text)/\(prefixLength)" }
}

extension AddressBlock: OpaqueValue {
  static let type = CELType.opaque("net.CIDR")

  var typeName: String { Self.type.name }

  var description: String { "cidr(\"\(text)\")" }

  func isEqual(to other: any OpaqueValue) -> Bool { other as? AddressBlock == self }
}
