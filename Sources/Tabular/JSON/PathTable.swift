/// The columns of a JSON file: the paths of its values, in order of first appearance.
///
/// Values of a row and of the objects around it are told apart by their level, so that both may
/// have an `id`. Paths are compared byte for byte.
struct PathTable {
  private struct Key: Hashable {
    let level: Int
    let path: [UInt8]
  }

  /// How many there may be: as many as a spreadsheet has columns.
  static let limit = 16_384
  /// How many bytes all paths together may have.
  static let byteLimit = 4 << 20

  private var columns: [Key: Int] = [:]
  private(set) var paths: [(level: Int, path: [UInt8])] = []
  private var bytes = 0

  var count: Int { paths.count }

  /// The column of a path; nil where there is none.
  func column(_ level: Int, _ path: [UInt8]) -> Int? { columns[Key(level: level, path: path)] }

  /// Adds a path; nil where there are too many.
  mutating func add(_ level: Int, _ path: [UInt8]) -> Int? {
    bytes += path.count
    guard paths.count < Self.limit, bytes <= Self.byteLimit else { return nil }
    columns[Key(level: level, path: path)] = paths.count
    paths.append((level, path))
    return paths.count - 1
  }

  /// The columns with the innermost level first, each level in order of first appearance.
  func inOrder() -> [Int] {
    paths.indices.sorted { (paths[$0].level, $0) < (paths[$1].level, $1) }
  }
}
