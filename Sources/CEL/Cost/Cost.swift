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

  /// One of both.
  func or(_ other: Cost) -> Cost { Cost(min(least, other.least), max(most, other.most)) }

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

/// How large a text, list or map can be: characters or elements, and how large each element.
struct Extent: Sendable {
  let least: Int
  let most: Int
  /// The elements of a list, the keys and values of a map; empty for texts and scalars.
  let inner: [Extent]

  init(_ least: Int, _ most: Int, of inner: [Extent] = []) {
    self.least = least
    self.most = max(least, most)
    self.inner = inner
  }

  init(exactly count: Int, of inner: [Extent] = []) { self.init(count, count, of: inner) }

  /// Numbers and all else that has no size.
  static let scalar = Extent(exactly: 1)

  /// Whichever of both it is.
  func or(_ other: Extent) -> Extent {
    let pairs = max(inner.count, other.inner.count)
    return Extent(
      min(least, other.least), max(most, other.most),
      of: (0..<pairs).map { place in
        guard inner.indices.contains(place) else { return other.inner[place] }
        guard other.inner.indices.contains(place) else { return inner[place] }
        return inner[place].or(other.inner[place])
      })
  }

  /// Both joined.
  func plus(_ other: Extent) -> Extent {
    Extent(
      least.saturatedSum(other.least), most.saturatedSum(other.most), of: or(other).inner)
  }

  /// No fewer than none.
  var upToAll: Extent { Extent(0, most, of: inner) }

  /// An element; the first of key and value.
  var element: Extent { inner.first ?? self }

  /// The steps of a glance at its elements or characters, at most.
  var surface: Int { inner.isEmpty ? most / 16 : most }

  /// All that there is to look at in it, at most.
  var bulk: Int {
    guard !inner.isEmpty else { return most }
    let each = inner.reduce(32) { $0.saturatedSum($1.bulk) }
    return most.saturatedProduct(each)
  }
}

extension Int {
  func saturatedSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  func saturatedProduct(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
