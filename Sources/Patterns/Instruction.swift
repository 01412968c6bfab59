/// A step of the machine that matches. Other steps are named by how far they stand from this one,
/// so that a piece of a program means the same wherever it is copied to.
enum Instruction: Sendable {
  /// Takes one character.
  case character(UInt32)
  /// Takes a character of a set, by its place among the sets of the pattern.
  case set(Int32)
  /// Goes on at both places, and rather at the first.
  case split(Int32, Int32)
  case jump(Int32)
  /// The first group begins, or ends, here.
  case mark(isEnd: Bool)
  case check(Assertion)
  case match
}

/// What must hold between two characters.
enum Assertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordEdge, noWordEdge
}

/// A place between two characters.
struct Between {
  let previous: Unicode.Scalar?
  let next: Unicode.Scalar?

  func holds(_ assertion: Assertion) -> Bool {
    switch assertion {
    case .textStart: previous == nil
    case .textEnd: next == nil
    case .lineStart: previous == nil || previous == "\n"
    case .lineEnd: next == nil || next == "\n"
    case .wordEdge: isWord(previous) != isWord(next)
    case .noWordEdge: isWord(previous) == isWord(next)
    }
  }

  /// Only ASCII makes words, whatever the flags say.
  private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.isLetterOrDigit || $0 == "_" } ?? false
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit of ASCII.
  var isLetterOrDigit: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
