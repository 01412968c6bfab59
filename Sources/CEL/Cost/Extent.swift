/// How large a text, list or map can be: characters or elements, and how large each element.
struct Extent: Sendable {
  let least: Int
  let most: Int
  /// The elements of a list, the keys and values of a map; empty for texts and scalars.
  let inner: [Extent]
  /// All that there is to look at in it, at most.
  let bulk: Int
  /// The steps of a glance at its elements or characters, at most.
  let surface: Int
  private let depth: Int

  /// How deep elements are told apart. Values may hold each other many times over, so what is below
  /// is only as large as it is.
  private static let deepest = 6

  init(_ least: Int, _ most: Int, of inner: [Extent] = [], bulk known: Int = 0) {
    self.least = least
    self.most = max(least, most)
    let each = inner.reduce(32) { $0.saturatedSum($1.bulk) }
    bulk = max(known, inner.isEmpty ? self.most : self.most.saturatedProduct(each))
    surface = inner.isEmpty ? self.most / 16 : self.most
    depth = 1 + (inner.map(\.depth).max() ?? 0)
    self.inner = depth > Self.deepest ? inner.map { $0.without(levels: Self.deepest - 1) } : inner
  }

  private init(_ extent: Extent, inner: [Extent]) {
    (least, most, bulk, surface) = (extent.least, extent.most, extent.bulk, extent.surface)
    self.inner = inner
    depth = 1 + (inner.map(\.depth).max() ?? 0)
  }

  /// The same with fewer levels told apart.
  private func without(levels: Int) -> Extent {
    guard depth > levels else { return self }
    return Extent(self, inner: levels < 2 ? [] : inner.map { $0.without(levels: levels - 1) })
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
      }, bulk: max(bulk, other.bulk))
  }

  /// Both joined.
  func plus(_ other: Extent) -> Extent {
    Extent(
      least.saturatedSum(other.least), most.saturatedSum(other.most), of: or(other).inner,
      bulk: bulk.saturatedSum(other.bulk))
  }

  /// No fewer than none.
  var upToAll: Extent { Extent(0, most, of: inner, bulk: bulk) }

  /// An element; the first of key and value.
  var element: Extent { inner.first ?? self }
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
