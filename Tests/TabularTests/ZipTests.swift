import Tabular
import Testing

/// Zip files as programs write them, and as attackers do, around a workbook that is in order.
@Suite struct ZipTests {
  private static let sample = XLSXSample("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>")
  private static let sheet = "xl/worksheets/sheet1.xml"

  private func read(_ change: (inout ZipPacker) -> Void) throws -> XLSXReading {
    var packer = Self.sample.packer()
    change(&packer)
    return try XLSXReading(packer.bytes())
  }

  static let harmless: [@Sendable (inout ZipPacker) -> Void] = [
    { _ in }, { $0.comment = Array("PK\u{5}\u{6} made by a program".utf8) }, { $0.isLarge = true },
    { packer in for index in packer.parts.indices { packer.parts[index].isStreamed = true } },
    { packer in for index in packer.parts.indices { packer.parts[index].flags = 0x0806 } },
    { $0.add("xl/", "", isDeflated: false) }, { $0.add("empty", "") },
    { $0.add("xl/media/image 1.png", "x", isDeflated: false) }, { $0.parts.reverse() },
    { packer in for index in packer.parts.indices { packer.parts[index].isDeflated = false } },
    { packer in
      for index in packer.parts.indices where packer.parts[index].name == sheet {
        packer.parts[index].name = "XL/Worksheets/SHEET1.xml"
      }
    },
  ]

