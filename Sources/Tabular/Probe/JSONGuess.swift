import Diagnostics
import JSONText

/// Finds out in which way a JSON file holds a table, from its beginning.
struct JSONGuess {
  /// How much of a file is looked at.
  private static let limit = 4 << 20

  /// Where the events are: the keys that lead here, and what holds them.
  private var keys: [String] = []
  private var holders: [Holder] = []
  /// How many objects stand in each list, by the list's path, in order of appearance.
  private var lists: [(path: String, objects: Int)] = []
  private var rootObjects = 0
  private var rootKeys: Set<String> = []
  private var isRootList = false
  private var hasReleaseIDs = false
  private var hasAwards = false

  private enum Holder { case object, list }

  /// The kind of table; nil where there is none.
  static func kind(_ path: String, _ shownAs: String) throws(Diagnostic) -> TableProbe.Kind? {
    var guess = JSONGuess()
    var stream = try JSONStream(path, shownAs: shownAs, form: .values, hidden: true)
    while stream.textRead < limit, let event = try stream.next() { guess.take(event, stream.token) }
    return guess.answer
  }

  private var answer: TableProbe.Kind? {
    let isPackage = rootKeys.contains("releases") || rootKeys.contains("records")
    if hasReleaseIDs, isPackage || rootObjects > 1 || isRootList {
      return .ocds(rows: hasAwards ? "awards[].suppliers[]" : "releases[]")
    }
    if rootObjects > 1 { return .ndjson }
    let shallow = lists.min { depth($0.path) < depth($1.path) }.map { depth($0.path) }
    let rows = lists.filter { depth($0.path) == shallow }.max { $0.objects < $1.objects }
    return rows.map { .json(rows: $0.path) }
  }

  private func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "[") } }

  private mutating func take(_ event: JSONEvent, _ token: [UInt8]) {
    switch event {
    case .key:
      let key = String(decoding: token, as: UTF8.self)
      keys[keys.count - 1] = key
      if holders.count == 1 { rootKeys.insert(key) }
      if key == "ocid" { hasReleaseIDs = true }
    case .beginObject:
      noteObject()
      holders.append(.object)
      keys.append("")
    case .beginList:
      if holders.isEmpty { isRootList = true }
      if keys.last == "awards" { hasAwards = true }
      holders.append(.list)
      keys.append("[]")
    case .endObject, .endList:
      holders.removeLast()
      keys.removeLast()
    case .text, .number, .bool, .null: break
    }
  }

  private mutating func noteObject() {
    guard let holder = holders.last else {
      rootObjects += 1
      return
    }
    guard case .list = holder else { return }
    let path = path
    if let index = lists.firstIndex(where: { $0.path == path }) {
      lists[index].objects += 1
    } else if lists.count < 200 {
      lists.append((path, 1))
    }
  }

  /// The path of the list that is open: `data.items[]`.
  private var path: String {
    var result = ""
    for key in keys {
      if key == "[]" {
        result += "[]"
      } else {
        result += (result.isEmpty ? "" : ".") + key
      }
    }
    return result
  }
}
