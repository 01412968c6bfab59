/// Builds a value from events, without recursion: its size is bounded, and so is the memory.
public struct JSONTree: Sendable {
  private struct Open {
    let isObject: Bool
    let place: JSONPlace
    var items: [JSONValue] = []
    var members: [JSONMember] = []
    var key = ""
    var keyPlace = JSONPlace()
  }

  private let limits: JSONLimits
  private var open: [Open] = []
  private var values = 0
  private var start = 0

  /// A builder that waits for the first event of a value.
  public init(limits: JSONLimits = JSONLimits()) { self.limits = limits }

  /// Whether a value has begun and is not complete.
  public var isOpen: Bool { !open.isEmpty }

  /// Takes the reader's last event; gives the value where that completed it, and is then ready for
  /// the next one.
  public mutating func take(
    _ event: JSONEvent, of reader: JSONReader
  ) throws(JSONError) -> JSONValue? {
    if open.isEmpty { (values, start) = (0, reader.place.offset) }
    try checkSize(reader)
    switch event {
    case .beginObject, .beginList:
      open.append(Open(isObject: event == .beginObject, place: reader.place))
      return nil
    case .key:
      guard let last = open.indices.last else { return nil }
      open[last].key = reader.tokenText
      open[last].keyPlace = reader.place
      return nil
    case .endObject, .endList:
      guard let done = open.popLast() else { return nil }
      let kind: JSONValue.Kind = done.isObject ? .object(done.members) : .list(done.items)
      return add(JSONValue(kind, at: done.place))
    case .text: return add(JSONValue(.text(reader.tokenText), at: reader.place))
    case .number: return add(JSONValue(.number(reader.tokenText), at: reader.place))
    case .bool(let value): return add(JSONValue(.bool(value), at: reader.place))
    case .null: return add(JSONValue(.null, at: reader.place))
    }
  }

  /// Puts a value where it belongs, or gives it back where it is the whole.
  private mutating func add(_ value: JSONValue) -> JSONValue? {
    guard let last = open.indices.last else { return value }
    if open[last].isObject {
      open[last].members.append(
        JSONMember(key: open[last].key, at: open[last].keyPlace, value: value))
    } else {
      open[last].items.append(value)
    }
    return nil
  }

  private mutating func checkSize(_ reader: JSONReader) throws(JSONError) {
    values += 1
    guard values <= limits.treeValues else {
      throw reader.error(.tooManyValues(limit: limits.treeValues), at: reader.place)
    }
    guard reader.here.offset - start <= limits.treeBytes else {
      throw reader.error(.valueTooLong(limit: limits.treeBytes), at: reader.place)
    }
  }
}
