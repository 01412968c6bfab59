import Diagnostics
import Testing

@Suite struct ListTests {
  private let first = SourceText(name: "a.yaml", text: "one\ntwo\nthree\n")
  private let second = SourceText(name: "b.yaml", text: "one\n")

  private func at(_ source: SourceText, _ offset: Int, _ message: String) -> Diagnostic {
    Diagnostic(message, at: SourceSpan(source: source, range: offset..<offset + 1))
  }

  private var unordered: [Diagnostic] {
    [
      at(second, 0, "6"), at(first, 9, "5"), at(first, 4, "4"), at(first, 0, "3"),
      at(first, 0, "2"), Diagnostic(.error, "1", at: .file("a.yaml")), Diagnostic(.warning, "0"),
    ]
  }

  @Test func sortsByFileThenPlaceThenMessage() {
    let expected = ["0", "1", "2", "3", "4", "5", "6"]
    #expect(DiagnosticList(unordered).sorted().map(\.message) == expected)
    #expect(DiagnosticList(unordered.reversed()).sorted().map(\.message) == expected)
  }

  @Test func saysEqualThingsOnce() {
    #expect(DiagnosticList(unordered + unordered).sorted().count == 7)
  }

  /// The names have as many letters: the two columns are told apart by the names themselves.
  @Test func keepsColumnsOfOneRecordApart() {
    let columns = ["till", "from"].map { column in
      Diagnostic(
        .error, "this is no date",
        at: .record(file: "x.csv", line: 2, column: column, shown: "31/02/2024"))
    }
    let places = DiagnosticList(columns + columns).sorted().map { $0.rendered().prefix(21) }
    #expect(places == ["x.csv:2: column 'from", "x.csv:2: column 'till"])
  }

  @Test func recordsComeByLine() {
    let lines = [10, 9, 100].map { line in
      Diagnostic(.error, "x", at: .record(file: "x.csv", line: line, column: nil, shown: nil))
    }
    #expect(
      DiagnosticList(lines).sorted().map { String($0.rendered().prefix(9)) }
        == ["x.csv:9: ", "x.csv:10:", "x.csv:100"])
  }

  @Test func leavesOutBeyondTheLimitAndSaysSo() {
    let list = DiagnosticList((1...5).map { Diagnostic(.error, "\($0)") })
    #expect(list.rendered(limit: 2) == "error: 1\n\nerror: 2\n\n... and 3 more\n")
    #expect(list.rendered(limit: 5) == (1...5).map { "error: \($0)\n" }.joined(separator: "\n"))
    #expect(DiagnosticList().rendered().isEmpty)
  }

  @Test func throwsForErrorsOnly() throws {
    try DiagnosticList([Diagnostic(.warning, "odd")]).throwIfErrors()
    #expect(!DiagnosticList([Diagnostic(.warning, "odd")]).hasErrors)
    #expect(throws: DiagnosticList.self) {
      try DiagnosticList([Diagnostic(.warning, "odd"), Diagnostic(.error, "bad")]).throwIfErrors()
    }
  }
}
