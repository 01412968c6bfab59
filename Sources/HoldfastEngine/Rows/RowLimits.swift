import HoldfastModel

/// How many rows of each kind are shown, and whether their measures are counted one by one.
struct RowLimits {
  var uncertain = 0
  var failing = 0
  let keepsValues: Bool

  init(_ aggregates: Set<Aggregate>, isShown: Bool) {
    keepsValues = aggregates.contains(.uncertainValues)
    guard isShown else { return }
    for aggregate in aggregates {
      switch aggregate {
      case .uncertainRows(let limit): uncertain = limit
      case .failingRows(let limit): failing = limit
      case .sums, .uncertainValues: break
      }
    }
  }
}
