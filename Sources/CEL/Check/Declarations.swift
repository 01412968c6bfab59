/// A name whose value comes from outside: a column, a parameter.
public struct Variable: Sendable {
  /// The name, with dots or without: `supplier.postcode`.
  public let name: String
  /// The type of its values.
  public let type: CELType
  /// What it means, for people.
  public let doc: String

  /// A declaration.
  public init(_ name: String, _ type: CELType, doc: String = "") {
    self.name = name
    self.type = type
    self.doc = doc
  }
}

/// A function, method or operator with everything that is known about it.
public struct Function: Sendable {
  /// The name as written, dots included, or the name in `Operator`.
  public let name: String
  /// One sentence for people.
  public let doc: String
  /// A use and its value: `'abc'.startsWith('a') // true`; `error` where it has none.
  public let example: String
  /// The combinations of types that it takes.
  public let overloads: [Overload]

  /// A declaration.
  public init(name: String, doc: String, example: String, overloads: [Overload]) {
    self.name = name
    self.doc = doc
    self.example = example
    self.overloads = overloads
  }
}

/// One combination of types that a function takes, and what it does with them.
///
/// A strict overload must be pure: a call with constant arguments is made once, when the
/// expression is planned.
public struct Overload: Sendable {
  /// A name of its own among all overloads; a later library replaces one of the same name.
  public let id: String
  /// The types of the arguments, the receiver of a method first.
  public let parameters: [CELType]
  /// The type of what it gives.
  public let result: CELType
  /// Whether it is called as a method, `x.f(y)`.
  public let isMember: Bool
  /// Whether unknown and erroneous arguments keep it from being called.
  public let isStrict: Bool
  let body: Body
  /// Whether the body looks at the types of all arguments itself, whatever the overload.
  let isUniversal: Bool

  enum Body: Sendable {
    case unary(@Sendable (Value) -> Value)
    case binary(@Sendable (Value, Value) -> Value)
    case general(@Sendable ([Value]) -> Value)
  }

  /// An overload. `implementation` gets as many values as there are parameters, each of its
  /// parameter's type unless the overload is not strict; where it returns an unknown without
  /// names, the names of the variables that its arguments read are filled in.
  public init(
    id: String, parameters: [CELType], result: CELType, isMember: Bool = false,
    isStrict: Bool = true, implementation: @escaping @Sendable ([Value]) -> Value
  ) {
    self.init(
      id, parameters, result, isMember: isMember, isStrict: isStrict, body: .general(implementation)
    )
  }

  init(
    _ id: String, _ parameters: [CELType], _ result: CELType, isMember: Bool = false,
    isStrict: Bool = true, isUniversal: Bool = false, body: Body
  ) {
    self.id = id
    self.parameters = parameters
    self.result = result
    self.isMember = isMember
    self.isStrict = isStrict
    self.isUniversal = isUniversal
    self.body = body
  }

  /// Calls the overload with arguments that fit it.
  func call(_ arguments: [Value]) -> Value {
    switch body {
    case .unary(let function) where arguments.count == 1: function(arguments[0])
    case .binary(let function) where arguments.count == 2: function(arguments[0], arguments[1])
    case .general(let function) where arguments.count == parameters.count: function(arguments)
    default: .noSuchOverload
    }
  }

  /// Whether it takes these values.
  func takes(_ arguments: [Value]) -> Bool {
    arguments.count == parameters.count
      && zip(arguments, parameters).allSatisfy { value, type in
        isUniversal || (!isStrict && !value.isPlain) || value.fits(type)
      }
  }
}

/// Functions that belong together; an environment takes several.
public struct Library: Sendable {
  /// What the library is called.
  public let name: String
  /// Its functions.
  public let functions: [Function]
  /// The types that it brings along; expressions may name them.
  public let types: [CELType]

  /// A library.
  public init(name: String, functions: [Function], types: [CELType] = []) {
    self.name = name
    self.functions = functions
    self.types = types
  }

  /// Everything in this module: the standard functions of CEL, its extensions, exact decimals
  /// and dates.
  public static let standard = Library(name: "standard", joining: all)

  /// The libraries of this module, one by one.
  public static let all = [
    logic, comparison, arithmetic, collections, conversions, strings, stringExtension, matching,
    times(zones: nil), optionals, decimals, dates,
    mathExtension, encoders, listExtension, sets, network,
  ]

  private init(name: String, joining libraries: [Library]) {
    self.init(
      name: name, functions: libraries.flatMap(\.functions), types: libraries.flatMap(\.types))
  }
}
