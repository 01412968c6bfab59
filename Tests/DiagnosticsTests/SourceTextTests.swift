import Diagnostics
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 2, 2), (6, 2, 3), (7, 2, 4), (8, 3, 1),
    (-5, 1, 1), (99, 3, 1), (Int.max, 3, 1), (Int.min, 1, 1),
  ])
  func countsLinesAndScalars(offset: Int, line: Int, column: Int) {
    let source = SourceText(name: "p", text: "ab\ncéd\n")
    #expect(source.position(at: offset) == Position(line: line, column: column))
  }

  @Test func offsetIsTheInverseOfPosition() {
    let source = SourceText(name: "p", text: "a\r\n日本\n\n e\u{301}x\n🏥")
    for (offset, byte) in source.utf8.enumerated() where byte & 0xC0 != 0x80 {
      let position = source.position(at: offset)
      #expect(source.offset(line: position.line, column: position.column) == offset)
    }
  }

  @Test(arguments: [
    (1, 99, 2), (2, 99, 3), (0, 1, 0), (-1, 1, 0), (9, 1, 6), (1, 0, 0), (3, 1, 4), (3, 9, 6),
  ])
  func offsetsStayOnTheirLine(line: Int, column: Int, expected: Int) {
    #expect(SourceText(name: "p", text: "ab\n\ncd").offset(line: line, column: column) == expected)
  }

  @Test(arguments: [
    (0, ""), (1, "ab"), (2, "c\rd"), (3, ""), (4, "é"), (5, ""), (-1, ""),
  ])
  func linesComeWithoutTheirEnds(number: Int, expected: String) {
    let source = SourceText(name: "p", text: "ab\r\nc\rd\n\r\né")
    #expect(source.line(number) == expected)
  }

  @Test func positionsAreOrdered() {
    #expect(Position(line: 1, column: 9) < Position(line: 2, column: 1))
    #expect(Position(line: 2, column: 1) < Position(line: 2, column: 2))
  }
}
