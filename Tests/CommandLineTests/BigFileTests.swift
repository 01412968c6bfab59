import Foundation
import Testing

/// Files that no ledger is: each is refused, in memory that does not depend on its size.
@Suite(.serialized) struct BigFileTests {
  enum Content: Sendable {
    /// So many bytes of zero, none of them on the disk.
    case zeros(Int)
    /// A header line, then zeros.
    case headerAndZeros(Int)
    /// A header line, then one line of letters without an end.
    case longLine(Int)
    /// A header line, then a quote that nothing closes.
    case longQuote(Int)

    func write(to path: String, header: String) throws {
      try Data().write(to: URL(filePath: path))
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      defer { try? file.close() }
      switch self {
      case .zeros(let count): try file.truncate(atOffset: UInt64(count))
      case .headerAndZeros(let count):
        try file.write(contentsOf: Data(header.utf8))
        try file.truncate(atOffset: UInt64(count))
      case .longLine(let count):
        try file.write(contentsOf: Data(header.utf8) + Data(repeating: 0x78, count: count))
      case .longQuote(let count):
        try file.write(contentsOf: Data((header + "\"").utf8) + Data(repeating: 0x0A, count: count))
      }
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let content: Content
    let says: [String]

    var testDescription: String { "\(file): \(content)" }

    static let all = [
      Row(
        file: "data/spend.csv", content: .zeros(2 << 30),
        says: ["spend.csv:1: error: this looks like a binary file"]),
      Row(
        file: "data/spend.csv", content: .headerAndZeros(2 << 30),
        says: ["spend.csv:2: error: this looks like a binary file"]),
      Row(
        file: "data/spend.csv", content: .longLine(64 << 20),
        says: ["spend.csv:2: error: the record that begins here is longer than 4194304 bytes"]),
      Row(
        file: "data/spend.csv", content: .longQuote(64 << 20),
        says: ["spend.csv:2: error: the quote opened at column 1 is not closed within"]),
      Row(
        file: "data/suppliers.csv", content: .longLine(64 << 20),
        says: ["suppliers.csv:2: error: the record that begins here is longer than"]),
      Row(
        file: "data/places.csv", content: .headerAndZeros(2 << 30),
        says: ["places.csv:2: error: this looks like a binary file"]),
      Row(
        file: "pack.yaml", content: .zeros(2 << 30),
        says: ["pack.yaml: error: the file has 2147483648 bytes, more than the 10000000"]),
      Row(
        file: "data/institution.yaml", content: .longLine(64 << 20),
        says: ["data/institution.yaml: error: the file has", "more than the 10000000"]),
    ]
  }

  @Test(arguments: Row.all)
  func isRefusedInBoundedMemory(_ row: Row) throws {
    let sample = Sample()
    let workdir = try sample.workdir()
    let header = (sample.files[row.file] ?? "").prefix { $0 != "\n" } + "\n"
    try row.content.write(to: workdir.path(row.file), header: String(header))
    let outcome = try workdir.run(Sample.check)
    outcome.expect(exit: 3, row.says)
    #expect(outcome.peakKilobytes > 0, "the peak was not seen")
    #expect(outcome.peakKilobytes < 200 << 10)
  }
}