  @Test(arguments: harmless.indices) func reads(_ index: Int) throws {
    let reading = try read(Self.harmless[index])
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["2"]])
  }

  struct Attack: Sendable, CustomTestStringConvertible {
    let message: String
    let change: @Sendable (inout ZipPacker) -> Void
    var testDescription: String { message }
    init(_ message: String, _ change: @escaping @Sendable (inout ZipPacker) -> Void) {
      (self.message, self.change) = (message, change)
    }

    /// Changes the part of the sheet.
    static func sheet(
      _ message: String, _ change: @escaping @Sendable (inout ZipPacker.Part) -> Void
    ) -> Attack {
      Attack(message) { packer in
        for index in packer.parts.indices where packer.parts[index].name == ZipTests.sheet {
          change(&packer.parts[index])
        }
      }
    }
  }

  private static let differs =
    "the workbook is damaged: what it says of its part '\(sheet)' differs from what is there"

  static let attacks: [Attack] = [
    .sheet("the workbook is protected with a password") { $0.flags = 1 },
    .sheet("the workbook is protected with a password") { $0.flags = 0x2000 },
    .sheet("the part '\(sheet)' of the workbook is packed in a way that is not read (method 9)") {
      $0.method = 9
    },
    .sheet("the workbook is damaged: its part '\(sheet)' differs from its checksum") {
      $0.checksum = 7
    },
    .sheet(differs) { $0.unpackedSize = 10 }, .sheet(differs) { $0.unpackedSize = 10_000 },
    .sheet(differs) { $0.packedSize = 1_000_000 }, .sheet(differs) { $0.packedSize = 0x7FFF_FFFF },
    .sheet("the workbook is damaged: its part '\(sheet)' cannot be unpacked (it breaks off)") {
      $0.packedSize = 10
    },
    .sheet(differs) { $0.nameInHead = "xl/worksheets/sheet2.xml" },
    .sheet(differs) { ($0.isDeflated, $0.packedSize) = (false, 7) },
    .sheet(
      "the part '\(sheet)' of the workbook unpacks to more than 2048 MiB, which is more than is read"
    ) {
      ($0.isStreamed, $0.unpackedSize) = (true, 0xFFFF_FFFE)
    },
    Attack("the workbook has two parts called '[content_types].XML'") {
      $0.add("[content_types].XML", "<Types/>")
    },
    Attack("the workbook has 65535 parts, which no workbook has") { $0.count = 65_535 },
    Attack("the workbook is one piece of several") { $0.disk = 1 },
    Attack("the workbook is damaged: the list of its parts breaks off") { $0.count = 30 },
    Attack("the workbook is damaged: the list of its parts is too long") { $0.count = 3 },
    Attack("the workbook is damaged: the list of its parts is not where it should be") {
      $0.listPlace = 0
    },
    Attack("the workbook is damaged: the list of its parts is not where it should be") {
      ($0.isLarge, $0.listPlace) = (true, 0x7FFF_FFFF_FFFF_FFFF)
    },
    // One piece of packed data under many names: what packs a quintillion bytes into a few.
    Attack(
      "the workbook is damaged: what it says of its part 'copy' differs from what is there"
    ) {
      $0.add("copy", "<Types/>")
      $0.parts[$0.parts.count - 1].place = 0
    },
  ]

  @Test(arguments: attacks) func refuses(_ attack: Attack) throws {
    let reading = try read(attack.change)
    #expect(reading.message == attack.message)
    #expect(reading.rows.isEmpty || attack.message.contains("damaged"))
    #expect(reading.summary == nil)
  }

  @Test(arguments: [
    "../evil", "/etc/passwd", "a/../../b", "xl\\worksheets\\sheet1.xml", "a//b", "./a", "a\u{0}b",
    "C:/x", "", "a/./b", "a\nb",
  ])
  func refusesNamesThatLeadElsewhere(_ name: String) throws {
    let reading = try read { $0.add(name, "x") }
    #expect(
      reading.message == "the workbook has a part with a name that leads elsewhere: '\(name)'")
  }

  /// Parts that lie over each other are refused before any is unpacked.
  @Test func refusesPartsInsideParts() throws {
    var inner = ZipPacker()
    inner.add("inside", String(repeating: "x", count: 500), isDeflated: false)
    var packer = Self.sample.packer()
    let start = packer.bytes().count
    packer.parts.insert(
      ZipPacker.Part(name: "quoted", content: inner.bytes(), isDeflated: false), at: 0)
    var part = inner.parts[0]
    // The list says that the part begins inside the content of the first one, where a head stands.
    part.place = 30 + "quoted".utf8.count
    packer.parts.append(part)
    #expect(start > 0)
    #expect(
      try XLSXReading(packer.bytes()).message
        == "the part 'inside' of the workbook overlaps another")
  }

  @Test func refusesAPartThatUnpacksWithoutEnd() throws {
    var sample = Self.sample
    sample.sheets[0].xml = "<sheetData>" + String(repeating: " ", count: 70 << 20) + "</sheetData>"
    let reading = try XLSXReading(sample)
    #expect(
      reading.message
        == "the part '\(Self.sheet)' of the workbook unpacks to more than 500 times its size, "
        + "which no table does")
  }

  @Test func saysWhatOtherFilesAre() throws {
    var zip = ZipPacker()
    zip.add("spend.csv", "a\n1\n")
    var document = ZipPacker()
    document.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet", isDeflated: false)
    document.add("content.xml", "<x/>")
    document.add("META-INF/manifest.xml", "<x/>")
    var binary = ZipPacker()
    binary.add("_rels/.rels", "<x/>")
    binary.add("xl/workbook.bin", "x")
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    for (bytes, what) in [
      (zip.bytes(), "this is a zip archive"),
      (document.bytes(), "this is an OpenDocument file (.ods)"),
      (binary.bytes(), "this is a binary Excel workbook (.xlsb)"),
      (old, "this is an old Excel workbook (.xls) or one with a password"),
    ] {
      #expect(try XLSXReading(bytes).message == what + ", not an .xlsx workbook")
      #expect(try XLSXReading(bytes, .csv(CSVFormat())).message == what + ", not CSV")
    }
    #expect(
      try XLSXReading(Self.sample.bytes(), .csv(CSVFormat())).message
        == "this is an Excel workbook, not CSV")
    #expect(
      try XLSXReading(Array("a,b\n1,2\n".utf8)).message
        == "this is not an Excel workbook, whatever its name says")
    #expect(try XLSXReading([]).message == "the file is empty")
  }
}
