/// Shapes of codes that cells may have.
enum CodeShape {
  /// What a cell has to do with postcodes.
  enum Postcode { case whole, inside, none }

  /// Whether a cell is a full postcode, or a text with one in it.
  static func postcode(_ cell: ArraySlice<UInt8>) -> Postcode {
    guard cell.count <= 2000, let code = PostcodeScan.only(in: cell) else { return .none }
    let letters = cell.count { isDigit($0) || isLetter(raised($0)) || $0 >= 0x80 }
    return letters == code.utf8.count - 1 ? .whole : .inside
  }

  /// One word with a digit, then ` : ` and more.
  static func isCodedName(_ cell: ArraySlice<UInt8>) -> Bool {
    let code = cell.prefix { $0 != UInt8(ascii: " ") }
    return code.contains(where: isDigit)
      && cell.dropFirst(code.count).starts(with: [0x20, UInt8(ascii: ":"), 0x20])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func raised(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte & 0xDF : byte
  }
}
