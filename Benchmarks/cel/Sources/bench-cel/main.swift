// Nanoseconds of processor time per evaluation of one expression over a bound row: parsed, checked and planned once,
// evaluated many times. One line for each row, as compare.py reads it: a name and a number.
//
//     bench-cel EXPRESSION EVALUATIONS
import CEL
import Exact
import Foundation

/// The values of a row, in the order of the variables.
struct Row: Activation {
  let values: [Value]

  func value(of slot: Int) -> Value { values[slot] }
}

/// A row by which a peer's row is called, and what the amount is in it.
struct Sample {
  let name: String
  let local: Bool
  let amount: Value
  let type: CELType

  func nanoseconds(_ expression: String, evaluations: Int) throws -> Double {
    let environment = Environment(variables: [
      Variable("supplier.local", .bool), Variable("amount", type), Variable("category", .string),
    ])
    let program = try environment.program(environment.compile(expression))
    let row = Row(values: [.bool(local), amount, .string("energy")])
    var held = 0
    let start = clock()
    for _ in 0..<evaluations {
      if case .bool(true) = program.evaluate(row) { held += 1 }
    }
    let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    guard held == (local ? evaluations : 0) else { throw WrongValue() }
    return time * 1e9 / Double(evaluations)
  }
}

/// That the expression came to something else than it must.
struct WrongValue: Error {}

let decimal = Value.decimal(Decimal(coefficient: 125_050, scale: 2))
let samples = [
  Sample(name: "all", local: true, amount: decimal, type: .decimal),
  Sample(name: "first", local: false, amount: decimal, type: .decimal),
  Sample(name: "all-double", local: true, amount: .double(1250.5), type: .double),
]
guard CommandLine.arguments.count == 3, let evaluations = Int(CommandLine.arguments[2]) else {
  FileHandle.standardError.write(Data("usage: bench-cel EXPRESSION EVALUATIONS\n".utf8))
  exit(64)
}
for sample in samples {
  _ = try sample.nanoseconds(CommandLine.arguments[1], evaluations: evaluations / 10)
  print(sample.name, try sample.nanoseconds(CommandLine.arguments[1], evaluations: evaluations))
}
