import Tabular
import Testing

@Suite struct GzipTests {
  private static let text = Array("id,name\n1,Zoë\n2,\"a, b\"\n3,\n".utf8)
  private static let rows = [["1", "Zoë"], ["2", "a, b"], ["3", ""]]

  private func read(
    _ bytes: [UInt8], _ encoding: TextEncoding = .auto, header: HeaderRow = .line(1)
  ) throws -> XLSXReading {
    try XLSXReading(bytes, .csv(CSVFormat(encoding: encoding, header: header)))
  }

  @Test(arguments: [Int32(0), 1, 6, 9], [TextEncoding.utf8, .auto])
  func readsWhatIsPacked(_ level: Int32, _ encoding: TextEncoding) throws {
    let bytes = Packer.gzip(Self.text, level: level)
    #expect(bytes.prefix(2) == [0x1F, 0x8B])
    let reading = try read(bytes, encoding)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == Self.rows)
    #expect(reading.lines == [2, 3, 4])
    #expect(reading.summary?.bytes == Int64(bytes.count))
  }

  @Test(arguments: [[5], [1, 1], [3, 8, 20], [0, 9, 9]])
  func readsMembersOneAfterAnother(_ cuts: [Int]) throws {
    var bytes: [UInt8] = []
    var start = 0
    for cut in cuts + [Self.text.count] {
      bytes += Packer.gzip(Array(Self.text[start..<cut]))
      start = cut
    }
    let reading = try read(bytes)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == Self.rows)
  }

  @Test func showsTheBytesOfTheFileToTheObserverOnce() throws {
    var text = Array("a,b\n".utf8)
    for number in 0..<60_000 { text += Array("ü\(number &* 2_654_435_761),x\n".utf8) }
    let bytes = Packer.gzip(text)
    for encoding in [TextEncoding.utf8, .auto] {
      var seen: [UInt8] = []
      let format = TableFormat.csv(CSVFormat(encoding: encoding))
      let reading = try XLSXReading(bytes, format) { seen += $0 }
      #expect(reading.rows.count == 60_000)
      #expect(seen == bytes)
    }
  }

  @Test func tellsTheEncodingOfWhatIsPacked() throws {
    let reading = try read(Packer.gzip(Array("a\n".utf8) + [0xA3, 0x0A]))
    #expect(reading.rows == [["£"]])
    #expect(reading.summary?.encoding == .windows1252)
  }

  /// The packed file is small, so that its size says nothing about where the text ends.
  @Test func findsHeadersInALongTextThatPacksWell() throws {
    let text = "title\nid,name\n" + String(repeating: "1,x\n", count: 200_000)
    let schema = [ColumnSchema(name: "id"), ColumnSchema(name: "name")]
    let format = TableFormat.csv(CSVFormat(header: .auto))
    let reading = try XLSXReading(Packer.gzip(Array(text.utf8)), format, schema: schema)
    #expect(reading.errors.isEmpty)
    #expect(reading.summary?.headerLine == 2)
    #expect(reading.summary?.rows == 200_000)
  }

  @Test(arguments: [[], [7]]) func refusesAnyCutOffFile(_ extra: [Int]) throws {
    var bytes = Packer.gzip(Self.text)
    if let cut = extra.first {
      bytes = Packer.gzip(Array(Self.text[..<cut])) + Packer.gzip(Array(Self.text[cut...]))
    }
    let whole = extra.isEmpty ? [] : [Packer.gzip(Array(Self.text[..<7])).count]
    for length in 2..<bytes.count where !whole.contains(length) {
      let reading = try read(Array(bytes[..<length]))
      #expect(reading.message == "the gzip file was cut off: it ends before its content does")
    }
  }

  @Test func readsNothingElseFromAnyFileWithAChangedBit() throws {
    let bytes = Packer.gzip(Self.text)
    var refused = 0
    let folder = try Workdir()
    for bit in 16..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      let path = try folder.write("t.csv.gz", changed)
      let reading = XLSXReading(path: path, .csv(CSVFormat()))
      if reading.errors.isEmpty { #expect(reading.rows == Self.rows) } else { refused += 1 }
    }
    // Only time, system and flags that change nothing are beyond the checksum: bytes 3 to 9.
    #expect(refused > (bytes.count - 10) * 8)
  }

  @Test func tellsAChecksumFromALength() throws {
    var bytes = Packer.gzip(Self.text)
    bytes[bytes.count - 5] ^= 1
    #expect(
      try read(bytes).message
        == "the gzip file is damaged: its content differs from its checksum")
    bytes[bytes.count - 5] ^= 1
    bytes[bytes.count - 1] ^= 1
    #expect(
      try read(bytes).message == "the gzip file is damaged: its content differs from its length")
  }

  @Test(arguments: [[0], [0, 0, 0, 0], [0x0A, 0x0A], [0x50, 0x4B, 3, 4]])
  func refusesWhatFollows(_ rest: [UInt8]) throws {
    let bytes = Packer.gzip(Self.text)
    let message = try read(bytes + rest).message
    #expect(
      rest.count == 1
        ? message == "the gzip file was cut off: it ends before its content does"
        : message == "something that is not gzip follows the end of the gzip data, at byte offset "
          + "\(bytes.count)")
  }

  @Test func refusesAFileThatUnpacksWithoutEnd() throws {
    let line = [UInt8](repeating: 0x61, count: 65_535) + [0x0A]
    let bytes = Packer.gzip(Array(repeatElement(line, count: 1400).joined()), level: 9)
    let reading = try read(bytes, .utf8)
    #expect(
      reading.message
        == "the gzip file unpacks to more than 500 times its size, which no table does")
    #expect(reading.rows.count < 1100)
  }

  /// 70 MiB of rows that are all the same: as much as a table can be packed.
  @Test func readsATableOfWhichEveryRowIsTheSame() throws {
    let line = Array("2024-04-01,NHS Trust,Supplies,Supplier Limited,1234.50,M5 4WT\n".utf8)
    let count = (70 << 20) / line.count
    let header = Array("date,buyer,kind,supplier,amount,postcode\n".utf8)
    let bytes = Packer.gzip(header + Array(repeatElement(line, count: count).joined()))
    #expect(count * line.count / bytes.count > 200)
    let folder = try Workdir()
    let path = try folder.write("t.csv.gz", bytes)
    let summary = try TableReader(path: path, shownAs: "t.csv.gz", schema: []).read { _ in }
    #expect(summary.rows == count)
  }

  @Test func refusesWhatIsEmptyOrPackedTwice() throws {
    #expect(try read(Packer.gzip([])).message == "the file is empty")
    #expect(
      try read(Packer.gzip(Packer.gzip(Self.text))).message == "this is gzipped twice, not CSV")
  }
}
