public import Exact
internal import JSONText

/// What a process learnt of its rows, for another one. Mappings have no order, so that equal states
/// are equal bytes.
public indirect enum State: Sendable, Hashable {
  /// Nothing.
  case none
  /// A truth.
  case flag(Bool)
  /// A whole number within ±(2^53 − 1).
  case count(Int)
  /// A text.
  case text(String)
  /// Items in an order.
  case list([State])
  /// Values by name.
  case map([String: State])

  /// An exact number, which is sent as a text.
  public static func number(_ number: Decimal) -> State { .text(number.normalized.description) }

  /// The whole number, if it is one.
  public var count: Int? {
    guard case .count(let number) = self else { return nil }
    return number
  }

  /// The exact number, if it is one.
  public var number: Decimal? {
    guard case .text(let text) = self else { return nil }
    return Decimal(text)
  }

  /// The text, if it is one.
  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The items, if it is a list.
  public var items: [State]? {
    guard case .list(let items) = self else { return nil }
    return items
  }

  /// The value of a name; nil where there is none, or this is no mapping.
  public subscript(name: String) -> State? {
    guard case .map(let values) = self else { return nil }
    return values[name]
  }
}

extension State {
  init(_ json: JSONValue) throws(PluginError) {
    switch json.kind {
    case .null: self = .none
    case .bool(let flag): self = .flag(flag)
    case .text(let text): self = .text(text)
    case .number:
      guard let number = json.whole else {
        throw PluginError(.internal, "a state holds a number that is not whole")
      }
      self = .count(number)
    case .list(let items):
      var states: [State] = []
      for item in items { states.append(try State(item)) }
      self = .list(states)
    case .object(let members):
      var states: [String: State] = [:]
      for member in members { states[member.key] = try State(member.value) }
      self = .map(states)
    }
  }

  var json: JSONValue {
    switch self {
    case .none: .nothing
    case .flag(let flag): .flag(flag)
    case .count(let number): .number(number)
    case .text(let text): .word(text)
    case .list(let items): .list(items.map(\.json))
    case .map(let values):
      .object(
        values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
          .map { ($0.key, $0.value.json) })
    }
  }
}
