import Diagnostics
import Tabular

/// Cells that cannot be read, by column. Those of one file and column that are wrong in the same
/// way are said once, with their number; at most twenty ways of each column are kept.
struct Faults: Sendable {
  var byColumn: [String: ColumnFaults] = [:]

  /// How many messages are kept.
  static let kept = 20

  mutating func add(_ faults: [CellFault], file: String) {
    for fault in faults {
      byColumn[fault.column, default: ColumnFaults()]
        .add(file, fault.message) { fault.diagnostic(file: file) }
    }
  }

  /// Adds what is wrong with a row for the sake of a column.
  mutating func add(_ problem: Diagnostic, column: String, file: String) {
    byColumn[column, default: ColumnFaults()].add(file, problem.message) { problem }
  }

  /// Adds what is wrong with another column, without which this one cannot be told.
  mutating func add(_ others: ColumnFaults, to column: String) {
    byColumn[column, default: ColumnFaults()].merge(others)
  }

  /// These and those of files.
  func merged(with other: Faults) -> Faults {
    var result = self
    result.merge(other)
    return result
  }

  /// Takes the faults of other files.
  mutating func merge(_ other: Faults) {
    for (column, faults) in other.byColumn {
      byColumn[column, default: ColumnFaults()].append(faults)
    }
  }
}

/// What is wrong with the cells of a column.
struct ColumnFaults: Sendable {
  struct Kind: Hashable, Sendable {
    let file: String
    let message: String
  }

  private(set) var count = 0
  private(set) var order: [Kind] = []
  private(set) var found: [Kind: (first: Diagnostic, count: Int)] = [:]

  init() {}

  /// Faults as they were written down: how many, and the first of each way of being wrong.
  init(count: Int, _ entries: [(file: String, first: Diagnostic, count: Int)]) {
    self.count = count
    for entry in entries {
      let kind = Kind(file: entry.file, message: entry.first.message)
      if found.updateValue((entry.first, entry.count), forKey: kind) == nil { order.append(kind) }
    }
  }

  /// A message for each way of being wrong, and how many cells it stands for.
  var shown: [(message: Diagnostic, stands: Int)] {
    order.compactMap { kind in
      guard let (first, count) = found[kind] else { return nil }
      guard count > 1 else { return (first, 1) }
      var result = first
      result.message += "; so \(count == 2 ? "is 1 more cell" : "are \(count - 1) more cells")"
      result.message += " of this column in this file"
      return (result, count)
    }
  }

  fileprivate mutating func add(
    _ file: String, _ message: String, _ diagnostic: () -> Diagnostic
  ) {
    count += 1
    let kind = Kind(file: file, message: message)
    if let entry = found[kind] {
      found[kind] = (entry.first, entry.count + 1)
    } else if order.count < Faults.kept {
      order.append(kind)
      found[kind] = (diagnostic(), 1)
    }
  }

  /// Takes what is wrong with other cells of the column. Of all ways of being wrong the first by
  /// file and line are kept, so that which they are does not depend on the order of merging.
  fileprivate mutating func append(_ other: ColumnFaults) {
    count += other.count
    found.merge(other.found) { mine, others in
      (mine.first.precedes(others.first) ? mine.first : others.first, mine.count + others.count)
    }
    let entries = found.sorted { $0.value.first.precedes($1.value.first) }.prefix(Faults.kept)
    order = entries.map(\.key)
    found = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value) })
  }

  /// Takes what is wrong with cells of another column.
  fileprivate mutating func merge(_ other: ColumnFaults) {
    count += other.count
    for kind in other.order where order.count < Faults.kept && found[kind] == nil {
      order.append(kind)
      found[kind] = other.found[kind]
    }
  }
}
