/// A British postcode or the front part of one, compared token by token, so that `M3` never
/// matches `M30`.
public struct Postcode: Sendable, Hashable {
  /// The letters in front: `M`.
  public let area: String
  /// Letters and district: `M3`.
  public let outward: String
  /// The digit of the sector and the letters of the unit, where given: `1AA`.
  public let inward: String?

  /// Reads a whole postcode or an outward code, in any letter case, with or without the blank,
  /// dots and commas at the end ignored; nil for anything else. A sector on its own, `M3 0`, is
  /// nothing, lest it be read as `M30`.
  public init?(_ text: some StringProtocol) {
    var letters: [UInt8] = []
    for byte in text.utf8.prefix(40) where !Self.isIgnored(byte) {
      letters.append((0x61...0x7A).contains(byte) ? byte - 0x20 : byte)
    }
    guard text.utf8.count <= 40, (2...7).contains(letters.count) else { return nil }
    // A blank anywhere but between the two halves says that something else is meant.
    let parts = text.utf8.split(whereSeparator: Self.isIgnored)
    guard parts.count == 1 || (parts.count == 2 && parts[1].count == 3) else { return nil }
    let inward = letters.suffix(3)
    if letters.count >= 5, Self.isDigit(inward.first), inward.dropFirst().allSatisfy(Self.isLetter)
    {
      self.init(outward: letters.dropLast(3), inward: String(decoding: inward, as: UTF8.self))
    } else {
      guard parts.count == 1 else { return nil }
      self.init(outward: letters[...], inward: nil)
    }
  }

  private init?(outward: ArraySlice<UInt8>, inward: String?) {
    let front = outward.prefix(while: Self.isLetter)
    let rest = outward.dropFirst(front.count)
    guard (1...2).contains(front.count), (1...2).contains(rest.count), Self.isDigit(rest.first),
      rest.dropFirst().allSatisfy({ Self.isDigit($0) || Self.isLetter($0) })
    else { return nil }
    area = String(decoding: front, as: UTF8.self)
    self.outward = String(decoding: outward, as: UTF8.self)
    self.inward = inward
  }

  /// The postcode as `M3 1AA`, or the outward code alone.
  public var description: String { inward.map { outward + " " + $0 } ?? outward }

  private static func isIgnored(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }
  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (0x30...0x39).contains($0) } ?? false
  }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

extension Postcode {
  /// A part of the country, as the front of the postcodes in it.
  public enum Token: Sendable, Hashable {
    /// A postcode area: `M`.
    case area(String)
    /// An outward code: `M3`.
    case outward(String)
    /// An outward code and the digit of a sector: `M3 1`.
    case sector(String, String)
    /// One postcode: `M3 1AA`.
    case full(String, String)

    /// Reads a token; nil for texts that are none.
    public init?(_ text: String) {
      let parts = text.split(separator: " ").map { $0.uppercased() }
      if parts.count == 1, (1...2).contains(parts[0].utf8.count),
        parts[0].utf8.allSatisfy(Postcode.isLetter)
      {
        self = .area(parts[0])
      } else if parts.count == 2, parts[1].utf8.count == 1, Postcode.isDigit(parts[1].utf8.first),
        let code = Postcode(parts[0]), code.inward == nil
      {
        self = .sector(code.outward, parts[1])
      } else if let code = Postcode(text) {
        self = code.inward.map { .full(code.outward, $0) } ?? .outward(code.outward)
      } else {
        return nil
      }
    }

    /// Whether a postcode lies in it; nil where the postcode is too short to tell.
    public func contains(_ postcode: Postcode) -> Bool? {
      switch self {
      case .area(let area): return postcode.area == area
      case .outward(let outward): return postcode.outward == outward
      case .sector(let outward, let sector):
        guard postcode.outward == outward else { return false }
        return postcode.inward.map { $0.hasPrefix(sector) }
      case .full(let outward, let inward):
        guard postcode.outward == outward else { return false }
        return postcode.inward.map { $0 == inward }
      }
    }

    /// The token as an author writes it.
    public var text: String {
      switch self {
      case .area(let area): area
      case .outward(let outward): outward
      case .sector(let outward, let rest), .full(let outward, let rest): outward + " " + rest
      }
    }
  }
}

extension Sequence<Postcode.Token> {
  /// Whether a postcode lies in one of the tokens; nil where it is too short to tell.
  public func contains(_ postcode: Postcode) -> Bool? {
    var result: Bool? = false
    for token in self {
      switch token.contains(postcode) {
      case true?: return true
      case nil: result = nil
      case false?: continue
      }
    }
    return result
  }
}
