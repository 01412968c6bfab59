import Diagnostics

/// Knows the line and column of a place in a stream that comes in blocks, at no cost per byte:
/// lines are counted where they end, columns only when somebody asks.
struct LineTracker: Sendable {
  /// The line that is being read, from 1.
  private(set) var line: Int
  /// Where the line begins in the present block.
  private var start = 0
  /// Unicode scalars of the line in earlier blocks.
  private var earlier = 0

  init(line: Int) { self.line = line }

  /// Notes that a line ended before `index`.
  mutating func newLine(at index: Int) {
    line += 1
    start = index
    earlier = 0
  }

  /// Notes that the next block follows.
  mutating func endBlock(_ block: Span<UInt8>) {
    earlier += scalars(block, block.count)
    start = 0
  }

  /// The position of a byte of the present block.
  func position(_ block: Span<UInt8>, _ index: Int) -> Position {
    Position(line: line, column: earlier + scalars(block, index) + 1)
  }

  private func scalars(_ block: Span<UInt8>, _ end: Int) -> Int {
    var count = 0
    for index in start..<max(start, end) where block[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
