/// A node of the syntax tree of an expression.
///
/// Two trees are equal where they say the same, wherever they stand in a text.
public struct Expression: Sendable {
  /// The number of the node in its tree, from 0, above those of all nodes below it.
  public let id: Int
  /// The UTF-8 bytes of the text that the node covers.
  public let range: Range<Int>
  /// The operator or name within `range` that messages point to.
  public let mark: Range<Int>
  /// What the node says.
  public let kind: Kind
  /// How many nodes stand one below the other, this one included.
  let height: Int
  /// How many nodes it is made of, this one included.
  let size: Int

  /// What a node says.
  public indirect enum Kind: Sendable, Hashable {
    case literal(Literal)
    /// A name; with a dot in front where it was written so.
    case identifier(String)
    /// `operand.field`, or `has(operand.field)` where `testOnly`.
    case select(operand: Expression, field: String, testOnly: Bool)
    /// A function, method or operator, under the names in `Operator`. `_&&_` and `_||_` have all
    /// operands of a chain, two or more.
    case call(function: String, target: Expression?, arguments: [Expression])
    /// A list; `optionals` are the places of elements that are optional values, which stand for
    /// what they hold or for nothing: `[a, ?b]`.
    case list([Expression], optionals: Set<Int> = [])
    case map([Entry])
    /// A message with its fields: `google.protobuf.Int64Value{value: 1}`.
    case message(name: String, fields: [Field])
    /// A macro with variables of its own.
    case comprehension(Comprehension)
  }

  init(id: Int, range: Range<Int>, mark: Range<Int>? = nil, kind: Kind) {
    self.id = id
    self.range = range
    self.mark = mark ?? range
    self.kind = kind
    let children = kind.children
    height = 1 + (children.map(\.height).max() ?? 0)
    size = 1 + children.reduce(0) { $0 + $1.size }
  }
}

/// A constant as written.
public enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  /// A number with a point or exponent, and its digits as written.
  case double(Double, text: String)
  case string(String)
  case bytes([UInt8])
}

extension Expression: Hashable {
  /// Whether both trees say the same.
  public static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

  /// Hashes what the tree says.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension Expression.Kind {
  /// The nodes directly below, in the order in which they stand.
  public var children: [Expression] {
    switch self {
    case .literal, .identifier: []
    case .select(let operand, _, _): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements, _): elements
    case .message(_, let fields): fields.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let macro): [macro.range] + macro.arguments
    }
  }
}

/// The names under which operators are functions.
public enum Operator {
  /// At least one of several conditions.
  public static let or = "_||_"
  /// All of several conditions.
  public static let and = "_&&_"
  /// The opposite.
  public static let not = "!_"
  /// Equality.
  public static let equals = "_==_"
  /// Inequality.
  public static let notEquals = "_!=_"
  /// Below.
  public static let less = "_<_"
  /// Below or equal.
  public static let lessOrEqual = "_<=_"
  /// Above.
  public static let greater = "_>_"
  /// Above or equal.
  public static let greaterOrEqual = "_>=_"
  /// Membership of a list or of the keys of a map, written `in`.
  public static let isIn = "@in"
  /// Sum.
  public static let add = "_+_"
  /// Difference.
  public static let subtract = "_-_"
  /// Product.
  public static let multiply = "_*_"
  /// Quotient.
  public static let divide = "_/_"
  /// Remainder.
  public static let modulo = "_%_"
  /// Change of sign.
  public static let negate = "-_"
  /// Element of a list or value of a key.
  public static let index = "_[_]"
  /// A field that may be absent, written `a.?b`.
  public static let optionalSelect = "_?._"
  /// An element or key that may be absent, written `a[?b]`.
  public static let optionalIndex = "_[?_]"
  /// Choice between two values, written `a ? b : c`.
  public static let conditional = "_?_:_"
}
