import Diagnostics
import Synchronization

/// Deals the rows of a file of separated values out in blocks, so that several threads can read it.
///
/// Whether a block begins inside quotes, and on which line, depends on all bytes before it. Each
/// block is therefore counted as soon as it is read, which takes little, and the counts are passed
/// on from block to block; the work on the rows themselves waits for nobody.
package final class BlockFeed: Sendable {
  /// Why the file cannot be read in blocks: whoever reads it row by row will say what is wrong.
  package struct Trouble: Error {}

  /// What is known where a block begins.
  struct Beginning: Sendable {
    var block = 0
    var isInQuotes = false
    var line: Int
  }

  /// The longest row, as for the reader of single rows.
  static let longestRow = 4 << 20

  let file: OpenFile
  let quote: UInt8
  /// How many bytes a block takes.
  let size: Int
  private let start: Int64
  private let taken = Atomic<Int>(0)
  private let chain: Monitor<Beginning>

  /// The rows of a file from a byte on, which begins a row on a line.
  init(_ file: OpenFile, from start: Int64, line: Int, quote: UInt8, size: Int) {
    self.file = file
    self.start = start
    self.quote = quote
    self.size = max(1, min(size, Self.longestRow))
    chain = Monitor(Beginning(line: line))
  }

  /// How many blocks there are, at least one.
  var count: Int { max(1, Int((file.stamp.size - start + Int64(size) - 1) / Int64(size))) }

  /// The number and the place of the next block that nobody took; nil at the end.
  func take() -> (number: Int, place: Int64, count: Int)? {
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    let place = start + Int64(number) * Int64(size)
    guard place < file.stamp.size else { return nil }
    return (number, place, Int(min(Int64(size), file.stamp.size - place)))
  }

  /// What is known where a block begins; passes on what follows from the quotes and line ends in
  /// it.
  func begin(_ number: Int, _ counts: StructuralScan.Counts) -> Beginning {
    chain.wait { next -> Beginning? in
      guard next.block == number else { return nil }
      let own = next
      next.block += 1
      if counts.quotes % 2 == 1 { next.isInQuotes.toggle() }
      next.line += counts.lineFeeds
      return own
    }
  }
}
