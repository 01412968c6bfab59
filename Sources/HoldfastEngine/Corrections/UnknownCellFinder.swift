import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Says where the cell stands that a row lacks: in the row, or in the one that it points to.
struct UnknownCellFinder {
  /// Where a cell stands.
  enum Found {
    /// A cell that a correction can name, and what a reader knows its row by.
    case named(UnknownCollector.Place, () -> String)
    /// A cell of a row that no key names alone.
    case unnamed
    /// The cell is known: something else is missing.
    case filled
  }

  private let dataset: Dataset
  private let schema: RowSchema
  private let targets: [Dataset?]
  private let dates: Set<String>

  init(_ dataset: Dataset, _ institution: Institution) {
    self.dataset = dataset
    schema = RowRules.schema(of: dataset, in: institution)
    targets = dataset.references.map { institution.dataset($0.dataset.value) }
    dates = Set(schema.dates)
  }

  /// The cell that stands behind a name of expressions.
  func cell(
    _ slot: String, _ row: Row, _ view: RowView, _ keys: RowKey, on day: CivilDate?,
    _ tables: [Result<ReferenceTable, DiagnosticList>]
  ) -> Found {
    guard let source = schema.slot(slot).map({ schema.slots[$0].source }) else { return .filled }
    switch source {
    case .parameter: return .filled
    case .column(let column):
      // Of the two days of an interval only the blank one is asked for.
      if dates.contains(slot), view.cells[column].date != nil { return .filled }
      return own(column, row, view, keys)
    case .reference(let place, let column):
      return referred(place, column, row, view, keys, on: day, tables)
    }
  }

  private func own(_ column: Int, _ row: Row, _ view: RowView, _ keys: RowKey) -> Found {
    let name = dataset.columns[column].name
    guard !dataset.hidesKey, !dataset.key.contains(where: { $0.value == name }),
      !dataset.sharedBy.contains(where: { $0.value == name })
    else { return .unnamed }
    let cells = view.cells
    return .named(
      UnknownCollector.Place(
        dataset: dataset.name, key: keys.digest(of: row), column: name, isOwn: true)
    ) { dataset.shownText(cells) }
  }

  private func referred(
    _ place: Int, _ column: Int, _ row: Row, _ view: RowView, _ keys: RowKey,
    on day: CivilDate?, _ tables: [Result<ReferenceTable, DiagnosticList>]
  ) -> Found {
    guard let by = dataset.place(of: dataset.references[place].by), let target = targets[place],
      case .success(let table) = tables[place]
    else { return .filled }
    guard let key = view.cells[by].keyText else { return own(by, row, view, keys) }
    if target.valid != nil, day == nil, let date = dataset.place(of: dataset.periodBy) {
      return own(date, row, view, keys)
    }
    let name = target.columns[column].name
    let found = view.references[place]
    // Where a key has rows at other times only, no correction can make one for the day.
    let isNamed = table.versions(of: key) == (found == nil ? 0 : 1)
    guard isNamed, !target.hidesKey, !target.key.contains(where: { $0.value == name }) else {
      return .unnamed
    }
    let cells = view.cells
    return .named(
      UnknownCollector.Place(
        dataset: target.name, key: TextKey(key), column: name, isOwn: false)
    ) {
      let text = found.map(target.shownText) ?? ""
      return text.isEmpty ? dataset.shownText(cells) : text
    }
  }
}

extension Dataset {
  /// The cells that show a reader which row is meant, but those about persons.
  fileprivate func shownText(_ cells: [Cell]) -> String {
    let places = show.compactMap { place(of: $0) }.filter { !columns[$0].isPersonal }
    return places.compactMap { place in
      if case .unknown = cells[place] { nil } else { cells[place].shownText }
    }.joined(separator: ", ")
  }
}
