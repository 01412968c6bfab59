/// A company number as the register writes it: eight letters and digits.
enum CompanyNumber {
  /// The number in a cell, in capitals, without blanks, zeros added behind the prefix; nil for
  /// anything else.
  ///
  /// Spreadsheets drop the zeros in front: of 360 numbers in one register 255 had lost theirs.
  static func normal(_ cell: ArraySlice<UInt8>) -> String? {
    guard cell.count <= 64 else { return nil }
    let signs = folded(cell)
    let prefix = signs.prefix { isCapital($0) }
    // Registered societies have numbers such as IP01234R, IP00120C and, in Scotland, SP1234RS.
    let isSociety = ["IP", "SP", "NP", "NO"].contains { prefix.elementsEqual($0.utf8) }
    let ending = isSociety ? signs.dropFirst(2).drop(while: isDigit) : []
    let isEnding =
      ending.isEmpty || (ending.count == 1 && ending.allSatisfy(isCapital))
      || ending.elementsEqual("RS".utf8)
    guard isEnding else { return nil }
    let digits = signs.dropFirst(prefix.count).dropLast(ending.count)
    let room = 8 - prefix.count - ending.count
    guard isPrefix(prefix, digits.count), (1...room).contains(digits.count),
      digits.allSatisfy(isDigit), digits.contains(where: { $0 != UInt8(ascii: "0") })
    else { return nil }
    let zeros = Array(repeating: UInt8(ascii: "0"), count: room - digits.count)
    return String(decoding: prefix + zeros + digits + ending, as: UTF8.self)
  }

  /// None, two letters, or the `R` of old Northern Irish numbers, which always has seven digits.
  private static func isPrefix(_ prefix: ArraySlice<UInt8>, _ digits: Int) -> Bool {
    switch prefix.count {
    case 0, 2: true
    case 1: prefix.first == UInt8(ascii: "R") && digits == 7
    default: false
    }
  }

  /// Capitals, without blanks and no-break blanks.
  private static func folded(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var last: UInt8 = 0
    for byte in cell {
      if byte == 0xA0, last == 0xC2 {
        result.removeLast()
      } else if byte != UInt8(ascii: " ") {
        result.append((0x61...0x7A).contains(byte) ? byte - 0x20 : byte)
      }
      last = byte
    }
    return result
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
