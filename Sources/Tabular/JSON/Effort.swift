/// Counts the work that the rows of a file make, and stops what is out of all proportion to its
/// size: a few bytes can ask for very many cells, where rows share what stands around them.
struct Effort {
  /// What any file may ask for.
  private static let free = 1 << 22
  /// What it may ask for besides, for each of its bytes.
  private static let perByte = 64

  private var spent = 0

  /// Adds the work of so many cells with so many bytes; false where it is too much for a text of which so many bytes were read.
  mutating func spend(cells: Int, bytes: Int, textRead: Int) -> Bool {
    // Copying sixteen bytes costs about as much as one cell.
    spent += cells + bytes / 16
    return spent <= Self.free + Self.perByte * textRead
  }

  /// Begins again, for another pass.
  mutating func clear() { spent = 0 }
}
