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

  let classes: Monitor<Classes>
  let progress: Monitor<Progress>
  /// How many blocks a worker may be ahead of whoever takes their rows, and how many are worth
  /// waking that one for.
  private static let (ahead, worthWaking) = (64, 16)

  /// What classes there are and what they come to, found out once for all threads.
  struct Classes {
    let book: ClassBook
    /// The judges, by cube.
    var judges: [CubeJudge]
  }

  init(_ plan: ColumnPlan, _ book: ClassBook, limits: [RowLimits], workers: Int) {
    let judges = plan.groups.indices.map { CubeJudge(plan, group: $0, book: book, limits: limits) }
    classes = Monitor(Classes(book: book, judges: judges))
    progress = Monitor(Progress(running: workers))
  }

  /// Reads blocks until there are none, or there is trouble.
  func work(_ worker: ColumnWorker) {
    var trouble: ColumnTrouble?
    do throws(ColumnTrouble) {
      while let block = try worker.next() {
        guard put(block) else { break }
      }
    } catch {
      trouble = error
    }
    progress.change { progress in
      progress.running -= 1
      progress.trouble = progress.trouble ?? trouble
    }
  }

  /// Hands a block over; false where there is trouble.
  private func put(_ block: ColumnWorker.Block) -> Bool {
    progress.wait { progress, mayWake -> Bool? in
      if progress.trouble != nil { return false }
      guard block.number < progress.taken + Self.ahead else { return nil }
      progress.blocks[block.number] = block
      mayWake = progress.blocks.count >= Self.worthWaking
      return true
    }
  }

  /// The next block in the order of the file; nil when there are no more, or there is trouble.
  func take() -> ColumnWorker.Block? {
    progress.wait { progress, mayWake -> ColumnWorker.Block?? in
      if progress.trouble != nil { return .some(nil) }
      if let block = progress.blocks.removeValue(forKey: progress.taken) {
        progress.taken += 1
        mayWake = progress.blocks[progress.taken] == nil
        return .some(block)
      }
      return progress.running == 0 ? .some(nil) : nil
    }
  }
}
