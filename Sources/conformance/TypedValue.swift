import JSONText

/// Values as the suites write them: `{"t": "int", "v": "12"}`, so that no reader loses a digit.
enum TypedValue {
  /// What differs between a value that was read and the typed one; nil where nothing does.
  static func difference(_ found: JSONValue, _ wanted: JSONValue) -> String? {
    let type = wanted["t"]?.text ?? "no type"
    let value = wanted["v"]
    switch (found.kind, type) {
    case (.null, "null"): return nil
    case (.bool(let a), "bool"):
      return a == value?.isTrue ? nil : "\(a), wanted the other"
    case (.number(let text), "int"):
      let digits = value?.text ?? ""
      return text == digits || (text == "-0" && digits == "0") ? nil : "\(text), wanted \(digits)"
    case (.number(let text), "double"):
      let number = value?.text ?? ""
      return isEqual(text, number) ? nil : "\(text), wanted \(number)"
    case (.text(let text), "string"):
      return value?.text.map { $0.utf8.elementsEqual(text.utf8) } == true
        ? nil : "'\(text)', wanted '\(value?.text ?? "")'"
    case (.list(let items), "list"):
      let others = value?.items ?? []
      guard items.count == others.count else { return "\(items.count), wanted \(others.count)" }
      return zip(items, others).lazy.compactMap(difference).first
    case (.object(let members), "map"): return difference(members, value?.items ?? [])
    default: return "another kind of value, wanted \(type)"
    }
  }

  private static func difference(_ members: [JSONMember], _ pairs: [JSONValue]) -> String? {
    guard members.count == pairs.count else { return "\(members.count) keys, not \(pairs.count)" }
    for pair in pairs {
      guard let items = pair.items, items.count == 2, let key = items[0]["v"]?.text,
        let member = members.first(where: { $0.key.utf8.elementsEqual(key.utf8) })
      else { return "a key is missing" }
      if let difference = difference(member.value, items[1]) { return difference }
    }
    return nil
  }

  /// Whether two numbers are the nearest double alike; our text keeps more than a double can.
  private static func isEqual(_ text: String, _ number: String) -> Bool {
    if let wanted = Double(number) { return Double(text) == wanted }
    switch number {
    case "Infinity": return Double(text) == .infinity
    case "-Infinity": return Double(text) == -.infinity
    default: return false
    }
  }

  /// Whether an object within has a key twice.
  static func hasEqualKeys(_ value: JSONValue) -> Bool {
    guard let items = value["v"]?.items else { return false }
    guard value["t"]?.text == "map" else { return items.contains(where: hasEqualKeys) }
    var keys: Set<[UInt8]> = []
    for pair in items {
      guard let parts = pair.items, parts.count == 2 else { continue }
      let isNew = keys.insert(Array((parts[0]["v"]?.text ?? "").utf8)).inserted
      if !isNew || hasEqualKeys(parts[1]) { return true }
    }
    return false
  }
}
