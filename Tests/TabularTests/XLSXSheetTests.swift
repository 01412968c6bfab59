import Diagnostics
import Exact
import Tabular
import Testing

@Suite struct XLSXSheetTests {
  /// Rows of cells of text, the way the shortest writers have them.
  static func rows(_ rows: [[String]]) -> String {
    rows.map { row in
      "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  private static let plain = rows([["id", "name"], ["1", "a"], ["2", "b"]])
  private static let found = [["1", "a"], ["2", "b"]]

  @Test func fillsGaps() throws {
    let reading = try XLSXReading(
      XLSXSample(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>3</v></c><c><v>4</v></c></row>"
          + "<row r=\"4\"><c r=\"B4\"><v>5</v></c></row><row><c r=\"D5\"><v>6</v></c></row>"))
    #expect(reading.rows == [["", "5", "", ""], ["", "", "", "6"]])
    #expect(reading.lines == [4, 5])
    #expect(reading.summary?.headerLine == 1)
    #expect(reading.summary?.unmapped == ["1", "3", "4"])
  }

  @Test func cutsWhatIsOnlyStyled() throws {
    var rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"XFD1\" s=\"1\"/></row>"
    rows +=
      "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"Z2\" s=\"1\"/><c r=\"AA2\" t=\"s\"><v>0</v></c></row>"
    for row in 3...2000 {
      rows += "<row r=\"\(row)\" s=\"1\" ht=\"15\"><c r=\"A\(row)\" s=\"1\"/></row>"
    }
    let reading = try XLSXReading(XLSXSample(rows, shared: [" \u{A0}"], formats: ["0.00"]))
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["3", ""]])
    #expect(reading.summary?.blankLines == 0)
  }

  /// Cells beyond the last header stand under one without a name where the sheet is said to be so
  /// wide, as in the same table saved as CSV, and else are too many.
  @Test func takesTheWidthThatTheSheetSays() throws {
    var sample = XLSXSample("")
    let rows = "<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>"
    sample.sheets[0].xml = "<dimension ref=\"A1:B2\"/><sheetData>\(rows)</sheetData>"
    #expect(try XLSXReading(sample).rows == [["2", "3"]])
    sample.sheets[0].xml = "<dimension ref=\"A1\"/><sheetData>\(rows)</sheetData>"
    let reading = try XLSXReading(sample)
    #expect(reading.message?.hasSuffix("and the extra cells are not blank") == true)
  }

