import Exact
import HoldfastPluginKit
import JSONText
import Testing

/// What the loop answers, without a process.
@Suite struct ConversationTests {
  /// Adds up amounts: every kind of what a rows checker can say of itself.
  struct Sum: MergeableChecker {
    static let name = "sum"
    static let summary = "amounts added up"
    static let unit = Unit.number
    static let condition: Want? = .optional
    static let amount = Column<Exact.Decimal>("amount", nullable: true, means: "the amount")
    static let day = Column<CivilDate>("day", means: "the day")
    static let columns: [any ColumnDeclaration] = [amount, day]
    static let factor = Parameter<Int>("factor", "what each counts", default: 1, in: 1...9)
    static let parameters: [any ParameterDeclaration] = [factor]

    private var sum = Exact.Decimal.zero
    private var rows = 0
    private let factor: Int

    init(_ parameters: Parameters) { factor = parameters[Self.factor] }

    mutating func take(_ batch: Batch) throws(PluginError) {
      _ = try batch[Self.day]
      for (row, amount) in try batch[Self.amount].enumerated()
      where batch.condition(row) == .holds {
        if amount?.signum == -1 {
          throw PluginError(.data, "row \(batch.firstRow + row): an amount is below zero")
        }
        sum = (try? sum.adding(amount ?? .zero)) ?? sum
        rows += 1
      }
    }

    func state() -> State { .map(["sum": .number(sum), "rows": .count(rows)]) }

    mutating func merge(_ states: [State]) {
      for state in states {
        sum = (try? sum.adding(state["sum"]?.number ?? .zero)) ?? sum
        rows += state["rows"]?.count ?? 0
      }
    }

    func finish() throws(PluginError) -> Measurement {
      var result = try Measurement.exactly(
        sum.rational.over(Rational(1)).over(try 1.over(factor)), rows: rows)
      result.witnesses = [1, 0, 1]
      return result
    }
  }

  static let open = """
    {"type":"open","checker":"sum","params":{},"where":false,\
    "columns":[{"role":"amount","type":"decimal"},{"role":"day","type":"date"}]}
    """
  static let rows = #"{"c":[["1.50",null,"2"],["2024-04-01","2024-04-02","2024-04-03"]]}"#

  /// A dialogue, and the reply to its last request.
  struct Row: Sendable, CustomTestStringConvertible {
    let says: [String]
    let reply: String
    var testDescription: String { reply }
  }

