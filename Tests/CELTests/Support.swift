import CEL
import Exact
import Testing

/// Values of variables by their place.
struct Cells: Activation {
  let values: [Value]

  func value(of slot: Int) -> Value { values[slot] }
}

/// The variables that most tests use, and a value for each.
let sample: [(variable: Variable, value: Value)] = [
  (Variable("amount", .decimal), .decimal(Decimal(coefficient: 10_050, scale: 2))),
  (Variable("category", .string), .string("works")),
  (Variable("supplier.postcode", .string), .string("M3 4LX")),
  (Variable("count", .int), .int(3)),
  (Variable("units", .uint), .uint(7)),
  (Variable("rate", .double), .double(0.5)),
  (Variable("day", .date), CivilDate(year: 2024, month: 4, day: 1).map(Value.date) ?? .null),
  (Variable("active", .bool), .bool(true)),
  (Variable("tags", .list(.string)), .list([.string("a"), .string("b")])),
  (Variable("u", .bool), .unknown(Unknown(["u"]))),
  (Variable("v", .bool), .unknown(Unknown(["v"]))),
  (Variable("n", .int), .unknown(Unknown(["n"]))),
  (Variable("any", .dyn), .int(1)),
]

let sampleEnvironment = Environment(variables: sample.map(\.variable), zones: zoneRules)

/// The value of an expression over the sample variables.
func evaluate(_ text: String, in environment: Environment = sampleEnvironment) throws -> Value {
  try environment.program(environment.compile(text)).evaluate(Cells(values: sample.map(\.value)))
}

/// The mistakes in an expression, in order.
func issues(_ text: String, in environment: Environment = sampleEnvironment) -> [CEL.Issue] {
  do throws(IssueList) {
    _ = try environment.program(environment.compile(text))
    return []
  } catch {
    return error.issues
  }
}

/// The text that a mistake points to.
func marked(_ issue: CEL.Issue, _ text: String) -> String {
  String(decoding: Array(text.utf8)[issue.range], as: UTF8.self)
}
