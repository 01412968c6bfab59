import Diagnostics
import Tabular
import Testing

@Suite struct EncodingTests {
  private static let schema = [ColumnSchema(name: "a")]

  private func read(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> Reading {
    try Reading(bytes, Self.schema, CSVFormat(encoding: encoding))
  }

  @Test func namesTheByteThatIsNotUTF8() throws {
    let reading = try read(Array("a,b\né".utf8) + [0xE9, 0x2C, 0x31, 0x0A], .utf8)
    #expect(
      reading.error?.rendered()
        == """
        t.csv:2: error: byte 0xE9 at column 2 (byte offset 6) is not UTF-8
          2 | Ã©é,1
          help: declare encoding: windows-1252 if the line looks right as it is shown here, or if an older Windows program wrote the file

        """)
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0x41],
  ])
  func refusesOverlongSurrogateAndCutLetters(_ bytes: [UInt8]) throws {
    for padding in [0, 1, 61, 62, 63, 64, 262_139, 262_141] {
      let text = Array("a\n".utf8) + Array(repeating: 0x78, count: padding) + bytes
      let message = try read(text, .utf8).error?.message ?? ""
      #expect(message.hasSuffix("(byte offset \(padding + 2)) is not UTF-8"))
      #expect(message.contains("at column \(padding + 1) "))
    }
  }

  /// Letters that the blocks read from the file cut in every possible place.
  @Test(arguments: ["é", "€", "😀"], 262_138...262_143)
  func readsLettersAcrossBlocks(_ letter: String, _ padding: Int) throws {
    let cell = String(repeating: "x", count: padding) + letter + letter
    let bytes = Array("a\n\(cell)\n".utf8)
    for encoding in [TextEncoding.utf8, .auto] {
      let reading = try read(bytes, encoding)
      #expect(reading.rows == [[.text(cell)]])
      #expect(reading.summary?.encoding == .utf8)
    }
  }

  @Test(arguments: [TextEncoding.windows1252, .auto])
  func readsWindows1252(_ encoding: TextEncoding) throws {
    let reading = try read(Array("a\n".utf8) + [0xA3, 0x80, 0x93, 0xFF, 0x9F, 0x0A], encoding)
    #expect(reading.rows == [[.text("£€“ÿŸ")]])
    #expect(reading.summary?.encoding == .windows1252)
    #expect(
      reading.summary?.notices.map(\.message)
        == (encoding == .auto ? ["the file is not UTF-8 and was read as windows-1252"] : []))
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D])
  func refusesBytesThatWindows1252LeavesOut(_ byte: UInt8) throws {
    let reading = try read(Array("a\nx\n".utf8) + [0xA3, byte], .windows1252)
    #expect(reading.rows == [[.text("x")]])
    #expect(
      reading.error?.message.hasSuffix("at column 2 (byte offset 5) is not windows-1252") == true)
  }

  @Test(arguments: [
    ([], 0), ([0xEF, 0xBB, 0xBF], 0), ([0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], 1),
    ([0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF, 0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], 1),
    ([0xEF, 0xBB, 0xBF, 0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], 1),
    ([0xC3, 0x83, 0xC2, 0xAF, 0xC3, 0x82, 0xC2, 0xBB, 0xC3, 0x82, 0xC2, 0xBF], 1),
    ([0xC3, 0x83, 0xC2, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], 1),
  ])
  func removesByteOrderMarks(_ mark: [UInt8], _ notices: Int) throws {
    for encoding in [TextEncoding.utf8, .auto] {
      let reading = try read(mark + Array("\"a\",b\n1,2\n".utf8), encoding)
      #expect(reading.rows == [[.text("1")]])
      #expect(reading.summary?.notices.count == notices)
    }
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0x00], "the file is in UTF-16, which is not read"),
    ([0xFE, 0xFF, 0x00, 0x61], "the file is in UTF-16, which is not read"),
    ([0x61, 0x00, 0x62, 0x00], "the file is in UTF-16, which is not read"),
    ([0x00, 0x61, 0x00, 0x62], "the file is in UTF-16, which is not read"),
    ([0x61, 0x00, 0x62], "this looks like a binary file: a zero byte stands at column 2"),
  ])
  func refusesWhatIsNoText(_ bytes: [UInt8], _ message: String) throws {
    for encoding in [TextEncoding.utf8, .windows1252, .auto] {
      #expect(try read(bytes, encoding).error?.message == message)
    }
  }

  @Test(arguments: [
    "<html><body><table>", "  \r\n<!DOCTYPE HTML PUBLIC>", "<TABLE border=1>",
    "<?xml version=\"1.0\"?><Workbook>", "\u{FEFF}<head>",
  ])
  func refusesWebPages(_ text: String) throws {
    #expect(
      try read(Array(text.utf8), .utf8).error?.message
        == "this is a web page, or a table saved as one, not CSV")
    #expect(try read(Array("a,<html>\n".utf8), .utf8).errors.isEmpty)
  }

  @Test func showsAllBytesToTheObserver() throws {
    let folder = try Workdir()
    var bytes = Array("\u{FEFF}a\n".utf8)
    for number in 0..<60_000 { bytes += Array("ü\(number)\n".utf8) }
    let path = try folder.write("t.csv", bytes)
    for encoding in [TextEncoding.utf8, .windows1252, .auto] {
      var seen: [UInt8] = []
      let schema = encoding == .windows1252 ? [] : Self.schema
      let summary = try TableReader(
        path: path, shownAs: "t.csv", format: CSVFormat(encoding: encoding), schema: schema
      ).read(observing: { seen += $0 }) { _ in }
      #expect(seen == bytes)
      #expect(summary.rows == 60_000)
      #expect(summary.bytes == Int64(bytes.count))
    }
  }

  @Test func noticesAFileThatChanges() throws {
    let folder = try Workdir()
    let path = try folder.write("t.csv", Array("a\n1\n2\n".utf8))
    let reader = TableReader(path: path, shownAs: "t.csv", schema: Self.schema)
    var error: DiagnosticList?
    do throws(DiagnosticList) {
      _ = try reader.read { _ throws(DiagnosticList) in
        do throws(Diagnostic) { try Files.write(Array("a\n1\n3\n".utf8), to: path) } catch {
          throw DiagnosticList([error])
        }
      }
    } catch let caught {
      error = caught
    }
    #expect(error?.items.map(\.message) == ["the file changed while it was read"])
  }
}
