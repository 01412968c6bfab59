import Testing

/// Cases made here, one for each thing that a case may state.
@Suite struct CELOutcomeTests {
  private static let is1 = #""expected": {"value": {"t": "int", "v": "1"}}"#
  private static let fails = #""expected": {"error": ["e"]}"#
  private static let checkOnly = #""expected": {"check_only": true}, "check_only": true"#

  /// A declared variable `x`.
  private static func x(_ type: String, _ binding: String) -> String {
    #""type_env": [{"name": "x", "kind": "ident", "type": "\#(type)"}], "#
      + #""bindings": {"x": {\#(binding)}}, "#
  }

  private static let bound = #""value": {"t": "int", "v": "1"}"#
  private static let function =
    #""type_env": [{"name": "f", "kind": "function", "overloads": [{"id": "f_T", "params": "#
    + #"["param:T", "list(param:T)"], "result": "t(param:T)", "instance": true}]}], "#

  static let statements = [
    CELRow("1 / 0", fails, "passed"),
    CELRow("nosuch", fails, "passed"),
    CELRow("1", fails, "int 1, wanted an error"),
    CELRow("1", #"\#(fails), "check_only": true"#, "accepted, wanted an error"),
    CELRow("1 / 0", is1, "error: division by zero, wanted int 1"),
    CELRow("1 + 'a'", is1, "refused: found no matching overload"),
    CELRow("1 + 'a'", #"\#(is1), "disable_check": true"#, "error: no such overload, wanted int 1"),
    CELRow("1", #"\#(is1), "deduced_type": "int""#, "passed"),
    CELRow("1", #"\#(is1), "deduced_type": "dyn""#, "the type int, wanted dyn"),
    CELRow("[{'a': 1}]", #"\#(checkOnly), "deduced_type": "list(map(string,int))""#, "passed"),
    CELRow(
      "[{'a': 1}]", #"\#(checkOnly), "deduced_type": "list(map(string,uint))""#, "the type list"),
    CELRow(
      "duration('1s')", #"\#(checkOnly), "deduced_type": "google.protobuf.Duration""#, "passed"),
    CELRow("null", #"\#(checkOnly), "deduced_type": "null_type""#, "passed"),
    CELRow("1 / 0", checkOnly, "passed"),
    CELRow("1 + 'a'", checkOnly, "refused: "),
    CELRow("1.f([2])", #"\#(function)\#(checkOnly), "deduced_type": "t(int)""#, "passed"),
    CELRow("1.f([2])", #"\#(function)\#(is1)"#, "error: 'f' is declared and not defined"),
    CELRow("x", #"\#(x("int", bound))\#(is1)"#, "passed"),
    CELRow("x * 1", #"\#(x("google.protobuf.Int64Value", bound))\#(is1)"#, "passed"),
    CELRow(
      "x",
      #"\#(x("google.protobuf.UInt32Value", bound))\#(checkOnly), "#
        + #""deduced_type": "wrapper(uint)""#, "passed"),
    CELRow("x", #"\#(x("wrapper(int)", bound))\#(checkOnly), "deduced_type": "int""#, "wanted int"),
    CELRow(
      "x",
      #"\#(x("map(string, list(map(int,bool)))", bound))\#(checkOnly), "#
        + #""deduced_type": "map(string,list(map(int,bool)))""#, "passed"),
    CELRow("x", #"\#(x("int", #""error": []"#))\#(fails)"#, "passed"),
    CELRow(
      "x", #"\#(x("int", #""error": []"#))\#(is1)"#, "error: an error is bound to 'x', wanted"),
    CELRow("x", #"\#(x("int", #""unknown": []"#))"expected": {"unknown": []}"#, "passed"),
    CELRow("x", #"\#(x("int", bound))"expected": {"unknown": []}"#, "int 1, wanted unknown"),
    CELRow("x", #"\#(x("int", #""other": 1"#))\#(is1)"#, "cannot be read: what is bound to 'x'"),
    CELRow("x", #"\#(x("list(int", bound))\#(is1)"#, "cannot be read: the type 'list(int' of 'x'"),
    CELRow("x", #"\#(x("param:", bound))\#(is1)"#, "cannot be read: the type 'param:' of 'x'"),
    CELRow("x", #"\#(x("map(int)", bound))\#(is1)"#, "cannot be read: the type 'map(int)' of 'x'"),
    CELRow("x", #""bindings": {"x": {\#(bound)}}, "disable_check": true, \#(is1)"#, "passed"),
    CELRow(
      "x", #""bindings": {"x": {\#(bound)}}, \#(is1)"#, "refused: unknown name 'x'"),
    CELRow("y", #"\#(x("int", bound))\#(is1)"#, "refused: unknown name 'y'"),
    CELRow(
      "x", #"\#(x("int", bound).replacing("\"x\": {", with: "\"z\": {"))\#(is1)"#, "no value is"),
    CELRow(
      "x", #"\#(x("int", bound).replacing("\"x\"", with: "\"a.x\""))"container": "a", \#(is1)"#,
      "passed"),
    CELRow("1", #""expected": {}"#, "cannot be read: what is expected"),
    CELRow("1", #"\#(is1), "needs_proto": "wkt""#, "passed"),
    CELRow("1", #"\#(is1), "needs_proto": "messages""#, "skipped 1: it needs protocol buffer test"),
    CELRow("1", #"\#(is1), "disable_macros": true"#, "skipped 1: macros cannot be switched off"),
  ]

  @Test(arguments: statements) func everythingThatACaseStatesCounts(_ row: CELRow) throws {
    try row.check()
  }

  @Test func aCaseWithoutAnExpressionFails() throws {
    let run = try Tool.run("cel", lines: [#"{"id": "made/one", \#(Self.is1)}"#])
    #expect(run.exit == 1 && run.out.contains("cannot be read: no 'expr'"))
  }
}
