import Exact

/// A map from keys to values, in the order in which it was written.
///
/// Keys are `bool`, `int`, `uint`, `string` and `decimal`; numbers of equal value are one key.
public struct MapValue: Sendable {
  /// The entries in order.
  public let entries: [(key: Value, value: Value)]
  private let index: [MapKey: Int]

  /// A map from its entries; throws where a key is of another type or stands twice.
  public init(_ entries: [(key: Value, value: Value)]) throws(EvaluationError) {
    var index: [MapKey: Int] = [:]
    for (place, entry) in entries.enumerated() {
      guard let key = MapKey(entry.key), !entry.key.isDouble else {
        throw EvaluationError("unsupported key type '\(entry.key.type)'")
      }
      guard index.updateValue(place, forKey: key) == nil else {
        throw EvaluationError("a key of the map stands twice")
      }
    }
    self.entries = entries
    self.index = index
  }

  /// The map without entries.
  public static let empty = MapValue()

  private init() { (entries, index) = ([], [:]) }

  /// How many entries there are.
  public var count: Int { entries.count }

  /// The keys in order.
  public var keys: [Value] { entries.map(\.key) }

  /// The value of a key; nil where there is none.
  public subscript(key: Value) -> Value? {
    guard let key = MapKey(key), let place = index[key] else { return nil }
    return entries[place].value
  }
}

extension Value {
  fileprivate var isDouble: Bool {
    if case .double = self { true } else { false }
  }
}

/// A value as a key: equal numbers are equal keys, texts are compared by code points.
enum MapKey: Sendable, Hashable {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case decimal(Decimal)
  case string(String)

  /// The key of a value; nil where the value can be none.
  init?(_ value: Value) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .uint(let uint): self = Int64(exactly: uint).map(MapKey.int) ?? .uint(uint)
    case .string(let text): self = .string(text)
    case .double(let double): self.init(double)
    case .decimal(let decimal):
      self.init(decimal.normalized)
    default: return nil
    }
  }

  private init?(_ double: Double) {
    guard let decimal = Decimal(exactly: double)?.normalized else { return nil }
    self.init(decimal)
  }

  /// The key of a number without zeros at its end.
  private init(_ decimal: Decimal) {
    let whole = decimal.scale == 0
    if whole, let int = Int64(exactly: decimal.coefficient) {
      self = .int(int)
    } else if whole, let uint = UInt64(exactly: decimal.coefficient) {
      self = .uint(uint)
    } else {
      self = .decimal(decimal)
    }
  }

  static func == (left: MapKey, right: MapKey) -> Bool {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    default: false
    }
  }

  // Texts of the same bytes have the same hash in Swift, too; that others share it does no harm.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .uint(let value): hasher.combine(value)
    case .decimal(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    }
  }
}

extension String {
  /// Whether both have the same code points.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    for place in left.indices where left[place] != right[place] { return false }
    return true
  }
}
