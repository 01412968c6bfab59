import HoldfastModel
import Tabular

/// A dataset as it will be declared.
struct DraftDataset {
  /// The name.
  var name: String
  let group: TableGroup
  /// Its columns.
  private(set) var columns: [DraftColumn]
  /// The column that names a row.
  var key: String?
  /// References: name, dataset, column.
  var references: [(name: String, to: String, by: String)] = []
  /// When rows hold.
  private(set) var period: PeriodGuess
  /// Whether only what packs ask for is declared.
  var isAsked = false
  /// What packs ask for and no column answers.
  var gaps: [Need] = []
  /// References that packs ask for and no dataset answers.
  var unmet: [(name: String, needs: [Need])] = []
  /// Cells that say nothing.
  let unknownTokens: [String]
  /// Patterns of cells from which something was taken out.
  let redacted: [String]

  init(name: String, _ group: TableGroup) {
    self.name = name
    self.group = group
    var names = NameBook()
    var columns: [DraftColumn] = []
    for (index, column) in group.columns.enumerated() {
      let wanted = HeaderWords(column.header).name(orElse: "column_\(index + 1)")
      let isRare = column.parts.count * 2 < group.files.count
      columns.append(DraftColumn(name: names.take(wanted), column, isRare: isRare))
    }
    self.columns = Self.withCurrencies(columns)
    period = PeriodGuess(columns.filter { !$0.isRare }, group)
    let words = Self.words(group)
    unknownTokens = words.tokens
    redacted = words.patterns
    key = Self.key(columns, group)
  }

  /// Amounts.
  var money: [DraftColumn] { declared.filter(\.type.isMoney) }

  /// The columns that are declared: those asked for and those that others rest on, or without a
  /// pack all that stand in half of the files.
  var declared: [DraftColumn] {
    guard isAsked else { return columns.filter { !$0.isRare } }
    let needed = [key, period.by, period.interval?.from, period.interval?.to, period.series?.by]
    let names = Set(needed.compactMap { $0 } + references.map(\.by))
    return columns.filter { column in
      column.need != nil || names.contains(column.name)
        || columns.contains { $0.need != nil && $0.currency == column.name }
    }
  }

  /// Lets a column answer what is asked for.
  mutating func answer(_ need: Need, named name: String, with old: String, rivals: [DraftColumn]) {
    for index in columns.indices where columns[index].name == name && name != old {
      rename(columns[index].name, to: name + "_as_found")
    }
    rename(old, to: name)
    guard let index = columns.firstIndex(where: { $0.name == name }) else { return }
    columns[index].answer(need, rivals: rivals.map(\.column.header))
  }

  private mutating func rename(_ old: String, to name: String) {
    guard old != name else { return }
    for index in columns.indices {
      if columns[index].name == old { columns[index].name = name }
      if columns[index].currency == old { columns[index].currency = name }
    }
    for index in references.indices where references[index].by == old {
      references[index].by = name
    }
    if key == old { key = name }
    period.rename(old, to: name)
  }

  /// Amounts with the column beside them that names their currency: `value.amount` and
  /// `value.currency`.
  private static func withCurrencies(_ columns: [DraftColumn]) -> [DraftColumn] {
    columns.map { column in
      guard column.type.isMoney, column.name.hasSuffix("_amount") else { return column }
      let wanted = column.name.dropLast("_amount".count) + "_currency"
      var result = column
      result.currency = columns.first { $0.name == wanted && $0.column.values > 0 }?.name
      return result
    }
  }

  /// Words that say nothing, where they stand in three rows at least, and what redacts.
  private static func words(_ group: TableGroup) -> (tokens: [String], patterns: [String]) {
    var count: [String: Int] = [:]
    var spellings: Set<String> = []
    var patterns: Set<String> = []
    func note(_ text: String, _ kind: CellWord, _ times: Int) {
      switch kind {
      case .nothing:
        count[text.lowercased(), default: 0] += times
        spellings.insert(text)
      case .redacted:
        let folded = text.lowercased()
        patterns.insert(
          folded.hasPrefix("redacted")
            ? "(?i)redacted( .*)?"
            : folded.hasSuffix("redacted") ? "(?i).* redacted" : "(?i)\(folded)"
        )
      case .doubtful, .total: break
      }
    }
    for column in group.columns {
      for word in column.words { note(word.text, word.kind, word.count) }
    }
    for file in group.files {
      for (text, times) in file.extraWords {
        if let kind = CellWord(text) { note(text, kind, times) }
      }
    }
    for code in codes(group) { spellings.insert(code) }
    let tokens = spellings.filter { count[$0.lowercased()].map { $0 >= 3 } ?? true }
    return (tokens.sorted(), patterns.sorted())
  }

  /// Codes such as -999, where no other number is below zero.
  private static func codes(_ group: TableGroup) -> Set<String> {
    var result: Set<String> = []
    for column in group.columns {
      let codes = column.parts.values.flatMap(\.numbers.codes)
      let count = codes.reduce(0) { $0 + $1.value }
      if count > 0, count == column.sum(\.numbers.negatives) { result.formUnion(codes.map(\.key)) }
    }
    return result
  }

  /// A column with an id's name whose values are all there and all different.
  private static func key(_ columns: [DraftColumn], _ group: TableGroup) -> String? {
    columns.first { column in
      let words = HeaderWords(column.column.header)
      return column.column.parts.count == group.files.count
        && words.has("id", "key", "code", "reference", "ref", "number", "no", "fips")
        && ![.date, .decimal].contains(column.type.type) && column.isKey(rows: group.rows)
    }?.name
  }
}

extension DraftColumn {
  /// Whether each row has a value of its own.
  func isKey(rows: Int) -> Bool { rows > 0 && column.sketch.keyCount == rows }
}
