import Diagnostics
import Tabular

/// Cells that cannot be read, by column: the first twenty of each are kept, all are counted.
struct Faults {
  private(set) var byColumn: [String: (count: Int, shown: [Diagnostic])] = [:]

  /// How many faults of a column are kept.
  static let kept = 20

  mutating func add(_ faults: [CellFault], file: String) {
    for fault in faults {
      var entry = byColumn[fault.column] ?? (0, [])
      entry.count += 1
      if entry.shown.count < Self.kept { entry.shown.append(fault.diagnostic(file: file)) }
      byColumn[fault.column] = entry
    }
  }
}
