import Tabular

/// How the rows of a run are read: nothing that its result depends on.
public struct ReadingRules: Sendable {
  /// How many threads may read at once.
  public var jobs: Int
  /// How many bytes of a file a thread takes at a time.
  public var blockSize: Int
  /// Whether rows may be judged in columns where that gives the same as judging them one by one.
  public var mayUseColumns: Bool
  /// Whether the report says the SHA-256 digest of every file that was read.
  public var takesDigests = false

  /// As many threads as there are processors, at most eight, and blocks that fit in their caches.
  public init() {
    jobs = min(8, Threads.available)
    blockSize = 256 << 10
    mayUseColumns = true
  }
}
