import HoldfastModel

/// How many rows of each kind are shown, and whether their measures are counted one by one.
struct RowLimits {
  var uncertain = 0
  var failing = 0
  /// Whether the measures of uncertain rows are counted one by one.
  let keepsValues: Bool
  /// Whether those of all rows are.
  let keepsAllValues: Bool
  /// Whether rows are counted by what tells them apart.
  let keepsKeys: Bool

  init(_ aggregates: Set<Aggregate>, isShown: Bool) {
    keepsValues = aggregates.contains(.uncertainValues)
    keepsAllValues = aggregates.contains(.values)
    keepsKeys = aggregates.contains(.keys)
    guard isShown else { return }
    for aggregate in aggregates {
      switch aggregate {
      case .uncertainRows(let limit): uncertain = limit
      case .failingRows(let limit): failing = limit
      case .sums, .uncertainValues, .values, .keys: break
      }
    }
  }
}
