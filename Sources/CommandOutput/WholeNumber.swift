/// A number as a command prints one.
enum WholeNumber {
  /// The number that is all of a text but for blanks and line ends around it: digits only.
  static func read(_ bytes: [UInt8]) -> Int? {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    guard let first = bytes.firstIndex(where: { !blanks.contains($0) }),
      let last = bytes.lastIndex(where: { !blanks.contains($0) }),
      bytes[first...last].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(String(decoding: bytes[first...last], as: UTF8.self))
  }
}
