import Diagnostics
import Foundation
import Tabular
import Testing

/// Everything that is said about gzipped files and workbooks, in `Messages/xlsx.txt`: what the file
/// is, and the message. Where they differ the test writes the real ones beside it, with the suffix
/// `.new`.
@Suite struct XLSXMessageTests {
  struct Case {
    let name: String
    var bytes: [UInt8]
    var format = TableFormat.xlsx(XLSXFormat())
    var schema: [ColumnSchema] = []
  }

  @Test func saysWhatIsExpected() throws {
    let cases = Self.files + Self.archives + Self.parts + Self.sheets + Self.cells
    let found = try cases.map { item in
      let reading = try XLSXReading(item.bytes, item.format, schema: item.schema)
      #expect(!reading.rendered.isEmpty, "\(item.name): no message at all")
      return "=== \(item.name)\n\(reading.rendered)"
    }.joined(separator: "\n")
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Messages/xlsx.txt")
    let expected = try? String(contentsOf: place, encoding: .utf8)
    #expect(found == expected)
    guard found != expected else { return }
    try found.write(to: place.appendingPathExtension("new"), atomically: true, encoding: .utf8)
  }

  private static func sample(
    _ name: String, _ rows: String = "<row><c><v>1</v></c></row>", _ format: XLSXFormat = .init(),
    _ change: (inout XLSXSample) -> Void = { _ in }
  ) -> Case {
    var sample = XLSXSample(rows, shared: ["id"], formats: ["dd/mm/yyyy"])
    change(&sample)
    return Case(name: name, bytes: sample.bytes(), format: .xlsx(format))
  }

  private static func packed(_ name: String, _ change: (inout ZipPacker) -> Void) -> Case {
    var packer = XLSXSample("<row><c><v>1</v></c></row>").packer()
    change(&packer)
    return Case(name: name, bytes: packer.bytes())
  }

  private static var files: [Case] {
    let csv = TableFormat.csv(CSVFormat())
    let gzip = Packer.gzip(Array("a\n1\n".utf8))
    let bomb = [UInt8](repeating: 0x61, count: 1 << 16) + [0x0A]
    var (checksum, length) = (gzip, gzip)
    checksum[gzip.count - 8] ^= 1
    length[gzip.count - 4] ^= 1
    var (zip, open, binary) = (ZipPacker(), ZipPacker(), ZipPacker())
    zip.add("a.csv", "a")
    for name in ["content.xml", "META-INF/manifest.xml"] { open.add(name, "<x/>") }
    for name in ["_rels/.rels", "xl/workbook.bin"] { binary.add(name, "<x/>") }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    return [
      Case(name: "gzip, cut off", bytes: gzip.dropLast(), format: csv),
      Case(name: "gzip, content changed", bytes: checksum, format: csv),
      Case(name: "gzip, length changed", bytes: length, format: csv),
      Case(name: "gzip, with something behind", bytes: gzip + [1, 2], format: csv),
      Case(
        name: "gzip, of another method", bytes: [0x1F, 0x8B, 7, 0, 0, 0, 0, 0, 0, 0], format: csv),
      Case(
        name: "gzip, that unpacks without end",
        bytes: Packer.gzip(Array(repeatElement(bomb, count: 1100).joined()), level: 9), format: csv),
      Case(name: "gzip, twice", bytes: Packer.gzip(gzip), format: csv),
      Case(name: "a workbook as CSV", bytes: XLSXSample("").bytes(), format: csv),
      Case(name: "a zip file as CSV", bytes: zip.bytes(), format: csv),
      Case(name: "a damaged zip file as CSV", bytes: zip.bytes().dropLast(), format: csv),
      Case(name: "an old workbook as CSV", bytes: old, format: csv),
      Case(name: "an old workbook", bytes: old), Case(name: "an .ods file", bytes: open.bytes()),
      Case(name: "an .xlsb file", bytes: binary.bytes()),
      Case(name: "a zip file", bytes: zip.bytes()),
      Case(name: "CSV as a workbook", bytes: Array("a\n1\n".utf8)),
      Case(name: "nothing", bytes: []),
    ]
  }

  private static var archives: [Case] {
    let sheet = "xl/worksheets/sheet1.xml"
    func part(_ name: String, _ change: @escaping (inout ZipPacker.Part) -> Void) -> Case {
      packed(name) { packer in
        for index in packer.parts.indices where packer.parts[index].name == sheet {
          change(&packer.parts[index])
        }
      }
    }
    return [
      Case(name: "cut off", bytes: XLSXSample("").bytes().dropLast()),
      part("with a password") { $0.flags = 1 }, part("packed otherwise") { $0.method = 14 },
      part("content changed") { $0.checksum = 1 }, part("length changed") { $0.unpackedSize = 1 },
      part("broken off") { $0.packedSize = 20 },
      part("too large") { ($0.isStreamed, $0.unpackedSize) = (true, 0xFFFF_FFFE) },
      part("unpacks without end") { $0.content += [UInt8](repeating: 0x20, count: 70 << 20) },
      part("garbage") { ($0.isDeflated, $0.method, $0.content) = (false, 8, [7, 7]) },
      packed("in pieces") { $0.disk = 1 }, packed("too many parts") { $0.count = 65_535 },
      packed("a list that breaks off") { $0.count = 20 },
      packed("a list that is elsewhere") { $0.listPlace = 4 },
      packed("a name that climbs out") { $0.add("../a", "") },
      packed("a part twice") { $0.add("XL/workbook.xml", "") },
    ]
  }

