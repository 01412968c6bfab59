import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Reads one correction after another against the description of the institution.
struct CorrectionCheck {
  /// A correction that is in order.
  struct Checked {
    let correction: Correction
    /// The key that tells the row: as `RowKey` makes it.
    let rowKey: String
    /// The place of the column.
    let column: Int
    let cell: Cell
    let place: CorrectionMessage.Place
  }

  private let file: String
  private let institution: Institution
  private let today: CivilDate
  private let dateFormat: DateFormat
  private let parsers: [String: [CellParser]]

  init(_ institution: Institution, file: String, today: CivilDate) {
    self.file = file
    self.institution = institution
    self.today = today
    dateFormat = institution.corrections?.dateFormat ?? .iso
    let pairs = institution.datasets.map { dataset in
      (dataset.name, dataset.schema(dataset.columns).map(CellParser.init))
    }
    parsers = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The correction; throws everything that is wrong with the line.
  func checked(_ line: CorrectionLine) throws(DiagnosticList) -> Checked {
    var place = CorrectionMessage.Place(file: file, line: line.line)
    try requireCells(line, place)
    guard let name = line.dataset, let key = line.key, let column = line.column,
      let by = line.by, let because = line.because, let on = line.on
    else { throw DiagnosticList() }
    guard let dataset = institution.dataset(name) else {
      throw DiagnosticList([
        CorrectionMessage.noDataset(name, institution.datasets.map(\.name), place)
      ])
    }
    guard let index = dataset.columns.firstIndex(where: { $0.name == column }) else {
      throw DiagnosticList([CorrectionMessage.noColumn(column, dataset, place)])
    }
    place.isHidden = dataset.hidesKey || dataset.columns[index].isPersonal
    do throws(Diagnostic) {
      try checkColumn(dataset.columns[index], of: dataset, place)
      let cell = try cell(line.value, dataset, index, place)
      let day = try day(on, place)
      let correction = Correction(
        dataset: name, key: key, column: column, value: line.value, by: by, on: day,
        because: because)
      return Checked(
        correction: correction, rowKey: RowKey.normal(key, of: dataset), column: index, cell: cell,
        place: place)
    } catch {
      throw DiagnosticList([error])
    }
  }

  private func requireCells(
    _ line: CorrectionLine, _ place: CorrectionMessage.Place
  ) throws(DiagnosticList) {
    let cells = [
      ("dataset", line.dataset), ("key", line.key), ("column", line.column), ("by", line.by),
      ("on", line.on), ("because", line.because),
    ]
    let blank = cells.filter { $0.1?.isEmpty ?? true }
    try DiagnosticList(blank.map { CorrectionMessage.noCell($0.0, place) }).throwIfErrors()
  }

  private func checkColumn(
    _ column: Column, of dataset: Dataset, _ place: CorrectionMessage.Place
  ) throws(Diagnostic) {
    if dataset.key.contains(where: { $0.value == column.name }) {
      throw CorrectionMessage.isKey(column, dataset, place)
    }
    if dataset.sharedBy.contains(where: { $0.value == column.name }) {
      throw CorrectionMessage.isShared(column, place)
    }
  }

  /// The value as the column reads its cells.
  private func cell(
    _ text: String, _ dataset: Dataset, _ index: Int, _ place: CorrectionMessage.Place
  ) throws(Diagnostic) -> Cell {
    let column = dataset.columns[index]
    guard let parser = parsers[dataset.name]?[index] else { return .unknown }
    let cell: Cell
    do throws(CellFault) { cell = try parser.cell(text, line: place.line) } catch {
      throw CorrectionMessage.wrongValue(error, text, place)
    }
    switch cell {
    case .unknown, .excluded, .fault: throw CorrectionMessage.saysNothing(column, text, place)
    case .text(let code) where column.type == .postcode && Postcode(code) == nil:
      throw CorrectionMessage.noPostcode(text, place)
    default: return cell
    }
  }

  private func day(
    _ text: String, _ place: CorrectionMessage.Place
  ) throws(Diagnostic) -> CivilDate {
    guard let day = CivilDate(text) ?? dateFormat.date(from: text.utf8) else {
      throw CorrectionMessage.noDate(text, dateFormat, place)
    }
    guard day <= today else { throw CorrectionMessage.inFuture(day, text, place) }
    return day
  }
}