  static let dialogues: [Row] = [
    Row(
      says: [#"{"type":"hello","versions":[2,1]}"#],
      reply: #"{"type":"hello","version":1,"name":"test","encodings":["json-columns"]}"#),
    Row(says: [#"{"type":"hello","versions":[2]}"#], reply: #"{"type":"error","code":"version","#),
    Row(
      says: [#"{"type":"describe"}"#],
      reply: """
        {"type":"description","checkers":[{"name":"sum","summary":"amounts added up","mode":"rows",\
        "unit":"number","keys":{"where":"optional"},"params":{"type":"object","properties":\
        {"factor":{"type":"integer","minimum":1,"maximum":9,"default":1,"description":\
        "what each counts"}},"required":[],"additionalProperties":false},"needs_texts":false,\
        "mergeable":true,"columns":[{"role":"amount","type":"decimal","nullable":true,"means":\
        "the amount"},{"role":"day","type":"date","nullable":false,"means":"the day"}]}]}
        """),
    Row(says: [open], reply: #"{"type":"opened"}"#),
    Row(
      says: [open, "3 0 " + rows, #"{"type":"finish","rows":3}"#],
      reply: """
        {"type":"measurement","lower":"3.5","upper":"3.5","unit":"number","rows":3,\
        "unknown_rows":0,"selected":3,"certain":3,"remarks":[],"witnesses":[0,1],"rows_seen":3}
        """),
    Row(
      says: [open, "3 0 " + rows, #"{"type":"partial"}"#],
      reply: #"{"type":"partial","rows":3,"state":{"certain":3,"own":{"rows":3,"sum":"3.5"}}}"#),
    Row(
      says: [
        open,
        #"{"type":"merge","states":[{"rows":2,"state":{"certain":1,"own":{"rows":2,"sum":"4"}}}]}"#,
        #"{"type":"finish","rows":2}"#,
      ],
      reply: #"{"type":"measurement","lower":"4","upper":"4","unit":"number","rows":2,"#
        + #""unknown_rows":0,"selected":2,"certain":1,"#),
    // Nothing that goes wrong looks like a measurement.
    Row(
      says: [open, "3 0 " + rows, #"{"type":"finish","rows":4}"#],
      reply: #"{"type":"error","code":"data","message":"3 rows came in, and others were sent"}"#),
    Row(
      says: [open, #"1 7 {"c":[["-1"],["2024-04-01"]]}"#, #"{"type":"finish","rows":1}"#],
      reply: #"{"type":"error","code":"data","message":"row 7: an amount is below zero"}"#),
    Row(
      says: [open, #"1 7 {"c":[["1"],[null]]}"#, #"{"type":"finish","rows":1}"#],
      reply: #"{"type":"error","code":"internal","message":"row 7: the cell of 'day' is no date"}"#),
    Row(
      says: [open, #"1 0 {"c":[["x"],["2024-04-01"]]}"#, #"{"type":"partial"}"#],
      reply: #"{"type":"error","code":"internal","message":"row 0: the cell of 'amount' is no dec"#),
    Row(
      says: [open, #"2 0 {"c":[["1"],["2024-04-01"]]}"#, #"{"type":"finish","rows":2}"#],
      reply: #"{"type":"error","code":"unsupported","message":"a batch has other columns or rows"#),
    Row(
      says: [open, #"1 0 {"c":[["1"]]}"#, #"{"type":"finish","rows":1}"#],
      reply: #"{"type":"error","code":"unsupported","message":"a batch has other columns or rows"#),
    Row(
      says: [
        open, #"1 0 {"c":[["1"],["2024-04-01"]],"w":[true]}"#, #"{"type":"finish","rows":1}"#,
      ],
      reply: #"{"type":"error","code":"unsupported","message":"a batch has other columns or rows"#),
    Row(
      says: [open, #"1 0 {"c":[["1"],["2024"#, #"{"type":"finish","rows":1}"#],
      reply: #"{"type":"error","code":"unsupported","message":"a batch is no JSON:"#),
    Row(
      says: [open.replacing(#""params":{}"#, with: #""params":{"factor":10}"#)],
      reply: #"{"type":"error","code":"params","message":"the parameter 'factor' is not what"#),
    Row(
      says: [open.replacing(#""params":{}"#, with: #""params":{"facto":1}"#)],
      reply: #"{"type":"error","code":"params","message":"there is no parameter 'facto'"}"#),
    Row(
      says: [open.replacing("sum", with: "some")],
      reply: #"{"type":"error","code":"unsupported","message":"there is no such checker of this"#),
    Row(
      says: [open.replacing("open", with: "plan")],
      reply: #"{"type":"error","code":"unsupported","message":"there is no such checker of this"#),
    Row(
      says: [#"{"type":"finish","rows":0}"#],
      reply: #"{"type":"error","code":"unsupported","message":"'finish' is no request that can be"#),
    Row(
      says: [open, #"{"type":"finish","rows":1}"#, #"{"type":"finish","rows":0}"#],
      reply: #"{"type":"error","code":"unsupported","message":"'finish' is no request that can be"#),
    Row(
      says: [#"{"type":"sing"}"#],
      reply: #"{"type":"error","code":"unsupported","message":"'sing' is no request that can be"#),
  ]

  @Test(arguments: dialogues) func answers(_ row: Row) throws {
    var conversation = Conversation("test", [Sum.self])
    var reply = ""
    for words in row.says {
      if let batch = Self.batch(words) {
        conversation.take(batch: try batch.request.get(), batch.payload)
      } else {
        reply = String(decoding: conversation.answer(try JSONValue(words)), as: UTF8.self)
      }
    }
    #expect(reply.hasSuffix("}\n"))
    #expect(reply.hasPrefix(row.reply), "\(reply)")
  }

  /// Rows as the table above writes them: how many, the number of the first, and the payload.
  private static func batch(
    _ words: String
  ) -> (request: Result<JSONValue, any Error>, payload: [UInt8])? {
    let parts = words.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let rows = Int(parts[0]), let first = Int(parts[1]) else { return nil }
    let head = #"{"type":"batch","rows":\#(rows),"first_row":\#(first)}"#
    return (Result { try JSONValue(head) }, Array(parts[2].utf8))
  }
}