  private static var parts: [Case] {
    func part(_ name: String, _ part: String, _ xml: String?) -> Case {
      sample(name) { $0.parts[part] = xml }
    }
    let links = "xl/_rels/workbook.xml.rels"
    let away = XLSXSample("").links([("s0", "worksheet", "../../a.xml")])
    let lost = XLSXSample("").links([("s0", "worksheet", "a.xml")])
    return [
      part("not XML", "xl/workbook.xml", "<workbook"),
      part("not a workbook", "xl/workbook.xml", "<x/>"),
      part("a document type", "xl/styles.xml", "<!DOCTYPE a><a/>"),
      part("not styles", "xl/styles.xml", "<x/>"),
      part("not texts", "xl/sharedStrings.xml", "<x/>"),
      part("not relationships", links, "<x/>"), part("without relationships", links, nil),
      part("a sheet elsewhere", links, away), part("a sheet that is lost", links, lost),
      sample("nested") { $0.sheets[0].xml = String(repeating: "<x>", count: 101) },
      sample("without rows") { $0.sheets[0].xml = "<sheetViews/>" },
      sample("rows twice") { $0.sheets[0].xml = "<sheetData/><sheetData/>" },
      sample("rows elsewhere") { $0.sheets[0].xml = "<sheetData><a><row/></a></sheetData>" },
    ]
  }

  private static var sheets: [Case] {
    let two: (inout XLSXSample) -> Void = {
      $0.sheets.append(.init(name: "Notes", rows: "<row><c><v>9</v></c></row>"))
    }
    let header = [ColumnSchema(name: "supplier")]
    var missing = sample("a header that is not on the first sheet", change: two)
    missing.schema = header
    var searched = sample(
      "a header that is nowhere", "<row><c><v>1</v></c></row>", .init(header: .auto))
    searched.schema = header
    return [
      sample("another sheet", "", XLSXFormat(sheet: "spend ")), missing, searched,
      sample("no such sheet", "", XLSXFormat(sheet: "Invoices"), two),
      sample("two sheets", change: two),
      sample("a hidden sheet and another") {
        two(&$0)
        $0.sheets[0].state = "hidden"
      },
      sample("hidden sheets") { $0.sheets[0].state = "veryHidden" },
      sample("no sheets") { $0.sheets = [] },
      sample("headers on a blank row", "<row r=\"2\"><c><v>1</v></c></row>"),
      sample("headers behind the end", "<row/>", XLSXFormat(header: .line(9))),
      sample("headers on row 0", "", XLSXFormat(header: .line(0))),
    ]
  }

  private static func sample(_ name: String, change: (inout XLSXSample) -> Void) -> Case {
    sample(name, "<row><c><v>1</v></c></row>", .init(), change)
  }

  private static var cells: [Case] {
    [
      ("a formula without a value", "<c><f>A1</f></c>"),
      ("an unknown type", "<c t=\"x\"><v>1</v></c>"),
      ("no number", "<c><v>1,5</v></c>"), ("no truth", "<c t=\"b\"><v>yes</v></c>"),
      ("a text that is not there", "<c t=\"s\"><v>7</v></c>"),
      ("a style that is not there", "<c s=\"9\"><v>7</v></c>"),
      ("a cell behind the last", "<c r=\"XFE1\"/>"), ("a cell of another row", "<c r=\"A2\"/>"),
      ("a cell before the last", "<c r=\"B1\"/><c r=\"A1\"/>"),
      ("a cell twice", "<c r=\"A1\"/><c r=\"A1\"/>"),
      ("a row twice", "</row><row r=\"1\">"),
      ("a row behind the last", "</row><row r=\"1048577\">"),
      ("two values", "<c><v>1</v><v>2</v></c>"), ("something else", "<d/>"),
      ("too long", "<c t=\"str\"><v>\(String(repeating: "x", count: 5 << 20))</v></c>"),
    ].map { name, cell in sample(name, "<row>\(cell)</row>") } + [
      sample("formulas that are to be computed", "<row><c><f>A1</f><v>0</v></c></row>", .init()) {
        $0.calculation = "fullCalcOnLoad=\"1\""
      }
    ]
  }
}
