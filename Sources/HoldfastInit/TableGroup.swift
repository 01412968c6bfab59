import Tabular

/// Files that are one dataset: the same folder, and the same headers or nearly.
struct TableGroup {
  /// The files, by path.
  var files: [TableProbe]
  /// Their columns, those of several files that belong together as one.
  var columns: [GroupColumn] = []

  /// How many rows there are.
  var rows: Int { files.reduce(0) { $0 + $1.rows } }

  /// Puts tables into groups.
  static func groups(of tables: [TableProbe]) -> [TableGroup] {
    var groups: [TableGroup] = []
    for table in tables {
      let place = groups.firstIndex { group in
        group.files.contains { areAlike($0, table) }
      }
      if let place {
        groups[place].files.append(table)
      } else {
        groups.append(.init(files: [table]))
      }
    }
    for index in groups.indices { groups[index].columns = Alignment(groups[index].files).columns() }
    return joined(groups)
  }

  /// Joins groups whose files are one series by their names and whose columns are the same things
  /// under other headers: a new ledger system in the middle of a year.
  private static func joined(_ groups: [TableGroup]) -> [TableGroup] {
    var result: [TableGroup] = []
    for group in groups {
      let match = result.indices.lazy.compactMap { index in
        result[index].joined(with: group).map { (index, $0) }
      }.first
      if let match { result[match.0] = match.1 } else { result.append(group) }
    }
    return result
  }

  private func joined(with other: TableGroup) -> TableGroup? {
    guard let mine = files.first, let theirs = other.files.first,
      FileName(mine.path).isSameSeries(as: FileName(theirs.path)),
      mine.kind.family == theirs.kind.family
    else { return nil }
    let all = files + other.files
    let columns = Alignment(all).columns()
    let common = columns.count { column in
      column.parts.keys.contains { $0 < files.count }
        && column.parts.keys.contains { $0 >= files.count }
    }
    let fewer = min(self.columns.count, other.columns.count)
    return common >= 4 && common * 10 >= fewer * 7 ? TableGroup(files: all, columns: columns) : nil
  }

  private static func areAlike(_ left: TableProbe, _ right: TableProbe) -> Bool {
    let (a, b) = (FileName(left.path), FileName(right.path))
    guard a.folder == b.folder, left.kind.family == right.kind.family else { return false }
    let (mine, theirs) = (headers(left), headers(right))
    let shared = mine.intersection(theirs).count
    let fewer = min(mine.count, theirs.count)
    if mine == theirs { return true }
    guard shared >= 3 else { return false }
    // Files of one series, by their names, may differ more than files that only lie together.
    return shared * 5 >= fewer * 4 || (a.stem == b.stem && shared * 2 >= fewer)
  }

  private static func headers(_ table: TableProbe) -> Set<[UInt8]> {
    Set(table.columns.filter { !$0.header.isEmpty }.map(\.folded))
  }
}

extension TableProbe.Kind {
  /// Kinds that may be files of one dataset.
  enum Family: Hashable { case sheet, ndjson, json(String), ocds(String) }

  var family: Family {
    switch self {
    case .csv, .xlsx: .sheet
    case .ndjson: .ndjson
    case .json(let rows): .json(rows)
    case .ocds(let rows): .ocds(rows)
    }
  }
}

/// A column of a group: which column of each file it is.
struct GroupColumn {
  /// The column in each file, by the file's place in the group; missing where the file has none.
  var parts: [Int: ColumnProbe]

  /// The first file's column, which is the one that the group's header is taken from.
  var main: ColumnProbe? { parts.min { $0.key < $1.key }?.value }
  /// The header of most files.
  var header: String { headers.first ?? "" }

  /// The different headers, the commonest first; those that only differ in letter case, blanks
  /// and signs count as one.
  var headers: [String] {
    var count: [[UInt8]: (header: String, files: Int, first: Int)] = [:]
    for (file, part) in parts.sorted(by: { $0.key < $1.key }) {
      count[part.folded, default: (part.header, 0, file)].files += 1
    }
    return count.values.sorted { ($1.files, $0.first) < ($0.files, $1.first) }.map(\.header)
  }

  /// Which of several columns with the header it is.
  var nth: Int? { parts.values.compactMap(\.nth).first }
  var role: ColumnRole? { ColumnRole(HeaderWords(header)) }

  /// A count over all files.
  func sum(_ count: (ColumnProbe) -> Int) -> Int { parts.values.reduce(0) { $0 + count($1) } }

  var values: Int { sum(\.values) }
  var blanks: Int { sum(\.blanks) }

  /// The values of all files.
  var sketch: ValueSketch {
    var result: ValueSketch?
    for part in parts.sorted(by: { $0.key < $1.key }) {
      if result == nil { result = part.value.sketch } else { result?.merge(part.value.sketch) }
    }
    return result ?? ValueSketch()
  }

  /// The words that stand for nothing in all files, with how often.
  var words: [(text: String, kind: CellWord, count: Int)] {
    var result: [String: (CellWord, Int)] = [:]
    for part in parts.values {
      for (text, word) in part.words { result[text, default: (word.kind, 0)].1 += word.count }
    }
    return result.map { ($0.key, $0.value.0, $0.value.1) }.sorted {
      $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }
  }
}
