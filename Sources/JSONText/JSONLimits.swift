/// How much of a stranger's JSON is taken in before the reading is refused.
public struct JSONLimits: Sendable {
  /// How many objects and lists may stand one inside another.
  public var depth: Int
  /// The longest text or number, in bytes.
  public var tokenBytes: Int
  /// The most keys of one object.
  public var keys: Int
  /// The most bytes of all keys of the objects that are open at one time: they are kept, so that
  /// a key that comes twice is seen.
  public var openKeyBytes: Int
  /// The longest value that is kept as a tree, in bytes as written.
  public var treeBytes: Int
  /// The most values in one tree: short ones take more memory than their bytes.
  public var treeValues: Int

  /// Limits that no export of a finance system comes near.
  public init(
    depth: Int = 200, tokenBytes: Int = 4 << 20, keys: Int = 16_384,
    openKeyBytes: Int = 16 << 20, treeBytes: Int = 64 << 20, treeValues: Int = 1 << 20
  ) {
    self.depth = depth
    self.tokenBytes = tokenBytes
    self.keys = keys
    self.openKeyBytes = openKeyBytes
    self.treeBytes = treeBytes
    self.treeValues = treeValues
  }
}
