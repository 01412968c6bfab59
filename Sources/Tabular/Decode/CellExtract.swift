public import Patterns

/// Which part of a cell is the value.
public enum CellExtract: Sendable, Hashable {
  /// The first group of a pattern, or its whole match.
  case pattern(Pattern, noMatch: NoMatch)
  /// The British postcode that stands somewhere in the cell, written `M3 1AA`. Where there is none,
  /// or two that differ, the cell is unknown.
  case postcode

  /// What a cell is in which the pattern finds nothing.
  public enum NoMatch: Sendable, Hashable {
    /// A cell that cannot be read.
    case fault
    /// Unknown.
    case unknown
    /// Its own value, as it stands.
    case whole
  }
}

extension CellExtract {
  /// The part of a cell that is the value; nil where it is unknown.
  func part(of cell: ArraySlice<UInt8>) throws(CellFault.Kind) -> [UInt8]? {
    switch self {
    case .postcode: return PostcodeScan.only(in: cell).map { Array($0.utf8) }
    case .pattern(let pattern, let noMatch):
      if let part = pattern.firstGroup(in: String(decoding: cell, as: UTF8.self)) {
        return Array(part.utf8)
      }
      switch noMatch {
      case .fault: throw .nothingToExtract(pattern: pattern.text)
      case .unknown: return nil
      case .whole: return Array(cell)
      }
    }
  }
}
