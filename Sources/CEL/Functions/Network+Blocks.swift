extension Library {
  /// Blocks of addresses.
  static let blocks = [
    Function(
      name: "cidr", doc: "A block of addresses from an address and the length of its prefix.",
      example: "string(cidr('10.0.0.0/8')) // '10.0.0.0/8'",
      overloads: [
        .one("string_to_cidr", .string, AddressBlock.type) { value in
          withBlock(value) { .opaque($0) }
        }
      ]),
    Function(
      name: "isCIDR", doc: "Whether a text is an address with the length of its prefix.",
      example: "isCIDR('10.0.0.0/33') // false",
      overloads: [
        .one("is_cidr", .string, .bool) { value in
          guard case .string(let text) = value else { return .noSuchOverload }
          return .bool((try? AddressBlock(text)) != nil)
        }
      ]),
    Function(
      name: "containsIP", doc: "Whether an address lies in a block.",
      example: "cidr('10.0.0.0/8').containsIP('10.1.2.3') // true",
      overloads: [
        holds("cidr_contains_ip", IPAddress.type, address),
        holds("cidr_contains_ip_string", .string, address),
      ]),
    Function(
      name: "containsCIDR", doc: "Whether all of a block lies in another.",
      example: "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') // true",
      overloads: [
        holds("cidr_contains_cidr", AddressBlock.type, block),
        holds("cidr_contains_cidr_string", .string, block),
      ]),
    Function(
      name: "masked", doc: "The block with its first address.",
      example: "string(cidr('192.168.1.5/24').masked()) // '192.168.1.0/24'",
      overloads: [
        .one("cidr_masked", AddressBlock.type, AddressBlock.type, member: true) { value in
          withBlock(value) { .opaque($0.masked) }
        }
      ]),
    Function(
      name: "prefixLength", doc: "How many bits the addresses of a block have in common.",
      example: "cidr('192.168.0.0/24').prefixLength() // 24",
      overloads: [
        .one("cidr_prefix_length", AddressBlock.type, .int, member: true) { value in
          withBlock(value) { .int(Int64($0.prefixLength)) }
        }
      ]),
  ]

  private static func holds(
    _ id: String, _ type: CELType,
    _ body: @escaping @Sendable (AddressBlock, Value) -> Value
  ) -> Overload {
    .two(id, AddressBlock.type, type, .bool, member: true) { value, part in
      withBlock(value) { body($0, part) }
    }
  }

  private static let address: @Sendable (AddressBlock, Value) -> Value = { block, part in
    withAddress(part) { .bool(block.contains($0)) }
  }

  private static let block: @Sendable (AddressBlock, Value) -> Value = { block, part in
    withBlock(part) { .bool(block.contains($0)) }
  }
}
