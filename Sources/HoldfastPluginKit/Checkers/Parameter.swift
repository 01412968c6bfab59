public import JSONText

/// A value that a pack may say under `with`.
public protocol ParameterValue: Sendable {
  /// The words of JSON Schema that say what it may be.
  static var schema: [(String, JSONValue)] { get }
  /// Whether it may be left out.
  static var isOptional: Bool { get }

  /// The value that Holdfast sent; nil where it is another kind, and `json` is nil where there is
  /// none.
  init?(json: JSONValue?)

  /// The value as Holdfast sends it, for a default.
  var json: JSONValue { get }
}

extension ParameterValue {
  /// It has to be there, unless told otherwise.
  public static var isOptional: Bool { false }
}

/// A parameter whatever its type, for `Checker.parameters`; each is a `Parameter`.
public protocol ParameterDeclaration: Sendable {
  /// The key under `with`.
  var name: String { get }
  /// Whether a pack has to say it.
  var isRequired: Bool { get }
  /// Its JSON Schema.
  var schema: JSONValue { get }

  /// Whether a value that was sent is one that the checker can read.
  func accepts(_ json: JSONValue?) -> Bool
}

/// A parameter: its key, its type, and what it means. What a pack says is read by it.
public struct Parameter<Value: ParameterValue>: ParameterDeclaration {
  /// The key under `with`.
  public let name: String
  private let means: String
  private let standard: Value?
  private let range: ClosedRange<Int>?

  /// A parameter.
  ///
  /// - Parameters:
  ///   - means: What it means, for the documentation.
  ///   - standard: What holds where a pack does not say it; else it has to, unless the type is
  ///     optional.
  ///   - range: What a whole number may be.
  public init(
    _ name: String, _ means: String, default standard: Value? = nil,
    in range: ClosedRange<Int>? = nil
  ) {
    (self.name, self.means, self.standard, self.range) = (name, means, standard, range)
  }

  /// Whether a pack has to say it.
  public var isRequired: Bool { standard == nil && !Value.isOptional }

  /// Its JSON Schema.
  public var schema: JSONValue {
    var members = Value.schema
    if let range {
      members += [("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))]
    }
    if let standard { members.append(("default", standard.json)) }
    return .object(members + [("description", .word(means))])
  }

  /// Whether a value that was sent is one that the checker can read.
  public func accepts(_ json: JSONValue?) -> Bool { value(json) != nil }

  func value(_ json: JSONValue?) -> Value? {
    guard let json else { return standard ?? Value(json: nil) }
    if let range, let number = json.whole, !range.contains(number) { return nil }
    return Value(json: json)
  }
}

/// What a pack says under `with`, read by the checker's parameters.
public struct Parameters: Sendable {
  private let values: JSONValue

  init(_ values: JSONValue, of declared: [any ParameterDeclaration]) throws(PluginError) {
    self.values = values
    for member in values.members ?? [] where !declared.contains(where: { $0.name == member.key }) {
      throw PluginError(.params, "there is no parameter '\(member.key)'")
    }
    for parameter in declared where !parameter.accepts(values[parameter.name]) {
      let what = values[parameter.name] == nil ? "is missing" : "is not what it may be"
      throw PluginError(.params, "the parameter '\(parameter.name)' \(what)")
    }
  }

  /// The value of a parameter, which has to be one of the checker's.
  public subscript<Value>(_ parameter: Parameter<Value>) -> Value {
    guard let value = parameter.value(values[parameter.name]) else {
      preconditionFailure("'\(parameter.name)' is no parameter that the checker declares")
    }
    return value
  }
}
