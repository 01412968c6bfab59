import JSONText

/// Lays the organisations of a release under the references to them.
struct ReleaseDress {
  private enum Step { case key(String), each }

  /// The ways to the references.
  private let ways: [[Step]]
  /// Whether the parties are rows themselves.
  private let keepsParties: Bool

  /// Lists whose items are references to organisations.
  private static let referenceLists = ["suppliers", "tenderers"]

  /// For rows at a path within releases.
  init(_ steps: [[String]]) {
    var ways: [[Step]] = [[.key("buyer")], [.key("tender"), .key("procuringEntity")]]
    var way: [Step] = []
    for keys in steps {
      way += keys.map { .key($0) } + [.each]
      if Self.referenceLists.contains(keys.last ?? "") { ways.append(way) }
    }
    self.ways = ways
    keepsParties = steps.first == ["parties"]
  }

  /// The release as rows are made of it.
  func dressed(_ release: JSONValue, _ parties: Parties) -> JSONValue {
    var result = release
    for way in ways { result = Self.rewritten(result, way[...]) { parties.laid(under: $0) } }
    guard !keepsParties, let members = result.members else { return result }
    let rest = members.filter { !$0.key.utf8.elementsEqual("parties".utf8) }
    return JSONValue(.object(rest), at: result.place)
  }

  private static func rewritten(
    _ value: JSONValue, _ way: ArraySlice<Step>, _ change: (JSONValue) -> JSONValue
  ) -> JSONValue {
    switch (way.first, value.kind) {
    case (nil, _): return change(value)
    case (.each, .list(let items)):
      let items = items.map { rewritten($0, way.dropFirst(), change) }
      return JSONValue(.list(items), at: value.place)
    case (.key(let key), .object(let members)):
      let members = members.map { member in
        guard member.key.utf8.elementsEqual(key.utf8) else { return member }
        return JSONMember(
          key: member.key, at: member.place,
          value: rewritten(member.value, way.dropFirst(), change))
      }
      return JSONValue(.object(members), at: value.place)
    default: return value
    }
  }
}
