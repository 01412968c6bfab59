public import Exact

/// A value of an expression, or what stands in its place: unknown or an error.
///
/// Texts are sequences of code points: two texts are equal where their code points are, whatever
/// Swift's `==` says about canonical equivalence.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([Value])
  case map(MapValue)
  case timestamp(Timestamp)
  case duration(TimeSpan)
  case type(CELType)
  case decimal(Decimal)
  case date(CivilDate)
  /// A value that may be absent, and is where nil.
  indirect case optional(Value?)
  // The rare and large payloads are boxed, which keeps a value at 32 bytes.
  indirect case opaque(any OpaqueValue)
  /// It depends on variables that are not known.
  case unknown(Unknown)
  indirect case error(EvaluationError)
}

/// A value of a type that a library brings along; its description is how messages show it.
public protocol OpaqueValue: Sendable, CustomStringConvertible {
  /// The name of its type, as in `CELType.opaque`.
  var typeName: String { get }
  /// Whether it is the same value as another.
  func isEqual(to other: any OpaqueValue) -> Bool
}

/// That a value depends on variables that are not known.
public struct Unknown: Sendable, Hashable {
  /// The names of the variables, sorted, each once.
  public let attributes: [String]

  /// An unknown from the names of variables, in any order.
  public init(_ attributes: [String]) {
    self.attributes = attributes.count < 2 ? attributes : Set(attributes).sorted()
  }

  /// An unknown that rests on both.
  public func merging(_ other: Unknown) -> Unknown {
    self == other ? self : Unknown(attributes + other.attributes)
  }
}

/// Why an expression has no value.
public struct EvaluationError: Error, Sendable, Hashable {
  /// One sentence without a full stop; it may hold numbers that were computed from data.
  public let message: String
  /// The same without them, for data that is nobody's business.
  public let discreetMessage: String
  /// The UTF-8 byte range in the expression, where known.
  public let range: Range<Int>?

  /// An error with its place, where known. Where the message holds values, `discreet` is the
  /// message without them.
  public init(_ message: String, discreet: String? = nil, range: Range<Int>? = nil) {
    self.message = message
    discreetMessage = discreet ?? message
    self.range = range
  }

  /// The error with a place, unless it has one.
  func at(_ place: Range<Int>) -> EvaluationError {
    range == nil ? EvaluationError(message, discreet: discreetMessage, range: place) : self
  }
}

extension Value {
  /// An error value.
  public static func failure(_ message: String, discreet: String? = nil) -> Value {
    .error(EvaluationError(message, discreet: discreet))
  }

  /// The error of an operation that its operands do not have.
  static let noSuchOverload = Value.failure("no such overload")

  /// The type that `type(x)` gives; `error` for errors and unknowns.
  public var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(.dyn)
    case .decimal: .decimal
    case .date: .date
    case .optional: .opaque(CELType.optionalName)
    case .opaque(let value): .opaque(value.typeName)
    case .unknown, .error: .error
    }
  }

  /// Whether it is neither unknown nor an error.
  @inline(__always)
  var isPlain: Bool {
    switch self {
    case .unknown, .error: false
    default: true
    }
  }

  /// Whether a parameter of a type takes it.
  func fits(_ type: CELType) -> Bool {
    switch (type, self) {
    case (.dyn, _), (.parameter, _): true
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double): true
    case (.string, .string), (.bytes, .bytes), (.list, .list), (.map, .map): true
    case (.timestamp, .timestamp), (.duration, .duration), (.type, .type): true
    case (.decimal, .decimal), (.date, .date): true
    case (.opaque(CELType.optionalName, _), .optional): true
    case (.opaque(let name, _), .opaque(let value)): name == value.typeName
    default: false
    }
  }
}
