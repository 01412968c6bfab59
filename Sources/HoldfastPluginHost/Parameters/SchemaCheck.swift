internal import Diagnostics
internal import Exact
internal import HoldfastModel
internal import Patterns

/// Holds a value against a schema and collects what is wrong.
struct SchemaCheck {
  private let nodes: [SchemaNode]
  var faults: [ParameterFault] = []
  /// How many more times a value may be held against a schema: references can multiply the work
  /// far beyond the size of both. Below zero nothing is known of the value.
  private var steps = 1_000_000

  var isTooLong: Bool { steps < 0 }

  init(_ nodes: [SchemaNode]) { self.nodes = nodes }

  mutating func hold(
    _ value: ParameterValue, against number: Int, at path: [ParameterFault.Step]
  ) {
    steps -= 1
    guard steps >= 0 else { return }
    let node = nodes[number]
    guard !node.isFalse else { return add(path, "\(ParameterFault.name(path)) may not be there") }
    if let kinds = node.kinds, !kinds.contains(where: { value.is($0) }) {
      let words = SchemaNode.Kind.allCases.filter(kinds.contains).map(\.words)
      return add(path, "\(ParameterFault.name(path)) has to be \(words.joined(separator: " or "))")
    }
    checkListed(value, node, path)
    switch value {
    case .number(let number): check(number, node, path)
    case .text(let text): check(text.text, node, path)
    case .list(let items): check(items, node, path)
    case .object(let members): check(members, node, path)
    case .null, .bool: break
    }
    checkCombined(value, node, path)
  }

  mutating func add(_ path: [ParameterFault.Step], _ message: String, help: String? = nil) {
    faults.append(ParameterFault(path, message, help: help))
  }

  /// The same with what is wanted behind "has to be".
  private mutating func want(_ path: [ParameterFault.Step], _ wanted: String) {
    add(path, "\(ParameterFault.name(path)) has to be \(wanted)")
  }

  private mutating func checkListed(
    _ value: ParameterValue, _ node: SchemaNode, _ path: [ParameterFault.Step]
  ) {
    if let values = node.values, !values.contains(where: { $0.value == value }) {
      want(path, "one of \(values.prefix(20).map(\.shown).joined(separator: ", "))")
    }
    if let constant = node.constant, constant.value != value { want(path, constant.shown) }
  }

  private mutating func check(
    _ number: Decimal, _ node: SchemaNode, _ path: [ParameterFault.Step]
  ) {
    if let end = node.minimum, number < end { want(path, "at least \(end)") }
    if let end = node.maximum, number > end { want(path, "at most \(end)") }
    if let end = node.exclusiveMinimum, number <= end { want(path, "above \(end)") }
    if let end = node.exclusiveMaximum, number >= end { want(path, "below \(end)") }
    if let step = node.multipleOf, !number.isMultiple(of: step) {
      want(path, "a multiple of \(step)")
    }
  }

  private mutating func check(
    _ text: String, _ node: SchemaNode, _ path: [ParameterFault.Step]
  ) {
    let length = text.unicodeScalars.count
    if let least = node.minLength, length < least { want(path, "at least \(least) letters long") }
    if let most = node.maxLength, length > most { want(path, "at most \(most) letters long") }
    if let pattern = node.pattern, !pattern.matches(text) {
      want(path, "like the pattern \(Diagnostic.printable(pattern.text, limit: 60))")
    }
    switch node.format {
    case nil: break
    case .date: if CivilDate(text) == nil { want(path, SchemaNode.Format.date.words) }
    case .decimal:
      guard let number = ExactNumber.decimal(text) else {
        return want(path, SchemaNode.Format.decimal.words)
      }
      check(number, node, path)
    }
  }

  private mutating func check(
    _ items: [ParameterValue], _ node: SchemaNode, _ path: [ParameterFault.Step]
  ) {
    if let least = node.minItems, items.count < least { want(path, "at least \(least) items long") }
    if let most = node.maxItems, items.count > most { want(path, "at most \(most) items long") }
    if node.areItemsUnique, Set(items).count < items.count {
      add(path, "\(ParameterFault.name(path)) holds a value twice")
    }
    guard let inner = node.items else { return }
    for (index, item) in items.enumerated() {
      hold(item, against: inner, at: path + [.index(index)])
    }
  }

  private mutating func check(
    _ members: [TextKey: ParameterValue], _ node: SchemaNode, _ path: [ParameterFault.Step]
  ) {
    for name in node.required where members[TextKey(name)] == nil {
      add(path, "\(ParameterFault.name(path)) lacks '\(Diagnostic.printable(name, limit: 60))'")
    }
    for (name, number) in node.properties {
      guard let value = members[TextKey(name)] else { continue }
      hold(value, against: number, at: path + [.key(name)])
    }
    guard let additional = node.additional else { return }
    let known = Set(node.properties.map { TextKey($0.name) })
    for (key, value) in members.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
      let inner = path + [.key(key.text)]
      if nodes[additional].isFalse {
        add(
          inner, "there is no parameter \(ParameterFault.name(inner))",
          help: Nearest.hint(for: key.text, in: node.properties.map(\.name)))
      } else {
        hold(value, against: additional, at: inner)
      }
    }
  }
}

extension ParameterValue {
  /// Whether the value is of a kind. A number without a part behind the point is whole, however it
  /// is written.
  fileprivate func `is`(_ kind: SchemaNode.Kind) -> Bool {
    switch (self, kind) {
    case (.null, .null), (.bool, .boolean), (.number, .number), (.text, .string), (.list, .array),
      (.object, .object):
      true
    case (.number(let number), .integer): number.normalized.scale == 0
    default: false
    }
  }
}

extension Decimal {
  /// Whether the number is a whole number of steps.
  fileprivate func isMultiple(of step: Decimal) -> Bool {
    let (number, step) = (normalized, step.normalized)
    let scale = max(number.scale, step.scale)
    // Where they are too far apart to be written at one scale nobody can tell, so it is refused.
    guard let whole = try? number.rescaled(to: scale), let part = try? step.rescaled(to: scale)
    else { return number.signum == 0 }
    return whole.coefficient % part.coefficient == 0
  }
}
