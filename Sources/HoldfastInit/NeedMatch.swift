import HoldfastModel

/// How well columns answer what a pack asks for.
struct NeedMatch {
  /// The name that is asked for, without the reference before its dot.
  let name: String
  let need: Need

  init(_ need: Need) {
    self.need = need
    name = need.column.split(separator: ".").last.map(String.init) ?? need.column
  }

  /// From here on a column is taken.
  private static let enough = 40

  /// The best column, and others that are as good.
  func best(of columns: [DraftColumn]) -> (column: DraftColumn, rivals: [DraftColumn], score: Int)?
  {
    let scored = columns.map { ($0, score(of: $0)) }.filter { $0.1 >= Self.enough }
    guard let most = scored.map(\.1).max() else { return nil }
    let equal = scored.filter { $0.1 == most }.map(\.0)
    return equal.first.map { ($0, Array(equal.dropFirst()), most) }
  }

  /// By name first: the same, the same words, the same purpose; a column of another type never.
  private func score(of column: DraftColumn) -> Int {
    guard column.type.type.mayStand(for: need.type) else { return 0 }
    let wanted = HeaderWords(name)
    let words = HeaderWords(column.column.header)
    if column.name == name || words.words == wanted.words { return 100 }
    let shared = Set(words.words).intersection(wanted.words).count
    var score = 60 * shared / max(words.words.count, wanted.words.count, 1)
    if let role = ColumnRole(wanted), role == column.column.role { score += 40 }
    if score > 0, let basis = column.basis, need.bases.contains(basis) { score += 15 }
    if score > 0, column.column.values == 0 { score -= 20 }
    return score
  }
}

extension ColumnType {
  /// Whether a column whose cells look like this type can be declared as another.
  fileprivate func mayStand(for wanted: ColumnType) -> Bool {
    switch wanted {
    case .text, .choice: true
    case .postcode: self == .postcode || self == .text
    case .companyNumber: self == .companyNumber || self == .text
    case .decimal: self == .decimal || self == .integer || self == .percent
    case .percent: self == .percent || self == .decimal || self == .integer
    case .bool, .integer, .date, .timestamp: self == wanted
    }
  }
}
