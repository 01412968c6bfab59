import JSONText

/// What several accounts of one thing agree on.
///
/// Where they differ neither is taken: the value is disputed, and its cell unknown.
struct Agreement {
  /// The offsets of values that are disputed.
  private(set) var disputed: Set<Int> = []
  /// The paths of some of them, for a message.
  private(set) var paths: [String] = []
  /// The first of the lists that must not differ in their number of items and do.
  private(set) var unevenList: String?
  private let lists: Set<String>

  /// `lists` are the paths of lists that must have the same number of items. In other lists of
  /// objects nothing is read, so that they may differ.
  init(lists: Set<String> = []) { self.lists = lists }

  /// One value of two.
  mutating func merged(_ one: JSONValue, _ other: JSONValue, _ path: String) -> JSONValue {
    switch (one.kind, other.kind) {
    case (.object(let members), .object(let others)):
      return JSONValue(.object(merged(members, others, path)), at: one.place)
    case (.list(let items), .list(let others))
    where items.contains { $0.members != nil } || others.contains { $0.members != nil }:
      guard items.count == others.count else {
        if lists.contains(path) { unevenList = unevenList ?? path }
        return one
      }
      let merged = zip(items, others).map { self.merged($0, $1, path + "[]") }
      return JSONValue(.list(merged), at: one.place)
    case (.null, .null): return one
    default:
      if one.compactText.utf8.elementsEqual(other.compactText.utf8) { return one }
      let value = one.isNull ? other : one
      dispute(value, path)
      return value
    }
  }

  private mutating func merged(
    _ members: [JSONMember], _ others: [JSONMember], _ path: String
  ) -> [JSONMember] {
    var rest = Dictionary(
      others.map { (Array($0.key.utf8), $0.value) }, uniquingKeysWith: { first, _ in first })
    var result = members.map { member in
      let here = path.isEmpty ? member.key : path + "." + member.key
      guard let other = rest.removeValue(forKey: Array(member.key.utf8)) else {
        if !member.value.isNull { dispute(member.value, here) }
        return member
      }
      return JSONMember(
        key: member.key, at: member.place, value: merged(member.value, other, here))
    }
    for member in others where rest[Array(member.key.utf8)] != nil {
      if !member.value.isNull {
        dispute(member.value, path.isEmpty ? member.key : path + "." + member.key)
      }
      result.append(member)
    }
    return result
  }

  private mutating func dispute(_ value: JSONValue, _ path: String) {
    disputed.insert(value.place.offset)
    if paths.count < 5, !paths.contains(path) { paths.append(path) }
  }
}
