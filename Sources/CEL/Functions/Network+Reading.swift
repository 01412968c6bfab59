extension Library {
  /// What becomes of an address, or of a text that is one. Errors do not repeat the text: it may
  /// be personal data.
  static func withAddress(_ value: Value, _ body: (IPAddress) -> Value) -> Value {
    switch value {
    case .opaque(let value):
      return (value as? IPAddress).map(body) ?? .noSuchOverload
    case .string(let text):
      do throws(AddressFault) {
        return body(try IPAddress(text))
      } catch {
        return failure(
          error, unreadable: "IP Address parse error during conversion from string",
          zone: "IP Address with zone value is not allowed")
      }
    default: return .noSuchOverload
    }
  }

  /// What becomes of a block of addresses, or of a text that is one.
  static func withBlock(_ value: Value, _ body: (AddressBlock) -> Value) -> Value {
    switch value {
    case .opaque(let value):
      return (value as? AddressBlock).map(body) ?? .noSuchOverload
    case .string(let text):
      do throws(AddressFault) {
        return body(try AddressBlock(text))
      } catch {
        return failure(
          error, unreadable: "CIDR network address parse error during conversion from string",
          zone: "CIDR with zone value is not allowed")
      }
    default: return .noSuchOverload
    }
  }

  private static func failure(
    _ fault: AddressFault, unreadable: String, zone: String
  ) -> Value {
    switch fault {
    case .unreadable: .failure(unreadable)
    case .hasZone: .failure(zone)
    case .isMapped: .failure("IPv4-mapped IPv6 address is not allowed")
    }
  }
}
