extension Library {
  /// The network extension of cel-spec: addresses of the Internet Protocol and blocks of them.
  public static let network = Library(
    name: "network",
    functions: [
      Function(
        name: "ip", doc: "An address of version 4 or 6 from text, or the address of a block.",
        example: "ip('192.168.0.1').family() // 4",
        overloads: [
          .one("string_to_ip", .string, IPAddress.type) { value in
            withAddress(value) { .opaque($0) }
          },
          .one("cidr_ip", AddressBlock.type, IPAddress.type, member: true) { value in
            withBlock(value) { .opaque($0.address) }
          },
        ]),
      Function(
        name: "isIP", doc: "Whether a text is an address of version 4 or 6.",
        example: "isIP('192.168.0.256') // false",
        overloads: [
          .one("is_ip", .string, .bool) { value in
            guard case .string(let text) = value else { return .noSuchOverload }
            return .bool((try? IPAddress(text)) != nil)
          }
        ]),
      Function(
        name: "ip.isCanonical",
        doc: "Whether a text is an address in the one form that RFC 5952 has for it.",
        example: "ip.isCanonical('2001:DB8::1') // false",
        overloads: [
          .one("ip_is_canonical", .string, .bool) { value in
            guard case .string(let text) = value else { return .noSuchOverload }
            return withAddress(value) { .bool($0.text.hasSameBytes(as: text)) }
          }
        ]),
      Function(
        name: "family", doc: "The version of an address: 4 or 6.",
        example: "ip('2001:db8::68').family() // 6",
        overloads: [
          .one("ip_family", IPAddress.type, .int, member: true) { value in
            withAddress(value) { .int($0.isVersion4 ? 4 : 6) }
          }
        ]),
      Function(
        name: "string", doc: "An address or a block of addresses in its one form.",
        example: "string(ip('2001:DB8:0::1')) // '2001:db8::1'",
        overloads: [
          .one("ip_to_string", IPAddress.type, .string) { value in
            withAddress(value) { .string($0.text) }
          },
          .one("cidr_to_string", AddressBlock.type, .string) { value in
            withBlock(value) { .string($0.text) }
          },
        ]),
    ] + purposes + blocks,
    types: [IPAddress.type, AddressBlock.type])

  /// What an address is for.
  private static let purposes = [
    test(
      "isUnspecified", "ip_is_unspecified", "Whether it stands for no address: 0.0.0.0 or '::'.",
      "ip('::').isUnspecified() // true", \.isUnspecified),
    test(
      "isLoopback", "ip_is_loopback", "Whether it is an address of the machine itself.",
      "ip('127.0.0.1').isLoopback() // true", \.isLoopback),
    test(
      "isGlobalUnicast", "ip_is_global_unicast",
      "Whether it is the address of one machine beyond its link, private networks included.",
      "ip('192.168.0.1').isGlobalUnicast() // true", \.isGlobalUnicast),
    test(
      "isLinkLocalMulticast", "ip_is_link_local_multicast",
      "Whether it is an address for several machines of one link.",
      "ip('ff02::1').isLinkLocalMulticast() // true", \.isLinkLocalMulticast),
    test(
      "isLinkLocalUnicast", "ip_is_link_local_unicast",
      "Whether it is the address of one machine on its link.",
      "ip('169.254.169.254').isLinkLocalUnicast() // true", \.isLinkLocalUnicast),
  ]

  private static func test(
    _ name: String, _ id: String, _ doc: String, _ example: String,
    _ holds: @escaping @Sendable (IPAddress) -> Bool
  ) -> Function {
    Function(
      name: name, doc: doc, example: example,
      overloads: [
        .one(id, IPAddress.type, .bool, member: true) { value in
          withAddress(value) { .bool(holds($0)) }
        }
      ])
  }
}