  @Test(arguments: [true, false], [true, false])
  func readsBothEditionsPackedOrNot(_ isStrict: Bool, _ isDeflated: Bool) throws {
    var sample = XLSXSample(
      "<row><c t=\"s\"><v>0</v></c></row><row><c s=\"1\"><v>44136</v></c></row>", shared: ["day"],
      formats: ["d/m/y"])
    (sample.isStrict, sample.isDeflated) = (isStrict, isDeflated)
    let reading = try XLSXReading(sample)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["2020-11-01"]])
    #expect(reading.summary?.unmapped == ["day"])
  }

  @Test func goesByNamespacesAndNotByPrefixes() throws {
    var sample = XLSXSample("")
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sample.parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"\(space)\" xmlns:c=\"other\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>"
      + "</x:row><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><c:row/></x:worksheet>"
    #expect(try XLSXReading(sample).rows == [["2"]])
    sample.parts["xl/worksheets/sheet1.xml"] =
      "<worksheet xmlns=\"other\"><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
    #expect(try XLSXReading(sample).message?.hasSuffix("it is no sheet of cells") == true)
  }

  @Test(arguments: ["utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "iso-8859-1"])
  func readsEveryEncodingOfXML(_ encoding: String) throws {
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let xml =
      "<worksheet xmlns=\"\(space)\"><sheetData>\(Self.rows([["é"], ["ü"]]))</sheetData></worksheet>"
    let declared = "<?xml version=\"1.0\" encoding=\"\(encoding.prefix(6))\"?>" + xml
    let content: [UInt8] =
      switch encoding {
      case "utf-16le":
        [0xFF, 0xFE] + declared.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf-16be":
        [0xFE, 0xFF] + declared.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case "iso-8859-1":
        ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + xml).unicodeScalars.map {
          UInt8($0.value)
        }
      case "utf-8 with mark": [0xEF, 0xBB, 0xBF] + Array(xml.utf8)
      default: Array(xml.utf8)
      }
    var packer = XLSXSample("").packer()
    let index = try #require(packer.parts.firstIndex { $0.name == "xl/worksheets/sheet1.xml" })
    packer.parts[index].content = content
    let reading = try XLSXReading(packer.bytes())
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["ü"]])
    #expect(reading.summary?.unmapped == ["é"])
  }

  @Test func takesTheSheetThatIsNamed() throws {
    var sample = XLSXSample(Self.plain)
    sample.sheets.append(.init(name: "Täble 2", rows: Self.rows([["x"], ["9"]]), state: "hidden"))
    #expect(try XLSXReading(sample, XLSXFormat(sheet: "Täble 2")).rows == [["9"]])
    #expect(try XLSXReading(sample, XLSXFormat(sheet: "Spend")).rows == Self.found)
    #expect(try XLSXReading(sample, XLSXFormat(sheet: "Spend")).summary?.notices.isEmpty == true)
    let first = try XLSXReading(sample)
    #expect(first.rows == Self.found)
    #expect(
      first.summary?.notices.map(\.message)
        == ["the workbook has 2 sheets and 'Spend' was read; not 'Täble 2'"])
  }

  @Test(arguments: ["hidden", "veryHidden"]) func passesOverHiddenSheets(_ state: String) throws {
    var sample = XLSXSample(Self.rows([["x"], ["9"]]))
    sample.sheets[0].state = state
    #expect(try XLSXReading(sample).message == "all sheets of the workbook are hidden: 'Spend'")
    sample.sheets.append(.init(name: "Open", rows: Self.plain))
    let reading = try XLSXReading(sample)
    #expect(reading.rows == Self.found)
    #expect(
      reading.summary?.notices.map(\.message)
        == ["the first sheet, 'Spend', is hidden, and 'Open' was read"])
  }

  @Test func passesOverCharts() throws {
    var sample = XLSXSample(Self.plain)
    sample.sheets.insert(
      .init(name: "Chart", rows: "", xml: "<drawing/>", kind: "chartsheet"), at: 0)
    let reading = try XLSXReading(sample)
    #expect(reading.rows == Self.found)
    #expect(reading.summary?.notices.isEmpty == true)
    #expect(
      try XLSXReading(sample, XLSXFormat(sheet: "Chart")).message?.contains("no sheet") == true)
  }

  @Test func readsWithoutSharedTextsAndStyles() throws {
    var sample = XLSXSample(Self.plain)
    let missing: String? = nil
    sample.parts = ["xl/sharedStrings.xml": missing, "xl/styles.xml": missing]
    sample.parts["xl/_rels/workbook.xml.rels"] = sample.links([
      ("s0", "worksheet", "worksheets/sheet1.xml")
    ])
    #expect(try XLSXReading(sample).rows == Self.found)
  }

  @Test(arguments: [XLSXFormat(header: .line(5)), XLSXFormat(header: .auto)])
  func findsHeadersBelowAPreamble(_ format: XLSXFormat) throws {
    let rows =
      "<row r=\"1\"><c><v>1</v></c></row><row r=\"3\"><c><f>A1</f></c></row><row r=\"5\">"
      + "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row r=\"9\"><c><v>4</v></c></row>"
    let schema = [ColumnSchema(name: "name"), ColumnSchema(name: "id")]
    let reading = try XLSXReading(
      XLSXSample(rows, shared: ["ID", "Name"]).bytes(), .xlsx(format), schema: schema)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["4", ""]])
    #expect(reading.lines == [9])
    #expect(reading.summary?.headerLine == 5)
    #expect(reading.summary?.mapped.map(\.header) == ["Name", "ID"])
  }

  @Test(arguments: [
    XLSXFormat(header: .line(2), headerRows: 2), XLSXFormat(header: .auto, headerRows: 2),
  ])
  func joinsTwoRowsOfHeaders(_ format: XLSXFormat) throws {
    let rows = Self.rows([
      ["title"], ["Date", "Amount", "", ""], ["", "Gross", "VAT", "Net"], ["1", "2", "3", "4"],
    ])
    let schema = ["Date", "Amount Gross", "Amount VAT", "Amount Net"].map {
      ColumnSchema(name: "c\($0.count)", headers: [$0])
    }
    let reading = try XLSXReading(XLSXSample(rows).bytes(), .xlsx(format), schema: schema)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["1", "2", "3", "4"]])
    #expect(reading.summary?.headerLine == 2)
  }

  @Test func readsDatesAsDaysWhateverFormIsDeclared() throws {
    let sample = XLSXSample(
      "<row><c t=\"s\"><v>0</v></c></row><row><c s=\"1\"><v>44136</v></c></row>"
        + "<row><c t=\"s\"><v>1</v></c></row>", shared: ["day", "2/11/2020"], formats: ["d/m/y"])
    let folder = try Workdir()
    let path = try folder.write("t.xlsx", sample.bytes())
    let date = try #require(DateFormat("d/M/yyyy"))
    var cells: [Cell] = []
    _ = try TableReader(
      path: path, shownAs: "t.xlsx", format: .xlsx(XLSXFormat()),
      schema: [ColumnSchema(name: "day", type: .date(date))]
    ).read { cells += $0.cells }
    #expect(
      cells
        == [(1, 11), (2, 11)].compactMap { CivilDate(year: 2020, month: $1, day: $0) }.map {
          .date($0)
        })
  }

  @Test func showsTheFileToTheObserverOnce() throws {
    let bytes = XLSXSample(Self.plain).bytes()
    for bytes in [bytes, Packer.gzip(bytes)] {
      var seen: [UInt8] = []
      let reading = try XLSXReading(bytes) { seen += $0 }
      #expect(reading.rows == Self.found)
      #expect(seen == bytes)
      #expect(reading.summary?.bytes == Int64(bytes.count))
    }
  }

  @Test func noticesAWorkbookThatChanges() throws {
    let folder = try Workdir()
    let path = try folder.write("t.xlsx", XLSXSample(Self.plain).bytes())
    let reader = TableReader(
      path: path, shownAs: "t.xlsx", format: .xlsx(XLSXFormat()), schema: [])
    let error = #expect(throws: DiagnosticList.self) {
      _ = try reader.read { _ throws(DiagnosticList) in
        do throws(Diagnostic) { try Files.write([0x50], to: path) } catch {
          throw DiagnosticList([error])
        }
      }
    }
    #expect(error?.items.first?.message == "the file changed while it was read")
  }

  /// Blocks of 64 KiB cut rows, cells and letters anywhere.
  @Test func readsALongSheet() throws {
    var random = SeededRandom(state: 11)
    var wanted: [[String]] = []
    var lines: [Int] = []
    var rows = Self.rows([["a", "b", "c"]])
    var number = 1
    for _ in 0..<20_000 {
      number += Int.random(in: 1...3, using: &random)
      let letters = String(repeating: "ü€😀", count: Int.random(in: 0...6, using: &random))
      rows +=
        "<row r=\"\(number)\"><c r=\"A\(number)\"><v>\(number)</v></c>"
        + "<c r=\"C\(number)\" t=\"str\"><v>\(letters)</v></c></row>"
      wanted.append(["\(number)", "", letters])
      lines.append(number)
    }
    let reading = try XLSXReading(XLSXSample(rows))
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == wanted)
    #expect(reading.lines == lines)
  }
}
