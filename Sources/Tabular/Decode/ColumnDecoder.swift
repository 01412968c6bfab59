import Exact

/// Turns the cells of one column into values; everything that can be settled before the first
/// row is. A class: a value of so many parts would be copied for each cell.
final class ColumnDecoder: Sendable {
  let schema: ColumnSchema
  /// What messages call the field: its header as a rule.
  let header: String
  /// Where a record has its cell.
  let place: Place
  private let hidden: Bool
  private let takesISODates: Bool
  private let meanings: CellMeanings
  /// The texts of a choice.
  private let choices: CellTable<Cell>
  private let blank: Cell

  /// Where the cells come from.
  enum Place: Sendable {
    /// This field of each record.
    case field(Int)
    /// The same cell for all rows.
    case fixed(Cell)
  }

  /// A decoder of a field; with `isoDates` dates may be written `yyyy-MM-dd` too.
  init(
    _ schema: ColumnSchema, header: String, place: Place, hidden: Bool, isoDates: Bool = false
  ) {
    self.schema = schema
    self.header = header
    self.place = place
    self.hidden = hidden || schema.isPersonal
    takesISODates = isoDates
    meanings = CellMeanings(schema)
    if case .choice(let allowed) = schema.type {
      choices = CellTable(allowed.map { ($0, .text($0)) })
    } else {
      choices = CellTable([])
    }
    blank = schema.blank.cell
  }

  /// Whether a cell is one that says nothing.
  func saysNothing(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    meanings.saysNothing(bytes, range)
  }

  /// Reads the column's cell of a record; faults are added to `faults`.
  func cell(
    of record: borrowing Record, _ faults: inout [CellFault], _ tally: inout ColumnTally
  ) -> Cell {
    switch place {
    case .fixed(let cell): return cell
    case .field(let field):
      guard field < record.ends.count else { return blank }
      let range = Blanks.trimmed(record.storage.span, record.range(field))
      return cell(record.storage, range, line: record.line, &faults, &tally)
    }
  }

  /// Reads a cell without blanks around it.
  func cell(
    _ bytes: [UInt8], _ range: Range<Int>, line: Int, _ faults: inout [CellFault],
    _ tally: inout ColumnTally
  ) -> Cell {
    if let cell = declared(bytes, range, &tally) { return cell }
    tally.saysSomething = true
    do throws(CellFault.Kind) {
      guard let extract = schema.extract else { return try value(bytes, range) }
      guard let part = try extract.part(of: bytes[range]) else { return .unknown }
      let trimmed = Blanks.trimmed(part.span, part.indices)
      if let cell = declared(part, trimmed, &tally) { return cell }
      return try value(part, trimmed)
    } catch {
      faults.append(fault(error, bytes[range], line: line))
      return .fault(faults.count - 1)
    }
  }

  /// What a cell means as a whole; nil where its type says that.
  private func declared(
    _ bytes: [UInt8], _ range: Range<Int>, _ tally: inout ColumnTally
  ) -> Cell? {
    if range.isEmpty { return blank }
    switch meanings.meaning(of: bytes, range) {
    case nil: return nil
    case .nothing(let cell): return cell
    case .value(let cell):
      tally.saysSomething = true
      return cell
    case .redacted:
      tally.redacted += 1
      return .unknown
    }
  }

  private func value(_ bytes: [UInt8], _ range: Range<Int>) throws(CellFault.Kind) -> Cell {
    let span = bytes.span
    switch schema.type {
    case .text, .postcode: return .text(String(decoding: bytes[range], as: UTF8.self))
    case .companyNumber:
      guard let number = CompanyNumber.normal(bytes[range]) else { throw .notACompanyNumber }
      return .text(number)
    case .choice:
      guard let choice = choices.value(of: span, range) else { throw .notAChoice }
      return choice
    case .bool: return .bool(try bool(span, range))
    case .integer: return .integer(try integer(span, range))
    case .decimal(let scale): return .decimal(try amount(span, range, scale))
    case .percent(let points): return .decimal(try percent(span, range, points))
    case .date(let format): return .date(try date(bytes[range], format))
    case .timestamp:
      guard let moment = TimestampCell(span, range, isLocal: takesISODates) else {
        throw .notATimestamp
      }
      return .timestamp(seconds: moment.seconds, nanos: moment.nanos)
    }
  }

  private func date(
    _ cell: ArraySlice<UInt8>, _ format: DateFormat
  ) throws(CellFault.Kind) -> CivilDate {
    if let date = format.date(from: cell) { return date }
    guard takesISODates, let date = DateFormat.iso.date(from: cell) else {
      let isImpossible =
        ImpossibleDay.isWritten(in: cell, format)
        || takesISODates && ImpossibleDay.isWritten(in: cell, .iso)
      throw isImpossible ? .noSuchDay : .notADate
    }
    return format.isMonth ? CivilDate(days: Int(date.days) - date.day + 1) ?? date : date
  }

  private func fault(_ kind: CellFault.Kind, _ cell: ArraySlice<UInt8>, line: Int) -> CellFault {
    CellFault(
      column: schema.name, header: header, line: line, kind: kind, type: schema.type,
      cell: hidden ? nil : Array(cell.prefix(CellFault.kept)))
  }
}
