import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Reads the rows of awards against the description of the institution, and collects what is wrong
/// with them.
struct AwardReader {
  let institution: Institution
  private(set) var problems: [Diagnostic] = []
  private var parsers: [String: [CellParser]] = [:]

  init(_ institution: Institution) { self.institution = institution }

  /// The rows of an alternative, with what it replaces.
  mutating func award(
    _ alternative: Proposal.Alternative, replacing: [ProposedRow]
  ) -> Award {
    var award = Award()
    for lot in alternative.lots {
      award.rows += lot.rows.compactMap { row($0, year: lot.year) }
    }
    for item in replacing {
      // What falls away would have been there in each year, where rows have dates.
      let isDated = institution.dataset(item.dataset)?.periodBy != nil
      let years = isDated ? alternative.lots.map(\.year).max() ?? 1 : 1
      for year in 1...years {
        if let row = row(item, year: year, isReplaced: true) { award.rows.append(row) }
      }
    }
    for item in alternative.new { add(item, to: &award) }
    return award
  }

  /// The rows of a reservation, as they stand on a day: with each year that passes those of the next
  /// one come due, and what was due and is not settled stays so.
  mutating func award(_ reservation: Reservation, on day: CivilDate) -> Award {
    let file = "reservation \(reservation.id)"
    let ends = [day, reservation.decided].map { institution.calendar.yearEnd(of: $0).year }
    let lots = reservation.adds.map { row in
      Proposal.Lot(
        year: max(1, row.year - max(0, ends[0] - ends[1])), rows: [ProposedRow(row, file)])
    }
    let alternative = Proposal.Alternative(
      id: reservation.alternative, new: reservation.new.map { ProposedRow($0, file) }, lots: lots,
      place: .file(file))
    return award(alternative, replacing: reservation.replaces.map { ProposedRow($0, file) })
  }

  /// Takes a new row of a referred dataset.
  private mutating func add(_ item: ProposedRow, to award: inout Award) {
    guard let dataset = institution.dataset(item.dataset) else { return refuse(unknown: item) }
    guard dataset.isReferredTo(in: institution), let key = dataset.key.first,
      let place = dataset.place(of: key)
    else {
      return problems.append(AwardMessage.notReferred(item, institution))
    }
    guard let row = row(item, year: 1, isNew: true) else { return }
    guard let name = row.cells[place].keyText else {
      return problems.append(AwardMessage.noKey(key.value, item))
    }
    award.new[item.dataset, default: []].append((TextKey(name), row))
  }

  private mutating func refuse(unknown item: ProposedRow) {
    problems.append(AwardMessage.noDataset(item, institution.datasets.map(\.name)))
  }

  private mutating func row(
    _ item: ProposedRow, year: Int, isReplaced: Bool = false, isNew: Bool = false
  ) -> AwardRow? {
    guard let dataset = institution.dataset(item.dataset) else {
      refuse(unknown: item)
      return nil
    }
    guard !dataset.isRegister else {
      problems.append(AwardMessage.register(item))
      return nil
    }
    let parsers = self.parsers(of: dataset)
    var cells = [Cell](repeating: .unknown, count: dataset.columns.count)
    var fields = [String](repeating: "", count: dataset.columns.count)
    var isWhole = true
    var seen: Set<Int> = []
    for cell in item.cells {
      guard let place = place(of: cell, in: dataset, isNew: isNew), seen.insert(place).inserted
      else {
        isWhole = false
        continue
      }
      do throws(CellFault) {
        cells[place] = try parsers[place].cell(cell.text, line: cell.place.line)
        fields[place] = cell.text
      } catch {
        isWhole = false
        problems.append(AwardMessage.fault(error, cell, isHidden: dataset.isHidden(place)))
      }
    }
    guard isWhole else { return nil }
    return AwardRow(
      dataset: item.dataset, cells: cells, fields: fields, year: year, isReplaced: isReplaced,
      place: item.place)
  }

  /// The place of a cell's column; nil, with a message, where it is none that an award may say.
  private mutating func place(
    of cell: ProposedCell, in dataset: Dataset, isNew: Bool
  ) -> Int? {
    guard let place = dataset.columns.firstIndex(where: { $0.name == cell.column }) else {
      problems.append(AwardMessage.noColumn(cell, dataset))
      return nil
    }
    let times = [dataset.periodBy, dataset.interval?.from, dataset.interval?.to]
    if !isNew, times.contains(where: { $0?.value == cell.column }) {
      problems.append(AwardMessage.dated(cell, dataset))
      return nil
    }
    return place
  }

  private mutating func parsers(of dataset: Dataset) -> [CellParser] {
    if let known = parsers[dataset.name] { return known }
    let made = dataset.schema(dataset.columns).map(CellParser.init)
    parsers[dataset.name] = made
    return made
  }
}

extension Dataset {
  /// Whether rows of other datasets point to it.
  fileprivate func isReferredTo(in institution: Institution) -> Bool {
    institution.datasets.contains { $0.references.contains { $0.dataset.value == name } }
  }
}

extension ProposedRow {
  /// A row as it was reserved.
  fileprivate init(_ row: Reservation.Row, _ file: String) {
    let place = Diagnostic.Place.file(file)
    self.init(
      dataset: row.dataset,
      cells: row.cells.sorted { $0.key < $1.key }.map {
        ProposedCell(column: $0.key, text: $0.value, place: place)
      }, place: place)
  }
}
