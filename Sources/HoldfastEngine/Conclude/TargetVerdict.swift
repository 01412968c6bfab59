import Exact
package import HoldfastModel

extension TargetLine {
  /// What bounds say: pass where they lie on the line's good side, fail where they lie past it.
  package func verdict(of bounds: Measurement.Bounds) -> Verdict {
    if contains(bounds.lower), contains(bounds.upper) { return .pass }
    if isMissed(by: bounds) { return .fail }
    return .indeterminate
  }

  /// Which way is good; nil where the line has two ends.
  package var isFloor: Bool? {
    switch (minimum, maximum) {
    case (_?, nil): true
    case (nil, _?): false
    default: nil
    }
  }
}
