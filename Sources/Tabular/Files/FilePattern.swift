/// One part of a path with `*` (any letters), `?` (one letter), `[a-z]` and `[!a-z]`.
///
/// As in a shell, a name that begins with a dot is matched only by a pattern that does.
struct FilePattern {
  private enum Piece {
    case letter(Unicode.Scalar)
    case any
    case many
    case oneOf([ClosedRange<Unicode.Scalar>], negated: Bool)
  }

  private let pieces: [Piece]
  private let beginsWithDot: Bool

  /// Reads a pattern; nil where a bracket is not closed or a range runs backwards.
  init?(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    beginsWithDot = rest.first == "."
    var pieces: [Piece] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": pieces.append(.many)
      case "?": pieces.append(.any)
      case "[":
        guard let piece = Self.bracket(&rest) else { return nil }
        pieces.append(piece)
      default: pieces.append(.letter(scalar))
      }
    }
    self.pieces = pieces
  }

  /// Whether the text has any sign with a meaning, so that a folder must be searched.
  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[")
    }
  }

  private static func bracket(_ rest: inout ArraySlice<Unicode.Scalar>) -> Piece? {
    let negated = rest.first == "!" || rest.first == "^"
    if negated { rest.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let low = rest.popFirst() {
      if low == "]", !ranges.isEmpty { return .oneOf(ranges, negated: negated) }
      guard rest.first == "-", rest.dropFirst().first != "]" else {
        ranges.append(low...low)
        continue
      }
      rest.removeFirst()
      guard let high = rest.popFirst(), low <= high else { return nil }
      ranges.append(low...high)
    }
    return nil
  }

  /// Whether a name matches as a whole. Only the last star is ever tried again, so that the time
  /// is at most the product of both lengths.
  func matches(_ name: String) -> Bool {
    let letters = Array(name.unicodeScalars)
    guard beginsWithDot || letters.first != "." else { return false }
    var (piece, letter) = (0, 0)
    var retry: (piece: Int, letter: Int)?
    while letter < letters.count {
      if piece < pieces.count, case .many = pieces[piece] {
        retry = (piece, letter)
        piece += 1
      } else if piece < pieces.count, accepts(pieces[piece], letters[letter]) {
        piece += 1
        letter += 1
      } else if let last = retry {
        retry = (last.piece, last.letter + 1)
        (piece, letter) = (last.piece + 1, last.letter + 1)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { if case .many = $0 { true } else { false } }
  }

  private func accepts(_ piece: Piece, _ letter: Unicode.Scalar) -> Bool {
    switch piece {
    case .letter(let wanted): wanted == letter
    case .any, .many: true
    case .oneOf(let ranges, let negated): ranges.contains { $0.contains(letter) } != negated
    }
  }
}
