import Exact
import HoldfastPluginKit

/// The smallest ratio, whichever way the unknowns of each row turn out; every number between these
/// bounds may lie nearer to one of them than to any that can come true, but both can.
extension Population {
  /// At least: some group keeps what it has for certain, and all that may count is of others.
  func least(of staff: Staff) throws(PluginError) -> Rational {
    let known = staff.known.reduce(0, +)
    let unknown = staff.unknown
    var least: Rational?
    for group in names.indices {
      let rows = known + unknown - staff.open[group]
      guard rows > 0 else { continue }
      let ratio = try ratio(group, staff.known[group], of: rows)
      if least.map({ ratio < $0 }) ?? true { least = ratio }
    }
    return least ?? .zero
  }

  /// At most. Row by row, the group that is furthest from its part is given one that may be its
  /// own: no other way reaches as high a smallest count with as few rows. The best of these steps
  /// is the bound; it counts from the step on at which every row that counts has a group.
  func greatest(of staff: Staff) throws(PluginError) -> Rational {
    var counts = staff.known
    var open = staff.open
    var nameless = staff.nameless + staff.openNameless
    var rows = staff.known.reduce(0, +)
    var best = Rational.zero
    while true {
      let lowest = names.indices.dropFirst().reduce(0) { lowest, group in
        isBelow(group, counts[group], lowest, counts[lowest]) ? group : lowest
      }
      if rows >= staff.certain, rows > 0 {
        best = max(best, try ratio(lowest, counts[lowest], of: rows))
      }
      if open[lowest] > 0 {
        open[lowest] -= 1
      } else if nameless > 0 {
        nameless -= 1
      } else {
        return best
      }
      counts[lowest] += 1
      rows += 1
    }
  }
}
