import Diagnostics
import Tabular

/// Finds which columns of several files are one: by header first, then by what is left over on
/// both sides.
struct Alignment {
  private let files: [TableProbe]

  init(_ files: [TableProbe]) { self.files = files }

  /// What tells columns of one file apart.
  private struct Key: Hashable {
    let folded: [UInt8]
    let nth: Int
  }

  /// The columns, in the order of the file with most, then as they come.
  func columns() -> [GroupColumn] {
    var order: [Key] = []
    var parts: [Key: [Int: ColumnProbe]] = [:]
    let widest = files.indices.max { files[$0].columns.count < files[$1].columns.count } ?? 0
    for file in [widest] + files.indices.filter({ $0 != widest }) {
      for column in files[file].columns where !column.header.isEmpty {
        let key = Key(folded: column.folded, nth: column.nth ?? 1)
        if parts[key] == nil { order.append(key) }
        if parts[key]?[file] == nil { parts[key, default: [:]][file] = column }
      }
    }
    return joined(order.compactMap { parts[$0].map(GroupColumn.init) })
  }

  /// Joins columns that no file has both of, the most alike first.
  private func joined(_ columns: [GroupColumn]) -> [GroupColumn] {
    var columns = columns
    while let (keep, drop) = bestPair(columns) {
      columns[keep].parts.merge(columns[drop].parts) { mine, _ in mine }
      columns.remove(at: drop)
    }
    return columns
  }

  private func bestPair(_ columns: [GroupColumn]) -> (keep: Int, drop: Int)? {
    guard columns.count <= 400 else { return nil }
    var best: (score: Int, keep: Int, drop: Int) = (0, 0, 0)
    for a in columns.indices where columns[a].parts.count < files.count {
      for b in columns.indices.dropFirst(a + 1)
      where columns[a].parts.keys.allSatisfy({ columns[b].parts[$0] == nil }) {
        let score = score(columns[a], columns[b], columns)
        if score > best.score { best = (score, a, b) }
      }
    }
    return best.score > 0 ? (best.keep, best.drop) : nil
  }

  /// How sure it is that two columns are one; 0 where nothing says so.
  private func score(_ a: GroupColumn, _ b: GroupColumn, _ all: [GroupColumn]) -> Int {
    guard a.looks == b.looks || a.values == 0 || b.values == 0 else { return 0 }
    let (mine, theirs) = (HeaderWords(a.header).meanings, HeaderWords(b.header).meanings)
    if mine == theirs || Nearest.name(to: a.header, in: [b.header]) != nil { return 4 }
    if a.values > 20, b.values > 20, a.sketch.likeness(to: b.sketch) >= 0.3 { return 3 }
    if mine.isSubset(of: theirs) || theirs.isSubset(of: mine) { return 2 }
    let peers = all.filter { $0.role == a.role }
    if let role = a.role, role == b.role, peers.count == 2 { return 2 }
    return isOnlyDifference(a, b) || isOnlyRest(a, b, all) ? 1 : 0
  }

  /// Whether one column is in exactly the files that lack the other, and no other pair is so.
  private func isOnlyRest(_ a: GroupColumn, _ b: GroupColumn, _ all: [GroupColumn]) -> Bool {
    guard a.parts.count + b.parts.count == files.count else { return false }
    return [a, b].allSatisfy { one in
      all.count { $0.parts.keys == one.parts.keys && $0.looks == one.looks } == 1
    }
  }

  /// Whether two files have the same headers in the same places but for these two.
  private func isOnlyDifference(_ a: GroupColumn, _ b: GroupColumn) -> Bool {
    a.parts.contains { mine, column in
      b.parts.contains { theirs, other in
        let (left, right) = (files[mine].columns, files[theirs].columns)
        guard column.position == other.position, left.count == right.count else { return false }
        return zip(left, right).allSatisfy {
          $0.folded == $1.folded || $0.position == column.position
        }
      }
    }
  }
}

extension GroupColumn {
  /// What kind of cells a column has, roughly.
  enum Looks { case numbers, dates, texts }

  var looks: Looks {
    let values = values
    if sum(\.numbers.fits) * 10 >= values * 9 { return .numbers }
    return sum({ $0.dates.first?.fits ?? 0 }) * 10 >= values * 9 ? .dates : .texts
  }
}
