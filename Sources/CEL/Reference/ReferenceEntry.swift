/// What a reader is told of a function, an operator or a macro.
public struct ReferenceEntry: Sendable {
  /// The name as it is written: `startsWith`, `+`, `in`.
  public let name: String
  /// The ways to write it, with the types of what it takes and gives.
  public let forms: [String]
  /// One sentence.
  public let doc: String
  /// A use and its value: `1 + 2 // 3`.
  public let example: String

  /// What is told of something.
  public init(name: String, forms: [String], doc: String, example: String) {
    self.name = name
    self.forms = forms
    self.doc = doc
    self.example = example
  }
}

extension Library {
  /// What is told of its functions, in their order.
  public var reference: [ReferenceEntry] {
    functions.map { function in
      ReferenceEntry(
        name: function.plainName, forms: function.overloads.map { function.form(of: $0) },
        doc: function.doc, example: function.example)
    }
  }
}

extension Function {
  /// The name as expressions write it.
  var plainName: String {
    switch name {
    case Operator.isIn: "in"
    case Operator.conditional: "? :"
    case Operator.index: "[ ]"
    case Operator.optionalIndex: "[? ]"
    default: name.hasPrefix("_") || name.hasSuffix("_") ? name.filter { $0 != "_" } : name
    }
  }

  /// How an overload is written, and the type of what it gives.
  func form(of overload: Overload) -> String {
    let types = overload.parameters.map(\.description)
    return written(types, isMember: overload.isMember) + " -> \(overload.result)"
  }

  private func written(_ types: [String], isMember: Bool) -> String {
    switch (name, types.count) {
    case (Operator.index, 2): return "\(types[0])[\(types[1])]"
    case (Operator.optionalIndex, 2): return "\(types[0])[?\(types[1])]"
    case (Operator.conditional, 3): return "\(types[0]) ? \(types[1]) : \(types[2])"
    case (Operator.not, 1), (Operator.negate, 1): return plainName + types[0]
    default: break
    }
    if types.count == 2, name == Operator.isIn || name.hasPrefix("_") {
      return "\(types[0]) \(plainName) \(types[1])"
    }
    let arguments = types.dropFirst(isMember ? 1 : 0).joined(separator: ", ")
    return (isMember ? types[0] + "." : "") + "\(name)(\(arguments))"
  }
}
