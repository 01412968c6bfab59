import Foundation
import Testing

/// An expression, its other fields, and what the report says: `passed`, or a part of a line.
struct CELRow: Sendable, CustomTestStringConvertible {
  let expression: String
  let fields: String
  let says: String
  var testDescription: String { "\(expression) \(fields)" }

  init(_ expression: String, _ fields: String, _ says: String) {
    (self.expression, self.fields, self.says) = (expression, fields, says)
  }

  /// A case of which a value is expected.
  init(_ expression: String, wants value: String, _ says: String) {
    self.init(expression, #""expected": {"value": \#(value)}"#, says)
  }

  var line: String { #"{"id": "made/one", "expr": "\#(expression)", \#(fields)}"# }

  /// Runs the case, and holds the report to what it must say.
  func check() throws {
    let run = try Tool.run("cel", lines: [line])
    switch says {
    case "passed": #expect(run.out == "cel: 1 passed, 0 failed, 0 skipped\n")
    default: #expect(run.out.contains(says) && !run.out.contains("1 passed"), "\(run.out)")
    }
    #expect(run.exit == (run.out.contains("1 failed") ? 1 : 0) && !run.isSignal)
  }
}

/// Values made here, one for each difference that the suite of expressions must notice.
@Suite struct CELValueTests {
  static let values = [
    CELRow("1", wants: #"{"t": "int", "v": "1"}"#, "passed"),
    CELRow("1", wants: #"{"t": "uint", "v": "1"}"#, "int 1, wanted uint 1u"),
    CELRow("1", wants: #"{"t": "double", "v": "1.0"}"#, "int 1, wanted double 1"),
    CELRow("1u", wants: #"{"t": "uint", "v": "1"}"#, "passed"),
    CELRow("1u", wants: #"{"t": "uint", "v": "-1"}"#, "cannot be read: a value of the type 'uint'"),
    CELRow("null", wants: #"{"t": "null"}"#, "passed"),
    CELRow("true", wants: #"{"t": "bool", "v": true}"#, "passed"),
    CELRow("true", wants: #"{"t": "bool", "v": false}"#, "bool true, wanted bool false"),
    CELRow("0.0 / 0.0", wants: #"{"t": "double", "v": "NaN"}"#, "passed"),
    CELRow("1.0", wants: #"{"t": "double", "v": "NaN"}"#, "double 1.0, wanted double NaN"),
    CELRow("1.0 / 0.0", wants: #"{"t": "double", "v": "Infinity"}"#, "passed"),
    CELRow("1.0 / 0.0", wants: #"{"t": "double", "v": "-Infinity"}"#, "wanted double -Inf"),
    CELRow("double('-0.0')", wants: #"{"t": "double", "v": "-0.0"}"#, "passed"),
    CELRow("0.0", wants: #"{"t": "double", "v": "-0.0"}"#, "double 0.0, wanted double -0.0"),
    CELRow("double('-0.0')", wants: #"{"t": "double", "v": "0.0"}"#, "passed"),
    CELRow("'\\u00e9'", wants: #"{"t": "string", "v": "\u00e9"}"#, "passed"),
    CELRow("'\\u00e9'", wants: #"{"t": "string", "v": "e\u0301"}"#, "wanted string"),
    CELRow("b'a'", wants: #"{"t": "bytes", "v": "YQ=="}"#, "passed"),
    CELRow("b'a'", wants: #"{"t": "bytes", "v": "Yg=="}"#, "wanted bytes"),
    CELRow("type(1)", wants: #"{"t": "type", "v": "int"}"#, "passed"),
    CELRow("type([1])", wants: #"{"t": "type", "v": "list"}"#, "passed"),
    CELRow("type(1)", wants: #"{"t": "type", "v": "uint"}"#, "type int, wanted type uint"),
    CELRow("type(1)", wants: #"{"t": "string", "v": "int"}"#, "type int, wanted string"),
    CELRow(
      "timestamp('1970-01-01T00:00:01.5Z')",
      wants: #"{"t": "timestamp", "seconds": "1", "nanos": 500000000}"#, "passed"),
    CELRow(
      "duration('-1.5s')", wants: ##"{"t": "duration", "seconds": "-1", "nanos": -500000000}"##,
      "passed"),
    CELRow(
      "duration('1s')", wants: #"{"t": "duration", "seconds": "1", "nanos": 1}"#, "wanted google"),
    CELRow("1", wants: #"{"t": "object", "type": "m", "as": {"t": "int", "v": "1"}}"#, "passed"),
    CELRow("1", wants: #"{"t": "object", "type": "m", "json": {}}"#, "of the type 'object'"),
    CELRow("1", wants: #"{"t": "enum", "type": "e", "v": "1"}"#, "passed"),
  ]

  private static let one = #"{"t": "int", "v": "1"}"#
  private static let two = #"{"t": "int", "v": "2"}"#
  private static let uint = #"{"t": "uint", "v": "1"}"#

  static let nested = [
    CELRow("[1, 2]", wants: #"{"t": "list", "v": [\#(one), \#(two)]}"#, "passed"),
    CELRow("[1, 2]", wants: #"{"t": "list", "v": [\#(two), \#(one)]}"#, "list [1, 2], wanted list"),
    CELRow("[1]", wants: #"{"t": "list", "v": [\#(uint)]}"#, "list [1], wanted list [1u]"),
    CELRow("[1, 2]", wants: #"{"t": "list", "v": [\#(one)]}"#, "list [1, 2], wanted list [1]"),
    CELRow(
      "{1: 1, 2: 2}", wants: #"{"t": "map", "v": [[\#(two), \#(two)], [\#(one), \#(one)]]}"#,
      "passed"),
    CELRow(
      "{1: 1}", wants: #"{"t": "map", "v": [[\#(uint), \#(one)]]}"#, "map {1: 1}, wanted map {1u"),
    CELRow(
      "{1: 1}", wants: #"{"t": "map", "v": [[\#(one), \#(uint)]]}"#, "map {1: 1}, wanted map {1"),
    CELRow("{1: 1, 2: 2}", wants: #"{"t": "map", "v": [[\#(one), \#(one)]]}"#, "wanted map {1: 1}"),
    CELRow(
      "{1: 1}", wants: #"{"t": "map", "v": [[\#(one)]]}"#, "cannot be read: an entry of a map"),
    CELRow(
      "{1: 1}", wants: #"{"t": "map", "v": [[\#(one), \#(one)], [\#(one), \#(one)]]}"#, "twice"),
  ]

  @Test(arguments: values + nested) func areCompared(_ row: CELRow) throws { try row.check() }
}
