/// How many steps an expression may take on a row. A step is about the work of looking at one node
/// of the tree once, at 64 bytes of a text, or at an element of a list.
public struct Cost: Sendable, Hashable {
  /// What it takes at least.
  public let least: Int
  /// What it takes at most; `Int.max` where there is no telling.
  public let most: Int

  init(_ least: Int, _ most: Int) {
    self.least = least
    self.most = max(least, most)
  }

  init(_ exactly: Int) { self.init(exactly, exactly) }

  /// This and then another.
  func plus(_ other: Cost) -> Cost {
    Cost(least.saturatedSum(other.least), most.saturatedSum(other.most))
  }

  /// This so many times.
  func times(_ count: Extent) -> Cost {
    Cost(least.saturatedProduct(count.least), most.saturatedProduct(count.most))
  }

  /// All or part of it.
  var optional: Cost { Cost(0, most) }
}

/// What an estimate takes for granted of values that it does not know.
public struct Assumptions: Sendable {
  /// The characters of a text at most.
  public var textLength = 1024
  /// The elements of a list or map at most.
  public var elements = 1024
  /// The steps of a pattern that is not written out.
  public var patternSize = 2000

  /// Texts of up to 1,024 characters, lists of up to 1,024 elements, patterns of 2,000 steps.
  public init() {}
}
