import CEL
import Testing

/// Addresses and blocks, one after the other, from tables that another implementation made.
@Suite("tables of addresses")
struct NetworkTableTests {
  private static let environment = Environment(variables: [
    Variable("text", .string), Variable("other", .string),
  ])

  private static func program(_ text: String) throws -> Program {
    try environment.program(environment.compile(text))
  }

  private static func fields(_ rows: String) -> [[Substring]] {
    rows.split(separator: "\n").map { $0.split(separator: " ") }
  }

  /// What an address is for, by the letters of the table.
  private static let purposes: [(letter: Character, method: String)] = [
    ("u", "isUnspecified"), ("l", "isLoopback"), ("g", "isGlobalUnicast"),
    ("m", "isLinkLocalMulticast"), ("k", "isLinkLocalUnicast"),
  ]

  @Test func addressesAreReadAsElsewhere() throws {
    let tests = Self.purposes.map { "ip(text).\($0.method)()" }.joined(separator: ", ")
    let program = try Self.program(
      "[isIP(text), string(ip(text)), ip.isCanonical(text), ip(text).family(), \(tests)]")
    let isIP = try Self.program("isIP(text)")
    for row in Self.fields(addressRows) {
      let cells = Cells(values: [.string(String(row[0])), .null])
      guard row[1] != "-" else {
        #expect(isIP.evaluate(cells).description == "false", "\(row[0])")
        #expect(program.evaluate(cells).type == .error, "\(row[0])")
        continue
      }
      let wanted: [Value] =
        [
          .bool(true), .string(String(row[1])), .bool(row[0] == row[1]),
          .int(row[1].contains(":") ? 6 : 4),
        ] + Self.purposes.map { .bool(row[2].contains($0.letter)) }
      #expect(program.evaluate(cells).description == Value.list(wanted).description, "\(row[0])")
    }
  }

  @Test func blocksAreReadAsElsewhere() throws {
    let isCIDR = try Self.program("isCIDR(text)")
    let program = try Self.program(
      "[string(cidr(text)), string(cidr(text).masked()), string(cidr(text).ip()) + '/' "
        + "+ string(cidr(text).prefixLength())]")
    for row in Self.fields(blockRows) {
      let cells = Cells(values: [.string(String(row[0])), .null])
      guard row[3] != "-" else {
        #expect(isCIDR.evaluate(cells).description == "false", "\(row[0])")
        #expect(program.evaluate(cells).type == .error, "\(row[0])")
        continue
      }
      #expect(isCIDR.evaluate(cells).description == "true", "\(row[0])")
      let wanted = [row[3], row[4], row[3]].map { Value.string(String($0)) }
      #expect(program.evaluate(cells).description == Value.list(wanted).description, "\(row[0])")
    }
  }

  @Test(arguments: ["text", "dyn(text)"])
  func blocksContainWhatTheyContainElsewhere(_ text: String) throws {
    let address = try Self.program("cidr(\(text)).containsIP(ip(other))")
    let addressText = try Self.program("cidr(\(text)).containsIP(dyn(other))")
    let block = try Self.program("cidr(\(text)).containsCIDR(cidr(other))")
    let blockText = try Self.program("cidr(\(text)).containsCIDR(dyn(other))")
    for row in Self.fields(blockRows) where row.count == 7 {
      let text = Value.string(String(row[0]))
      let one = Cells(values: [text, .string(String(row[1]))])
      #expect(address.evaluate(one).isEqual(to: .bool(row[5] == "in")), "\(row)")
      #expect(addressText.evaluate(one).isEqual(to: .bool(row[5] == "in")), "\(row)")
      // A block is never written with an address of the other version.
      guard !row[1].hasPrefix("::ffff:") else { continue }
      let many = Cells(values: [text, .string("\(row[1])/\(row[2])")])
      #expect(block.evaluate(many).isEqual(to: .bool(row[6] == "all")), "\(row)")
      #expect(blockText.evaluate(many).isEqual(to: .bool(row[6] == "all")), "\(row)")
    }
  }
}
