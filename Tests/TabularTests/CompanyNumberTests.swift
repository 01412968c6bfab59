import Diagnostics
import Tabular
import Testing

@Suite struct CompanyNumberTests {
  private func read(_ cell: String) throws -> Reading {
    try Reading("c,d\n\"\(cell)\",1\n", [ColumnSchema(name: "c", type: .companyNumber)])
  }

  @Test(arguments: [
    ("01234567", "01234567"), ("1234567", "01234567"), ("6", "00000006"), ("RS1234", "RS001234"),
    ("sc 12345", "SC012345"), ("SC012345", "SC012345"), ("IP1234R", "IP01234R"),
    ("IP01234R", "IP01234R"), ("sp12rs", "SP0012RS"), ("sp 12r", "SP00012R"),
    ("R0000123", "R0000123"), ("IP120C", "IP00120C"), ("IP12345F", "IP12345F"),
    ("np1b", "NP00001B"), ("NO12345R", "NO12345R"), ("SP1899RS", "SP1899RS"),
    ("SP12345B", "SP12345B"),
    (" NI 1 ", "NI000001"),
    ("0123 4567", "01234567"), ("OC\u{A0}301540", "OC301540"), ("ce004321", "CE004321"),
  ])
  func normalises(_ cell: String, _ number: String) throws {
    #expect(try read(cell).rows == [[.text(number)]])
  }

  @Test(arguments: [
    "123456789", "Various", "Ireland", "SC0123456", "RS", "0", "00000000", "SC000000", "R123",
    "R00001234", "IP012345R", "RS01234R", "SP12345RS", "SP12RSR", "IPRS", "SC12345B", "IP123456C",
    "IP12BC", "IP12SR", "1234567R", "1234.0",
    "ABC12345", "12-34567",
    "GB123456789",
    "S1234567", "IPR", "SC 12 A", "１２３４５６７", String(repeating: "1 ", count: 100),
  ])
  func refuses(_ cell: String) throws {
    let reading = try read(cell)
    #expect(reading.rows == [[.fault(0)]])
    #expect(reading.faults.map(\.message) == ["the cell is not a British company number"])
    #expect(reading.faults.first?.help?.contains("unknown_tokens") == true)
  }
}
