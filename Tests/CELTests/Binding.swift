import CEL

/// The value of an expression over variables, in any environment's standard library.
func evaluate(_ text: String, binding values: KeyValuePairs<String, Value>) throws -> Value {
  let environment = Environment(variables: values.map { Variable($0.key, .dyn) })
  let program = try environment.program(environment.compile(text))
  return program.evaluate(Cells(values: values.map(\.value)))
}

/// The message of an error that an expression ends in; nil where it has a value.
func failure(_ text: String) throws -> String? {
  let environment = Environment()
  let program = try environment.program(environment.compileUnchecked(text))
  guard case .error(let error) = program.evaluate(Cells(values: [])) else { return nil }
  return error.message
}

extension Value {
  /// The text that it is; nil for other values.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
