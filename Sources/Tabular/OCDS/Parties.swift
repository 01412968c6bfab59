import JSONText

/// The organisations of a release, by their ids.
struct Parties {
  private var byID: [[UInt8]: JSONValue] = [:]
  /// The offsets of values on which two entries of one id differ.
  private(set) var disputed: Set<Int> = []

  init(of release: JSONValue) {
    var agreement = Agreement()
    for party in release["parties"]?.items ?? [] {
      guard let id = Self.id(of: party) else { continue }
      byID[id] = byID[id].map { agreement.merged($0, party, "") } ?? party
    }
    disputed = agreement.disputed
  }

  /// A reference with what its organisation says of itself beneath: the reference's own fields win.
  func laid(under reference: JSONValue) -> JSONValue {
    guard let id = Self.id(of: reference), let party = byID[id] else { return reference }
    return Self.laid(party, under: reference)
  }

  private static func laid(_ lower: JSONValue, under upper: JSONValue) -> JSONValue {
    guard let members = upper.members, let others = lower.members else {
      return upper.isNull ? lower : upper
    }
    var rest = Dictionary(
      others.map { (Array($0.key.utf8), $0.value) }, uniquingKeysWith: { first, _ in first })
    var result = members.map { member in
      guard let other = rest.removeValue(forKey: Array(member.key.utf8)) else { return member }
      return JSONMember(
        key: member.key, at: member.place, value: laid(other, under: member.value))
    }
    result += others.filter { rest[Array($0.key.utf8)] != nil }
    return JSONValue(.object(result), at: upper.place)
  }

  private static func id(of value: JSONValue) -> [UInt8]? {
    switch value["id"]?.kind {
    case .text(let id): Blanks.trimmed(id).isEmpty ? nil : Array(id.utf8)
    case .number(let id): Array(id.utf8)
    default: nil
    }
  }
}
