import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// How many rows only add up others.
struct TotalRowCount: Sendable {
  /// How many rows were totals.
  var count = 0
  /// How many rows say that they are totals, and are none by their number.
  var spared = 0

  /// Adds the rows of others.
  mutating func merge(_ other: TotalRowCount) {
    count += other.count
    spared += other.spared
  }
}

/// Tells rows that only add up others from rows that count.
///
/// A row that looks like a total and is not declared to be one is an error: counted, it would
/// double everything above it.
struct TotalRowWatch {
  private let dataset: Dataset
  private let marker: Int?
  private let words: Set<String>
  /// The columns whose sums are watched.
  let amounts: [Int]
  /// The columns that say what a row is.
  let texts: [Int]
  private var file = ""
  /// What the columns of `amounts` add up to in the file so far, and since its last total.
  private var whole: [ExactSum] = []
  private var part: [ExactSum] = []
  private var rows = 0

  private static let usual: Set<String> = [
    "total", "totals", "grand total", "sub total", "subtotal",
  ]

  init(_ dataset: Dataset) {
    self.dataset = dataset
    marker = dataset.place(of: dataset.totalRows?.column)
    words = Set((dataset.totalRows?.cells ?? []).map { $0.lowercased() })
    let money = dataset.columns.indices.filter { dataset.columns[$0].type == .decimal }
    amounts = dataset.place(of: dataset.totalRows?.amount).map { [$0] } ?? money
    texts = dataset.columns.indices.filter { place in
      let column = dataset.columns[place]
      guard column.type == .text, !column.isPersonal else { return false }
      switch column.origin {
      case .headers, .position: return true
      case .constant, .fileName: return false
      }
    }
  }

  /// Takes rows for sure ones of a file, with what their amounts add up to.
  mutating func pass(_ count: Int, sums: [Decimal], in name: String) {
    begin(name)
    rows += count
    for (index, sum) in sums.enumerated() {
      try? whole[index].add(sum)
      try? part[index].add(sum)
    }
  }

  private mutating func begin(_ name: String) {
    guard file != name || whole.isEmpty else { return }
    file = name
    rows = 0
    whole = amounts.map { _ in ExactSum() }
    part = whole
  }

  /// What a row is.
  enum Kind {
    case row
    case total
    case wrong(Diagnostic)
  }

  /// Judges the next row of a file.
  mutating func kind(
    of cells: [Cell], _ row: Row, in name: String, _ totals: inout TotalRowCount
  ) -> Kind {
    begin(name)
    if let marker {
      let kind = declared(cells, row, marker)
      if case .total = kind { totals.count += 1 }
      guard case .row = kind else { return kind }
    }
    let kind = suspected(cells, row, &totals)
    guard case .row = kind else { return kind }
    rows += 1
    for (index, place) in amounts.enumerated() {
      guard let amount = cells[place].number else { continue }
      try? whole[index].add(amount)
      try? part[index].add(amount)
    }
    return .row
  }

  private mutating func declared(_ cells: [Cell], _ row: Row, _ marker: Int) -> Kind {
    guard case .text(let text) = cells[marker], words.contains(text.lowercased()) else {
      return .row
    }
    guard let amount = cells[amounts[0]].number, equals(amount, 0) else {
      let sums =
        whole[0].total == part[0].total
        ? "\(whole[0].total)" : "\(whole[0].total) or \(part[0].total)"
      return .wrong(
        diagnostic(
          "the row says '\(text)' and holds \(cells[amounts[0]].shownText), and the rows above add "
            + "up to \(sums)", row,
          "correct the file; where the row is none of total_rows, name its cell otherwise"))
    }
    part = part.map { _ in ExactSum() }
    return .total
  }

  /// Whether the row's number is the sum of those above it, and the row says that it is a total, or
  /// says nothing else.
  private func suspected(_ cells: [Cell], _ row: Row, _ totals: inout TotalRowCount) -> Kind {
    guard rows > 0, !texts.isEmpty else { return .row }
    let filled = texts.compactMap { place -> String? in
      guard case .text(let text) = cells[place] else { return nil }
      return text.lowercased()
    }
    let saysTotal = filled.contains { Self.usual.contains($0) }
    let index = amounts.indices.first { index in
      cells[amounts[index]].number.map { $0.signum != 0 && equals($0, index) } ?? false
    }
    if let index, rows > 1,
      saysTotal || filled.isEmpty || filled.contains(where: Self.beginsOrEnds) || says(row.record)
    {
      return suspect(cells, amounts[index], "is the sum of the rows above it", row)
    }
    guard saysTotal else { return .row }
    // A supplier may be called so; a row that says nothing else is no supplier's.
    if filled.count == 1, let place = amounts.first(where: { cells[$0].number != nil }) {
      return suspect(cells, place, "stands beside nothing but that word", row)
    }
    totals.spared += 1
    return .row
  }

  private static func beginsOrEnds(_ text: String) -> Bool {
    text.hasPrefix("total ") || text.hasSuffix(" total")
  }

  private func suspect(_ cells: [Cell], _ place: Int, _ why: String, _ row: Row) -> Kind {
    let column = dataset.columns[place]
    let isHidden = dataset.isPersonal || column.isPersonal
    let amount = isHidden ? "" : " \(cells[place].shownText)"
    return .wrong(
      diagnostic(
        "the row looks like a total: its \(column.name)\(amount) \(why)", row,
        "declare it, so that it is checked and not counted: total_rows: { column: ..., cells: "
          + "[Total], amount: \(column.name) }; a row without any such cell has to be removed from "
          + "the file"))
  }

  /// Whether a cell of a column that nobody declared says that the row is a total.
  private func says(_ record: Record) -> Bool {
    (0..<record.fieldCount).contains { index in
      guard let field = record.field(index), field.count <= 12 else { return false }
      return Self.usual.contains(String(decoding: field, as: UTF8.self).lowercased())
    }
  }

  private func equals(_ amount: Decimal, _ index: Int) -> Bool {
    amount == whole[index].total || amount == part[index].total
  }

  private func diagnostic(_ message: String, _ row: Row, _ help: String) -> Diagnostic {
    Diagnostic(
      .error, message, at: .record(file: file, line: row.line, column: nil, shown: nil), help: help)
  }
}

extension Cell {
  /// The cell's number.
  var number: Decimal? {
    switch self {
    case .decimal(let value): value
    case .integer(let value): Decimal(value)
    default: nil
    }
  }
}
