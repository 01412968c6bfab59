import CEL
import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What could not be made of cells.
struct CellNotes: Sendable {
  /// Cells that cannot be read, or be what they say.
  var faults = Faults()
  /// How many amounts have no rate, by the code of their currency.
  var unconverted: [String: Int] = [:]
  /// The codes of currencies for which rates were looked up, by the amount's column, where that is
  /// to be known.
  var rated: [Int: MetKeys] = [:]

  /// Takes what could not be made of the cells of files that come after its own.
  mutating func merge(_ later: CellNotes) {
    faults.merge(later.faults)
    unconverted.merge(later.unconverted, uniquingKeysWith: +)
  }
}

/// Makes rows as they were read into rows as they are judged: credits get their minus, amounts the
/// institution's currency, and values that several rows share become unknown.
final class RowAdjuster {
  private let dataset: Dataset
  private let home: String
  private let negations: [(column: Int, program: Program)]
  private let view: RowView
  private let exchanges: [(column: Int, codes: Int, rate: Int?)]
  private let rates: [Int: ReferenceTable]
  private let sharedBy: [Int]
  private let shared: Set<TextKey>
  private let amounts: [Int]
  private let bounded: [(column: Int, range: ClosedRange<Decimal>)]
  private let keepsAccount: Bool

  /// An adjuster; `rates` gives the table of each column that is converted, `shared` the texts
  /// that several rows have in the column of `value:`.
  init(
    _ dataset: Dataset, in institution: Institution, rates: [Int: ReferenceTable] = [:],
    keepsAccount: Bool = false, shared: Set<TextKey> = []
  ) {
    self.dataset = dataset
    self.rates = rates
    self.shared = shared
    self.keepsAccount = keepsAccount
    home = institution.currency
    sharedBy = dataset.sharedBy.compactMap { dataset.place(of: $0) }
    amounts = dataset.columns.indices.filter { dataset.columns[$0].type == .decimal }
    negations = RowRules.negations(of: dataset, in: institution).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.program) }
    view = RowView(RowRules.schema(of: dataset, in: institution))
    bounded = dataset.columns.indices.compactMap { place in
      dataset.columns[place].between.map { (place, $0) }
    }
    exchanges = dataset.columns.indices.compactMap { place in
      guard let exchange = dataset.columns[place].exchange,
        let codes = dataset.place(of: exchange.column)
      else { return nil }
      let table = exchange.rates.flatMap { institution.dataset($0.value) }
      return (place, codes, table?.place(of: exchange.rate))
    }
  }

  /// The cells of a row as they are judged, and its day. Corrections of cells that are changed here
  /// come after the change, since they give the cell as it is to be; all others come before.
  func judged(
    _ row: Row, _ match: RowCorrector.Match?, in file: String, by clock: RowClock?,
    _ notes: inout CellNotes
  ) -> (cells: [Cell], day: CivilDate?) {
    let fixes = match?.cells ?? [:]
    let left = row.faults.filter { fault in
      !fixes.keys.contains { dataset.columns[$0].name == fault.column }
    }
    if !left.isEmpty { notes.faults.add(left, file: file) }
    var cells = row.cells
    for (place, cell) in fixes { cells[place] = mayChange(place) ? .unknown : cell }
    let day = clock?.day(of: cells)
    adjust(&cells, on: day, at: row.line, of: file, &notes)
    for (place, cell) in fixes { cells[place] = cell }
    return (cells, day)
  }

  private func mayChange(_ place: Int) -> Bool {
    negations.contains { $0.column == place } || exchanges.contains { $0.column == place }
      || (!sharedBy.isEmpty && amounts.contains(place))
  }

  /// Changes the cells of a row. `day` is the row's own, for rates; what goes wrong is noted under
  /// the column that suffers from it.
  private func adjust(
    _ cells: inout [Cell], on day: CivilDate?, at line: Int, of file: String,
    _ notes: inout CellNotes
  ) {
    // Whether a row without key shares its numbers is not known.
    if !sharedBy.isEmpty,
      SharedValues.key(sharedBy.map { cells[$0] }).map(shared.contains) ?? true
    {
      for place in amounts { cells[place] = .unknown }
    }
    for (place, program) in negations {
      guard let problem = negate(&cells, place, program) else { continue }
      note(problem, place, line, file, &cells, &notes)
    }
    for (place, codes, rate) in exchanges {
      guard let problem = convert(&cells, place, codes, rate, day, &notes) else { continue }
      note(problem, place, line, file, &cells, &notes)
    }
    for (place, range) in bounded {
      guard let number = cells[place].number, !range.contains(number) else { continue }
      let problem = (
        "the number is not between \(range.lowerBound) and \(range.upperBound), as is declared",
        "correct the cell, or widen `between` under columns.\(dataset.columns[place].name)"
      )
      note(problem, place, line, file, &cells, &notes)
    }
  }

  private func note(
    _ problem: (message: String, help: String), _ place: Int, _ line: Int, _ file: String,
    _ cells: inout [Cell], _ notes: inout CellNotes
  ) {
    let column = dataset.columns[place]
    let shown = column.isPersonal || dataset.isPersonal ? nil : cells[place].shownText
    cells[place] = .fault(0)
    notes.faults.add(
      Diagnostic(
        .error, problem.message,
        at: .record(file: file, line: line, column: column.name, shown: shown),
        help: problem.help), column: column.name, file: file)
  }

  /// Gives a credit its minus. A credit that has one already is left to a person.
  private func negate(
    _ cells: inout [Cell], _ place: Int, _ program: Program
  ) -> (message: String, help: String)? {
    guard case .decimal(let amount) = cells[place] else { return nil }
    view.cells = cells
    switch program.evaluate(view) {
    case .bool(false): return nil
    case .bool(true):
      guard amount.signum > 0, let negated = try? amount.negated() else {
        if amount.signum == 0 { return nil }
        return (
          "negate_when holds for the row, and its amount is below zero already",
          "let negate_when hold only for rows whose amounts are published without minus"
        )
      }
      cells[place] = .decimal(negated)
      return nil
    case .unknown:
      // Whether it is a credit decides the sign: the amount is not known.
      cells[place] = .unknown
      return nil
    case .error(let error):
      return (
        "negate_when cannot be evaluated: \(error.discreetMessage)",
        "correct the cells that it reads"
      )
    default: return ("negate_when is neither true nor false", "write a condition")
    }
  }

  /// Turns an amount into the institution's currency; without code or rate it is unknown.
  private func convert(
    _ cells: inout [Cell], _ place: Int, _ codes: Int, _ rate: Int?, _ day: CivilDate?,
    _ notes: inout CellNotes
  ) -> (message: String, help: String)? {
    guard case .decimal(let amount) = cells[place] else { return nil }
    if case .fault = cells[codes] {
      return ("the currency of the amount cannot be read", "correct the cell with the code")
    }
    guard let code = cells[codes].keyText else {
      cells[place] = .unknown
      return nil
    }
    if code == home { return nil }
    if keepsAccount, let table = rates[place] {
      notes.rated[place, default: MetKeys()].see(code, in: table, on: day)
    }
    guard let rate, let row = rates[place]?.row(code, on: day) else {
      cells[place] = .unknown
      notes.unconverted[code, default: 0] += 1
      return nil
    }
    guard case .decimal(let factor) = row[rate], factor.signum > 0 else {
      if case .unknown = row[rate] {
        cells[place] = .unknown
        return nil
      }
      return ("the rate for \(code) is no number above zero", "correct the table of rates")
    }
    guard let product = try? amount.multiplied(by: factor),
      let rounded = try? Rational(product).rounded(scale: dataset.columns[place].scale, .halfEven)
    else { return ("the converted amount is too large to be added up exactly", "check the rate") }
    cells[place] = .decimal(rounded)
    return nil
  }
}
