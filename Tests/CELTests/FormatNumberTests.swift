import CEL
import Testing

/// Digits of doubles against those that CPython writes.
@Suite("digits of formatted numbers")
struct FormatNumberTests {
  private static let cases = [
    ("f", FormattedDoubles.fixed), ("e", FormattedDoubles.scientific),
    ("s", FormattedDoubles.plain),
  ]

  @Test(arguments: cases)
  func writesTheDigitsThatTheDoubleHas(_ letter: String, _ lines: [[String]]) throws {
    let environment = Environment(variables: [Variable("f", .string), Variable("x", .double)])
    let program = try environment.program(environment.compile("f.format([x])"))
    for line in lines {
      let double = try #require(Double(line[0]), "\(line)")
      let clause = line.count == 3 ? "%.\(line[1])\(letter)" : "%" + letter
      let value = program.evaluate(Cells(values: [.string(clause), .double(double)]))
      #expect(value.text == line.last, "\(line[0]) under \(clause)")
    }
    #expect(lines.count > 50)
  }
}
