import CEL
import Exact
import HoldfastExpressions
import HoldfastModel
import Testing

/// A row of the sample by column; what is not given is unknown.
private struct Row: Activation {
  let schema: RowSchema
  let cells: [String: Value]

  func value(of slot: Int) -> Value {
    let name = schema.slots[slot].name
    if case .parameter(let value) = schema.slots[slot].source { return value }
    return cells[name] ?? .unknown(Unknown([name]))
  }
}

/// A condition and what it is over a postcode: the text, an unknown cell, a faulty one.
private let conditions: [(condition: String, cell: Value?, result: String)] = [
  ("local", .string("M3 1AA"), "true"),
  ("local", .string("M30 1AA"), "false"),
  ("local", .string("Various"), "unknown [params.home, supplier.postcode]"),
  ("local", nil, "unknown [supplier.postcode]"),
  ("local", .failure("bad cell"), "error bad cell"),
  ("!local", .string("Various"), "unknown [params.home, supplier.postcode]"),
  ("!local", .string("M30 1AA"), "true"),
  ("false && local", nil, "false"),
  ("local && false", nil, "false"),
  ("true || local", nil, "true"),
  ("local || true", .failure("bad cell"), "true"),
  ("local || false", .failure("bad cell"), "error bad cell"),
  ("local && count > 1", nil, "unknown [count, supplier.postcode]"),
  ("known(supplier.postcode)", .string("M3 1AA"), "true"),
  ("known(supplier.postcode)", .string(""), "true"),
  ("known(supplier.postcode)", nil, "false"),
  ("known(supplier.postcode)", .failure("bad cell"), "error bad cell"),
  ("!known(supplier.postcode) || local", nil, "true"),
  ("known(supplier.postcode) && local", nil, "false"),
  ("known(local)", .string("Various"), "false"),
  ("known(local)", .string("M30 1AA"), "true"),
  ("known(1 == 1 ? supplier.postcode : category)", nil, "false"),
  ("supplier.postcode in area(\"away\")", .string("M3 1AA"), "unknown [supplier.postcode]"),
  ("supplier.postcode in area(\"home\")", .string("m3 1aa"), "true"),
]

@Suite struct AreaTests {
  @Test(arguments: conditions)
  func evaluates(_ condition: String, _ cell: Value?, _ result: String) throws {
    let checked = try Outcome(Draft(condition: condition)).commitment()
    let part = try #require(checked.condition)
    let row = Row(
      schema: checked.schema, cells: cell.map { ["supplier.postcode": $0] } ?? [:])
    #expect(described(part.program.evaluate(row)) == result)
  }

  private func described(_ value: Value) -> String {
    switch value {
    case .bool(let value): "\(value)"
    case .unknown(let unknown): "unknown [\(unknown.attributes.joined(separator: ", "))]"
    case .error(let error): "error \(error.message)"
    default: "\(value)"
    }
  }

  @Test(arguments: [
    ("local", ["home"]), ("supplier.postcode in area(\"away\") || local", ["away", "home"]),
    ("category == \"x\"", []),
  ])
  func names(_ condition: String, _ areas: [String]) throws {
    #expect(try Outcome(Draft(condition: condition)).commitment().areas == areas)
  }

  @Test func refusesAreasThatTheInstitutionDoesNotHave() {
    #expect(
      Outcome(Draft(condition: "supplier.postcode in area(\"hom\")")).messages == [
        "\"hom\": 'A-1' uses the area 'hom', which the institution does not have "
          + "[did you mean 'home'?]"
      ])
    #expect(
      Outcome(Draft(condition: "supplier.postcode in area(\"the_whole_of_it\")")).messages == [
        "\"the_whole_of_it\": 'A-1' uses the area 'the_whole_of_it', which the institution does not have "
          + "[declare it under areas:]"
      ])
  }

  @Test func refusesAreasThatOnlyTheRowsName() {
    #expect(
      Outcome(Draft(condition: "supplier.postcode in area(supplier.town)")).messages == [
        "pack: area() takes a name in quotes or a parameter "
          + "[write area(\"home\") or area(params.home)]"
      ])
  }

  /// A parameter without value is one mistake, not two.
  @Test func saysOfAnOpenParameterOnlyThatItIsOpen() {
    #expect(
      Outcome(Draft(parameters: [("home", .area, nil)])).messages == [
        "pack: parameter 'home' has no value [give it a default, or a value in a parameters file]"
      ])
  }

  @Test func everyFunctionHasAnExampleThatHolds() {
    for function in Library.holdfast(areas: [:]).functions {
      #expect(!function.doc.isEmpty && function.example.contains("//"), "\(function.name)")
    }
  }
}
