import Exact
import Tabular
import Testing

/// A cell of a sheet and what it reads as.
struct XLSXCell: Sendable, CustomTestStringConvertible {
  let xml: String
  let text: String
  var testDescription: String { xml }

  init(_ xml: String, _ text: String) { (self.xml, self.text) = (xml, text) }
}

@Suite struct XLSXCellTests {
  private func read(_ cell: String, _ change: (inout XLSXSample) -> Void = { _ in }) throws
    -> XLSXReading
  {
    var sample = XLSXSample(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row>\(cell)<c><v>7</v></c></row>",
      shared: [
        "plain", "<t>one </t>", "<r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r>",
        "<t>base</t><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh><phoneticPr fontId=\"1\"/>",
        "<t>x_x000D_y_x005F_x0041_ _x0000_ _xD800_ _x12G4_</t>", "", "<t>&lt;&amp;&#163;</t>",
      ],
      formats: ["dd/mm/yyyy", "hh:mm:ss", "[h]:mm", "0.00 \\d", "&quot;day&quot; 0", "mmm-yy"])
    change(&sample)
    return try XLSXReading(sample)
  }

  static let cells: [XLSXCell] = [
    .init("<c t=\"s\"><v>0</v></c>", "plain"), .init("<c t=\"s\"><v>1</v></c>", "one "),
    .init("<c t=\"s\"><v>2</v></c>", "one two"), .init("<c t=\"s\"><v>3</v></c>", "base"),
    .init("<c t=\"s\"><v>4</v></c>", "x\ry_x0041_ _x0000_ _xD800_ _x12G4_"),
    .init("<c t=\"s\"><v>5</v></c>", ""), .init("<c t=\"s\"><v>6</v></c>", "<&£"),
    .init("<c t=\"s\"/>", ""), .init("<c t=\"inlineStr\"><is><t>in line</t></is></c>", "in line"),
    .init("<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>", "ab"),
    .init("<c t=\"inlineStr\"><is><t>a</t><rPh><t>b</t></rPh></is></c>", "a"),
    .init("<c t=\"str\"><f>A1</f><v>found</v></c>", "found"),
    .init("<c t=\"str\"><f>A1</f><v></v></c>", ""), .init("<c><f>1+1</f><v>2</v></c>", "2"),
    .init("<c><f t=\"shared\" si=\"0\"/><v>2</v></c>", "2"),
    .init("<c t=\"b\"><v>1</v></c>", "true"), .init("<c t=\"b\"><v>0</v></c>", "false"),
    .init("<c t=\"e\"><v>#N/A</v></c>", "#N/A"),
    .init("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!"),
    .init("<c t=\"d\"><v>2024-04-01</v></c>", "2024-04-01"),
    .init("<c t=\"d\"><v>2024-04-01T00:00:00.000Z</v></c>", "2024-04-01"),
    .init("<c t=\"d\"><v>2024-04-01T09:30:00</v></c>", "2024-04-01T09:30:00"),
    .init("<c><v></v></c>", ""), .init("<c s=\"1\"/>", ""), .init("<c t=\"n\"><v> 5 </v></c>", "5"),
    .init("<c s=\"1\"><v>44136</v></c>", "2020-11-01"),
    .init("<c s=\"1\"><v>44136.5</v></c>", "2020-11-01T12:00:00"),
    .init("<c s=\"1\"><v>44135.999999999</v></c>", "2020-11-01"),
    .init("<c s=\"1\"><v>44136.395833333336</v></c>", "2020-11-01T09:30:00"),
    .init("<c s=\"1\"><v>61</v></c>", "1900-03-01"), .init("<c s=\"1\"><v>60</v></c>", "60"),
    .init("<c s=\"1\"><v>0</v></c>", "0"), .init("<c s=\"1\"><v>-1</v></c>", "-1"),
    .init("<c s=\"1\"><v>2958465</v></c>", "9999-12-31"),
    .init("<c s=\"1\"><v>2958466</v></c>", "2958466"),
    .init("<c s=\"1\"><v>1E300</v></c>", "1" + String(repeating: "0", count: 300)),
    .init("<c s=\"2\"><v>0.5</v></c>", "12:00:00"),
    .init("<c s=\"2\"><v>0.9999999</v></c>", "0.9999999"),
    .init("<c s=\"2\"><v>44136.25</v></c>", "2020-11-01T06:00:00"),
    .init("<c s=\"3\"><v>1.5</v></c>", "1.5"), .init("<c s=\"4\"><v>44136</v></c>", "44136"),
    .init("<c s=\"5\"><v>44136</v></c>", "44136"),
    .init("<c s=\"6\"><v>44136</v></c>", "2020-11-01"),
    .init("<c s=\"1\" t=\"s\"><v>0</v></c>", "plain"),
    .init("<c><extLst><ext><row/></ext></extLst><v>3</v></c>", "3"),
  ]

