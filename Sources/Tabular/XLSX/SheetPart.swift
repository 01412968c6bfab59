/// Takes the rows out of a sheet. Whatever else a sheet has is passed over; whatever else there is
/// among rows and cells is refused, since rows might hide in it.
final class SheetPart: XMLHandler {
  /// Rows that are complete, in their order.
  var rows: [SheetRow] = []
  /// The last column that the sheet says it has; 0 where it does not say.
  private(set) var width = 0
  private let reader: CellReader
  private var state = State.outside
  /// How deep in something passed over the text is.
  private var passed = 0
  private var hasRoot = false
  private var hasRows = false
  private var row: SheetRow
  private var cell = SheetCell()
  private var inline = RichText()

  private enum State { case outside, rows, row, cell, value, formula, inline, end }

  init(_ reader: CellReader) {
    self.reader = reader
    row = SheetRow(number: 0)
  }

  /// Whether the sheet was one and is over.
  var isComplete: Bool { state == .end && hasRows }

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(XMLFault) {
    guard passed == 0 else {
      passed += 1
      return
    }
    switch state {
    case .outside: try openPart(name, attributes)
    case .rows:
      guard name.isSheet("row") else { throw stray(name) }
      try beginRow(attributes["r"])
      state = .row
    case .row:
      if name.isSheet("extLst") { return passed = 1 }
      guard name.isSheet("c") else { throw stray(name) }
      try beginCell(attributes)
      state = .cell
    case .cell: try openContent(name)
    case .inline: inline.open(name)
    case .value, .formula, .end: throw stray(name)
    }
  }

  func close(_ name: XMLName) throws(XMLFault) {
    guard passed == 0 else {
      passed -= 1
      return
    }
    switch state {
    case .outside: state = .end
    case .rows: state = .outside
    case .row:
      if !row.cells.isEmpty { rows.append(row) }
      state = .rows
    case .cell:
      try reader.finish(cell, in: &row)
      state = .row
    case .value, .formula: state = .cell
    case .inline where inline.isClosed:
      cell.inline = inline.take()
      state = .cell
    case .inline: inline.close()
    case .end: break
    }
  }

  func text(_ bytes: Span<UInt8>) throws(XMLFault) {
    guard passed == 0 else { return }
    let fits: Bool
    switch state {
    case .value:
      for index in bytes.indices { cell.value.append(bytes[index]) }
      fits = cell.value.count <= SheetLimit.cell
    case .inline: fits = inline.add(bytes)
    default: return
    }
    guard fits else { throw fault("cell \(cell.place) holds more than \(SheetLimit.cell) bytes") }
  }

  private func openPart(_ name: XMLName, _ attributes: XMLAttributes) throws(XMLFault) {
    if !hasRoot {
      guard name.isSheet("worksheet") else { throw .unexpected("it is no sheet of cells") }
      hasRoot = true
    } else if name.isSheet("sheetData") {
      guard !hasRows else { throw .unexpected("the sheet has two lists of rows") }
      hasRows = true
      state = .rows
    } else if name.isSheet("row") || name.isSheet("c") {
      throw stray(name)
    } else {
      if name.isSheet("dimension") { width = Self.lastColumn(attributes["ref"] ?? "") }
      passed = 1
    }
  }

  /// The column of `H20` in `A1:H20`.
  private static func lastColumn(_ area: String) -> Int {
    CellReference(String(area.split(separator: ":").last ?? ""))?.column ?? 0
  }

  private func openContent(_ name: XMLName) throws(XMLFault) {
    guard name.space == .sheet else { throw stray(name) }
    switch name.local {
    case "v" where !cell.hasValue:
      cell.hasValue = true
      state = .value
    case "f":
      cell.hasFormula = true
      state = .formula
    case "is" where cell.inline == nil: state = .inline
    case "extLst": passed = 1
    default: throw stray(name)
    }
  }

  private func beginRow(_ written: String?) throws(XMLFault) {
    let number = written.map { Int($0) } ?? row.number + 1
    guard let number, number > row.number else {
      throw fault("the row '\(written ?? "")' follows row \(row.number)")
    }
    guard number <= CellReference.lastRow else {
      throw .unexpected(
        "the sheet has a row \(number), and the last one of a sheet is "
          + "\(CellReference.lastRow)")
    }
    row = SheetRow(number: number)
    cell = SheetCell()
    cell.place = CellReference(column: 0, row: number)
  }

  private func beginCell(_ attributes: XMLAttributes) throws(XMLFault) {
    let last = cell.place
    var place = CellReference(column: last.column + 1, row: row.number)
    if let written = attributes["r"] {
      guard let read = CellReference(written), read.row == row.number, read.column > last.column
      else { throw fault("a cell '\(written)' stands where none can") }
      place = read
    }
    guard place.column <= CellReference.lastColumn else {
      throw fault("row \(row.number) has more than \(CellReference.lastColumn) cells")
    }
    cell.begin(place, type: attributes["t"], style: attributes["s"])
  }

  private func stray(_ name: XMLName) -> XMLFault {
    fault("'\(name.local)' stands among the rows and cells of the sheet, where none can")
  }

  private func fault(_ what: String) -> XMLFault {
    .unexpected(what, row: max(1, row.number), help: nil)
  }
}
