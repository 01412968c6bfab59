import CEL
import Testing

@Suite("limits of format")
struct FormatLimitTests {
  @Test(arguments: ["%s", "%x", "%s%s", "[%s]"])
  func resultsAreBounded(_ clauses: String) throws {
    let text = Value.string(String(repeating: "a", count: (1 << 24) - 1))
    let program = try program("f.format([x, x])")
    let value = program.evaluate(Cells(values: [.string(clauses), text]))
    if clauses == "%s" {
      let size = value.text?.utf8.count
      #expect(size == (1 << 24) - 1)
    } else {
      let isRefused = value.isError("the text would be too long")
      #expect(isRefused, "\(clauses)")
    }
  }

  /// A list that holds a large text so often that it would not fit into memory.
  @Test func whatIsInAListIsBounded() throws {
    let text = Value.string(String(repeating: "a", count: 1 << 20))
    let list = Value.list(
      [Value](repeating: .list([Value](repeating: text, count: 4096)), count: 99))
    let value = try program("f.format([x])").evaluate(Cells(values: [.string("%s"), list]))
    let isRefused = value.isError("the text would be too long")
    #expect(isRefused)
  }

  @Test func listsMayBeAsDeepAsData() throws {
    var deep = Value.int(1)
    for _ in 0..<1000 { deep = .list([deep]) }
    let value = try program("f.format([x])").evaluate(Cells(values: [.string("%s"), deep]))
    let brackets = [String(repeating: "[", count: 1000), String(repeating: "]", count: 1000)]
    #expect(value.text == brackets.joined(separator: "1"))
  }

  /// Messages are shown and stored where the data itself must not be.
  @Test(arguments: ["%d", "%f", "%e", "%b", "%o", "%s %s", "%s%", "%s %q", "%s %.f", "%s %.200f"])
  func messagesHoldNoValues(_ format: String) throws {
    let text = "'\(format)'.format(['SECRET'])"
    let message = try #require(try failure(text))
    #expect(!message.contains("SECRET"))
  }

  private func program(_ text: String) throws -> Program {
    var limits = Limits()
    limits.steps = 1 << 40
    let environment = Environment(
      variables: [Variable("f", .string), Variable("x", .dyn)], limits: limits)
    return try environment.program(environment.compile(text))
  }
}

extension Value {
  fileprivate func isError(_ message: String) -> Bool {
    if case .error(let error) = self { error.message == message } else { false }
  }
}
