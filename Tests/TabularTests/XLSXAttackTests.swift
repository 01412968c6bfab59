import Tabular
import Testing

/// Workbooks that are damaged, or made to harm: each is refused, and none reads as fewer rows.
@Suite struct XLSXAttackTests {
  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let sample = XLSXSample(
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row>"
      + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>44136</v></c></row>",
    shared: ["id", "x"], formats: ["dd/mm/yyyy"])
  private static let rows = [["x", "2020-11-01"]]

  @Test(arguments: [true, false]) func refusesAnyCutOffWorkbook(_ isDeflated: Bool) throws {
    var sample = Self.sample
    sample.isDeflated = isDeflated
    let bytes = sample.bytes()
    #expect(try XLSXReading(bytes).rows == Self.rows)
    let folder = try Workdir()
    for length in 0..<bytes.count {
      let reading = XLSXReading(path: try folder.write("t.xlsx", Array(bytes[..<length])))
      #expect(reading.summary == nil, "cut to \(length) bytes")
    }
  }

  @Test(arguments: [true, false]) func readsNothingElseWhereABitChanged(_ isDeflated: Bool) throws {
    var sample = Self.sample
    sample.isDeflated = isDeflated
    let bytes = sample.bytes()
    let folder = try Workdir()
    // Three bits of each byte, others in each.
    for bit in 0..<bytes.count * 8 where [0, 3, 5].contains((bit % 8 + bit / 8) % 8) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      let reading = XLSXReading(path: try folder.write("t.xlsx", changed))
      #expect(reading.summary == nil || reading.rows == Self.rows, "bit \(bit)")
    }
  }

  /// Several bytes changed at random, checksums mended: whatever is said, nothing traps.
  @Test func survivesChangedXML() throws {
    var random = SeededRandom(state: 5)
    let parts = Self.sample.contents
    let folder = try Workdir()
    for _ in 0..<1500 {
      var packer = ZipPacker()
      let target = Int.random(in: 1..<parts.count, using: &random)
      for (index, part) in parts.enumerated() {
        packer.add(part.name, part.xml, isDeflated: false)
        guard index == target, !part.xml.isEmpty else { continue }
        for _ in 0...Int.random(in: 0...3, using: &random) {
          let at = Int.random(in: 0..<part.xml.utf8.count, using: &random)
          let letters = Array("<>/\"'&= 0123456789ArstvcZ\u{0}".utf8)
          packer.parts[index].content[at] = letters.randomElement(using: &random) ?? 0
        }
      }
      let reading = XLSXReading(path: try folder.write("t.xlsx", packer.bytes()))
      #expect(reading.summary != nil || !reading.errors.isEmpty)
    }
  }

  static let documents: [String] = [
    "<!DOCTYPE x>", "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://example.org/x\"> %a;]>",
    "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>",
  ]

  @Test(arguments: documents, 1..<7) func refusesDocumentTypes(_ type: String, _ part: Int) throws {
    let (name, xml) = Self.sample.contents[part]
    var sample = Self.sample
    sample.parts[name] = type + xml
    let reading = try XLSXReading(sample)
    #expect(
      reading.message == "the part '\(name)' of the workbook declares a document type, which no "
        + "workbook does and attacks need")
    #expect(reading.rows.isEmpty)
  }

  @Test func refusesEntitiesThatNobodyDeclared() throws {
    var sample = Self.sample
    sample.shared = ["id", "&xxe;"]
    #expect(try XLSXReading(sample).message?.contains("undefined entity") == true)
  }

  @Test(arguments: ["comment", "attribute", "name", "instruction"])
  func refusesElementsWithoutEnd(_ kind: String) throws {
    var random = SeededRandom(state: 9)
    let long = String(
      decoding: (0..<9 << 20).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) },
      as: UTF8.self)
    let xml =
      switch kind {
      case "comment": "<!--\(long)-->"
      case "attribute": "<x a=\"\(long)\"/>"
      case "name": "<\(long)/>"
      default: "<?a \(long)?>"
      }
    var sample = Self.sample
    sample.sheets[0].xml = xml + "<sheetData><row><c><v>1</v></c></row></sheetData>"
    let reading = try XLSXReading(sample)
    #expect(
      reading.message
        == "the part '\(Self.sheet)' of the workbook has an element that is larger than any "
        + "workbook has")
  }

  @Test func refusesDeepNesting() throws {
    var sample = Self.sample
    let (open, close) = (
      String(repeating: "<x>", count: 200_000), String(repeating: "</x>", count: 200_000)
    )
    sample.sheets[0].xml = open + close + "<sheetData/>"
    #expect(try XLSXReading(sample).message?.contains("nested more deeply") == true)
  }

  /// A million rows that hold nothing but a style, as spreadsheets save them.
  @Test func readsAMillionStyledRows() throws {
    var rows = "<row><c><v>1</v></c></row>"
    for row in 2...1_000_000 {
      rows += "<row r=\"\(row)\" s=\"1\"><c r=\"A\(row)\" s=\"1\"/></row>"
    }
    rows += "<row r=\"1048576\"><c r=\"A1048576\"><v>5</v></c></row>"
    var sample = XLSXSample(rows, formats: ["0"])
    sample.isDeflated = true
    let reading = try XLSXReading(sample)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["5"]])
    #expect(reading.lines == [1_048_576])
  }

  /// A shared text is stored once and may stand in every cell.
  @Test func boundsARowOfSharedTexts() throws {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 200)
    let reading = try XLSXReading(
      XLSXSample("<row>\(cells)</row>", shared: [String(repeating: "x", count: 1 << 20)]))
    #expect(reading.message == "row 1 holds more than 4194304 bytes")
  }

  static let targets: [String] = [
    "../../../../etc/passwd", "file:///etc/passwd", "http://example.org/sheet.xml", "..\\..\\x",
    "../..",
  ]

  @Test(arguments: targets) func followsNoLinkOutOfTheWorkbook(_ target: String) throws {
    var sample = Self.sample
    sample.parts["xl/_rels/workbook.xml.rels"] = sample.links([("s0", "worksheet", target)])
    #expect(
      try XLSXReading(sample).message
        == "the sheet 'Spend' of the workbook is kept outside of it, and is not looked for there")
  }

  @Test func followsNoLinkThatSaysItIsExternal() throws {
    var sample = Self.sample
    let links = sample.links([("s0", "worksheet", "worksheets/sheet1.xml")])
    sample.parts["xl/_rels/workbook.xml.rels"] = links.replacing(
      "<Relationship ", with: "<Relationship TargetMode=\"External\" ")
    #expect(try XLSXReading(sample).message?.contains("is kept outside of it") == true)
  }
}
