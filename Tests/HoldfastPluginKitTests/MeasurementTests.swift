import Exact
import HoldfastPluginKit
import JSONText
import Testing

/// What is not a measurement is refused; what is, is sent exactly or rounded outward.
@Suite struct MeasurementTests {
  @Test func refusesBoundsThatCross() throws {
    let error = #expect(throws: PluginError.self) {
      try Measurement.between(2, 1, rows: 1, unknownRows: 0)
    }
    #expect(error?.code == .internal)
    #expect(try Measurement.between(1, 1, rows: 1, unknownRows: 1).rowsAreInOrder)
  }

  @Test(arguments: [(1, 2), (-1, -1), (0, -1)]) func refusesCountsThatDoNotRise(
    _ rows: Int, _ unknown: Int
  ) {
    #expect(throws: PluginError.self) {
      try Measurement.between(0, 1, rows: rows, unknownRows: unknown)
    }
    #expect(throws: PluginError.self) {
      try Measurement.unbounded("no reason", rows: rows, unknownRows: unknown)
    }
  }

  @Test func refusesToDivideByNothing() {
    #expect(throws: PluginError(.data, "there is nothing to divide by")) { try 1.over(0) }
  }

  /// A checker that measures what its parameter says.
  struct Given: AggregatesChecker {
    static let name = "given"
    static let summary = "a number that is given"
    static let unit = Unit.number
    static let keys: [(Key, Want)] = []
    static let top = Parameter<Exact.Decimal>("top", "above the line")
    static let bottom = Parameter<Exact.Decimal>("bottom", "below the line")
    static let parameters: [any ParameterDeclaration] = [top, bottom]
    let value: Rational

    init(_ parameters: Parameters, _ commitment: Commitment) throws(PluginError) {
      value = try parameters[Self.top].over(parameters[Self.bottom])
    }

    func plan() -> Plan { Plan() }

    func conclude(_ groups: [Group]) throws(PluginError) -> Measurement {
      try .exactly(value, rows: 0)
    }
  }

  static let numbers: [(top: String, bottom: String, lower: String, upper: String)] = [
    ("1", "2", "0.5", "0.5"), ("2", "3", "2/3", "2/3"), ("-2", "3", "-2/3", "-2/3"),
    ("6", "3", "2", "2"), ("0", "7", "0", "0"), ("1.50", "1", "1.5", "1.5"),
    (
      "99999999999999999999999999999999999999", "1", "99999999999999999999999999999999999999",
      "99999999999999999999999999999999999999"
    ),
    // Lowest terms of 39 digits: the bounds are next to each other, and on both sides.
    (
      "150000000000000000000000000000000000000", "149999999999999999999999999999999999999",
      "1.000000000000000000000000000000000000", "1.000000000000000000000000000000000001"
    ),
    (
      "-150000000000000000000000000000000000000", "149999999999999999999999999999999999999",
      "-1.000000000000000000000000000000000001", "-1.000000000000000000000000000000000000"
    ),
  ]

  @Test(arguments: numbers) func sendsNumbers(
    _ row: (top: String, bottom: String, lower: String, upper: String)
  ) throws {
    var conversation = Conversation("test", [Given.self])
    let request = """
      {"type":"conclude","checker":"given","params":{"top":"\(row.top)","bottom":"\(row.bottom)"},\
      "commitment":{"id":"A","measure":false,"where":false,"by":false,"per":false,"unit":"rows"},\
      "groups":[]}
      """
    let reply = try JSONValue(parsing: conversation.answer(try JSONValue(request)))
    let text = reply.compactText
    #expect(reply["lower"]?.text == row.lower, "\(text)")
    #expect(reply["upper"]?.text == row.upper, "\(text)")
  }
}

extension Measurement {
  /// It was made, which it is not where its counts do not rise.
  fileprivate var rowsAreInOrder: Bool { remarks.isEmpty && witnesses.isEmpty }
}
