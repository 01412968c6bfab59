extension Messages {
  /// What to do about operands that an operator does not take.
  static func operatorHelp(_ call: FailedCall) -> String? {
    switch (call.function, call.types.count) {
    case (Operator.not, 1):
      what(call, 0) + "; '!' takes true or false, so compare first, as in !(a == b)"
    case (Operator.negate, 1): what(call, 0) + "; '-' takes a number"
    case (Operator.conditional, 3): conditional(call)
    case (Operator.index, 2), (Operator.optionalIndex, 2): index(call)
    case (Operator.isIn, 2):
      what(call, 0) + "; the right side must be a list of the same kind, as in [1, 2], or a map"
    case (_, 2) where call.function.hasPrefix("_"): sides(call)
    default: nil
    }
  }

  /// What an operand is.
  private static func what(_ call: FailedCall, _ place: Int) -> String {
    "'\(call.sources[place])' is \(call.types[place].word)"
  }

  private static func conditional(_ call: FailedCall) -> String {
    switch call.types[0] {
    case .bool, .wrapper(.bool), .dyn, .parameter:
      what(call, 1) + ", " + what(call, 2) + "; both must be of one kind"
    default: what(call, 0) + "; what stands before '?' must be true or false"
    }
  }

  private static func index(_ call: FailedCall) -> String {
    switch call.types[0] {
    case .list: what(call, 0) + "; places in it are whole numbers, as in [0]"
    case .map(let key, _): "the keys of '\(call.sources[0])' are \(key.shown); " + what(call, 1)
    default: what(call, 0) + "; only lists and maps have elements"
    }
  }

  /// Which side of an operator is what.
  private static func sides(_ call: FailedCall) -> String {
    if let null = call.types.firstIndex(of: .null), call.types[1 - null] != .null {
      return what(call, 1 - null) + ", which is never null"
    }
    let both = what(call, 0) + ", " + what(call, 1)
    switch (call.types[0], call.types[1]) {
    case (.string, .int), (.string, .double), (.string, .uint): return both + advice(call, 1)
    case (.int, .string), (.double, .string), (.uint, .string): return both + advice(call, 0)
    default: return both
    }
  }

  /// What to do where a number stands beside a text.
  private static func advice(_ call: FailedCall, _ number: Int) -> String {
    call.isLiteral[number]
      ? "; put the number in quotes if it is a code, or declare the column as a number"
      : "; convert with int(...)"
  }
}
