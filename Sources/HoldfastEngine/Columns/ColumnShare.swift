import HoldfastModel
import Tabular

/// What the threads that read a file in columns share.
final class ColumnShare: @unchecked Sendable {
  /// How far the blocks are: workers may not run far ahead of whoever takes their rows.
  struct Progress {
    var blocks: [Int: ColumnWorker.Block] = [:]
    var taken = 0
    var running: Int
    var trouble: ColumnTrouble?
  }

  let book: ClassBook
  /// How many rows of each commitment a report may show, by tallier.
  let limits: [RowLimits]
  let progress: Monitor<Progress>
  private let lock = Monitor(())
  private static let ahead = 64

  init(_ book: ClassBook, limits: [RowLimits], workers: Int) {
    self.book = book
    self.limits = limits
    progress = Monitor(Progress(running: workers))
  }

  /// Uses the book alone.
  func locked<Result>(_ body: (ClassBook) -> Result) -> Result {
    lock.change { _ in body(book) }
  }

  /// Reads blocks until there are none, or there is trouble.
  func work(_ worker: ColumnWorker) {
    var trouble: ColumnTrouble?
    do throws(ColumnTrouble) {
      while let block = try worker.next() {
        let goesOn = progress.wait { progress -> Bool? in
          if progress.trouble != nil { return false }
          guard block.number < progress.taken + Self.ahead else { return nil }
          progress.blocks[block.number] = block
          return true
        }
        guard goesOn else { break }
      }
    } catch {
      trouble = error
    }
    progress.change { progress in
      progress.running -= 1
      progress.trouble = progress.trouble ?? trouble
    }
  }

  /// The next block in the order of the file; nil when there are no more, or there is trouble.
  func take() -> ColumnWorker.Block? {
    progress.wait { progress -> ColumnWorker.Block?? in
      if progress.trouble != nil { return .some(nil) }
      if let block = progress.blocks.removeValue(forKey: progress.taken) {
        progress.taken += 1
        return .some(block)
      }
      return progress.running == 0 ? .some(nil) : nil
    }
  }
}