  @Test(arguments: cells) func reads(_ cell: XLSXCell) throws {
    let reading = try read(cell.xml)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [[cell.text, "7"]])
  }

  static let numbers: [(String, String)] = [
    ("0", "0"), ("-0", "-0"), ("12", "12"), ("1234.5", "1234.5"), ("1234.50", "1234.50"),
    ("1234.0999999999999", "1234.1"), ("0.30000000000000004", "0.3"),
    ("299.99999999999994", "300"), ("-1234.0999999999999", "-1234.1"),
    ("999999999999999.9", "1000000000000000"), ("0.00012345678901234567", "0.000123456789012346"),
    ("1.5E3", "1500"), ("1.5e+3", "1500"), ("1E-7", "0.0000001"), ("1.25E-2", "0.0125"),
    ("1.2345678901234567E+19", "12345678901234600000"), ("12.0E1", "120"), ("0E5", "0"),
    ("9007199254740993", "9007199254740993"), ("123456789012345678", "123456789012345678"),
    ("1.0000000000000005", "1"), ("1.0000000000000015", "1"),
    ("1.00000000000001500", "1.00000000000002"),
    ("1.00000000000002500", "1.00000000000002"),
    ("5E-324", "0." + String(repeating: "0", count: 323) + "5"),
    (".5", "0.5"), ("5.", "5"), ("007", "7"), ("99.95", "99.95"),
  ]

  @Test(arguments: numbers) func writesNumbersPlainly(_ number: String, _ text: String) throws {
    let reading = try read("<c><v>\(number)</v></c>")
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [[text, "7"]])
  }

  @Test(arguments: [
    "x", "1,5", "1.2.3", "+1", "--1", "1E", "1E+", "1E99999999999999999999", "1E401", "NaN", "INF",
    "0x10", "1 2", ".", "-", "E5", String(repeating: "1", count: 401),
  ])
  func refusesWhatIsNoNumber(_ number: String) throws {
    let message = try read("<c><v>\(number)</v></c>").message
    #expect(message?.hasPrefix("cell A2 is stored as a number and is none: '") == true)
  }

  /// The shortest texts of binary numbers with two decimals are read as those decimals.
  @Test func readsPenniesExactly() throws {
    var random = SeededRandom(state: 3)
    var rows = "<row><c><v>1</v></c></row>"
    var wanted: [Decimal?] = []
    for _ in 0..<2000 {
      let pennies = Int64.random(in: 0..<10_000_000_000, using: &random)
      // Sums as spreadsheets make them, one binary step or two beside the nearest number.
      let value = Double(pennies) / 100
      let noisy = [value.nextUp, value, value.nextDown].randomElement(using: &random) ?? value
      rows += "<row><c><v>\(noisy)</v></c></row>"
      wanted.append(Decimal(coefficient: Int128(pennies), scale: 2))
    }
    let reading = try XLSXReading(XLSXSample(rows))
    #expect(reading.errors.isEmpty)
    let found = reading.rows.map { Decimal($0[0]) }
    #expect(found == wanted)
  }

  @Test(arguments: 0...82) func knowsTheFormatsThatAreBuiltIn(_ id: Int) throws {
    let reading = try read("<c s=\"7\"><v>44136.25</v></c>") { $0.builtIn = [id] }
    let isDate = [14...22, 27...36, 45...45, 47...47, 50...58].contains { $0.contains(id) }
    #expect(reading.rows == [[isDate ? "2020-11-01T06:00:00" : "44136.25", "7"]])
  }

  static let codes: [(String, Bool)] = [
    ("dd/mm/yyyy", true), ("d", true), ("mmm-yy", true), ("m", true), ("yyyy\\-mm\\-dd;@", true),
    ("[$-809]dd mmmm yyyy", true), ("[Red]d/m", true), ("hh:mm", true), ("h:mm AM/PM", true),
    ("mm:ss.0", true), ("General", false), ("0.00", false), ("#,##0.00;[Red]-#,##0.00", false),
    ("[h]:mm:ss", false), ("[mm]:ss", false), ("[ss]", false), ("[Yellow]0", false),
    ("&quot;days&quot; 0", false), ("0 \\d\\a\\y", false), ("_d0_m", false), ("*d0", false),
    ("@", false), ("0.00E+00", false), ("[$£-809]#,##0.00", false), ("0;d", false), ("", false),
    ("_-[$€-2]* #,##0.00_-", false), ("# ?/?", false), ("0%", false),
  ]

  @Test(arguments: codes) func tellsDatesByTheirFormat(_ code: String, _ isDate: Bool) throws {
    let reading = try read("<c s=\"1\"><v>44136.25</v></c>") { $0.formats = [code] }
    #expect(reading.rows == [[isDate ? "2020-11-01T06:00:00" : "44136.25", "7"]])
  }

  @Test(arguments: [("0", "1904-01-01"), ("42674", "2020-11-01"), ("1.5", "1904-01-02T12:00:00")])
  func countsFrom1904(_ number: String, _ text: String) throws {
    for property in ["1", "true"] {
      let reading = try read("<c s=\"1\"><v>\(number)</v></c>") {
        $0.properties = "date1904=\"\(property)\""
      }
      #expect(reading.rows == [[text, "7"]])
    }
  }
}

/// Random numbers that are the same in every run.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
