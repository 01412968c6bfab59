/// A call of one of several overloads.
struct CallSite: Sendable {
  let overloads: [Overload]
  /// All overloads with as many parameters, for arguments that those do not take.
  let others: [Overload]
  let work: Work
  let range: Range<Int>
  /// The variables that its arguments read.
  let names: [String]
  /// Whether types alone have decided on the overload.
  let isSettled: Bool

  /// The body, where there is no choice to be made while evaluating.
  var direct: Overload.Body? {
    guard let first = overloads.first, first.isStrict else { return nil }
    if overloads.allSatisfy(\.isUniversal) { return first.body }
    guard isSettled else { return nil }
    switch first.body {
    case .unary(let body):
      let type = first.parameters[0]
      return .unary { value in value.fits(type) ? body(value) : evaluate([value], nil) }
    case .binary(let body):
      let (left, right) = (first.parameters[0], first.parameters[1])
      return .binary { a, b in
        a.fits(left) && b.fits(right) ? body(a, b) : evaluate([a, b], nil)
      }
    case .general: return nil
    }
  }

  /// Calls the first overload that takes the arguments, or gives what keeps it from being called.
  func evaluate(_ arguments: [Value], _ obstacle: Value?) -> Value {
    let fitting =
      overloads.first { $0.takes(arguments) } ?? others.first { $0.takes(arguments) }
    guard let fitting else { return obstacle ?? .noSuchOverload }
    if fitting.isStrict, let obstacle { return obstacle }
    return fitting.call(arguments)
  }

  /// A result with what only the place of the call knows: where an error is, and which variables
  /// an unknown without names rests on.
  @inline(__always)
  func settle(_ result: Value) -> Value {
    result.isPlain ? result : placed(result)
  }

  @inline(never)
  private func placed(_ result: Value) -> Value {
    switch result {
    case .error(let error): .error(error.at(range))
    case .unknown(let unknown) where unknown.attributes.isEmpty: .unknown(Unknown(names))
    default: result
    }
  }
}
