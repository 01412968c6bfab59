/// Checks the bytes of letters outside ASCII one by one, as strict UTF-8.
struct LetterCheck: Sendable {
  /// How many bytes of the letter are still to come.
  private(set) var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Takes one byte; false where no letter has it there.
  mutating func take(_ byte: UInt8) -> Bool {
    guard missing == 0 else {
      guard allowed.contains(byte) else { return false }
      missing -= 1
      allowed = 0x80...0xBF
      return true
    }
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
    case 0xED: (missing, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
    default: return false
    }
    return true
  }
}
