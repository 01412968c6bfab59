import Diagnostics
import JSONText

/// Records of a file of JSON objects.
///
/// The file is read twice: objects may leave out what others have, so that the columns are known
/// only at its end.
struct ObjectSource<Units: UnitSource>: TableSource {
  private var units: Units
  private var flattener: UnitFlattener
  private var flat = FlatRows()
  private var nextRow = 0
  private var surroundings = FlatRows()
  private var order: [Int] = []
  private var headers: [String] = []
  private var isHeaderGiven = false
  /// Where the text of each column's cell stands in the objects of the present row, and in what
  /// surrounds all of them.
  private var slots: [Range<Int>?] = []
  private var fixedSlots: [Range<Int>?] = []
  private(set) var notices: [Diagnostic] = []
  let file: OpenFile
  var encoding: TextEncoding { .utf8 }
  var headerLine: Int { 1 }
  var keepsBlankRows: Bool { true }

  /// Reads a file once and goes back to its beginning. `observe` is shown all bytes of the file in
  /// order, the second time.
  init(
    _ units: Units, _ plan: RowPlan, schema: [ColumnSchema],
    observe: ByteStream.Observer?
  ) throws(Diagnostic) {
    self.units = units
    file = units.stream.file
    flattener = UnitFlattener(plan, file: file.shownAs, hidden: units.stream.hidden)
    var hasRows = false
    while let unit = try self.units.next() {
      flat.clear()
      flattener.textRead = self.units.stream.textRead
      try flattener.flatten(unit, into: &flat)
      if !flat.rows.isEmpty { hasRows = true }
    }
    try settle(schema, hasRows: hasRows)
    try self.units.rewind(observing: observe)
  }

  /// The first pass is over: settles the columns, and the cells that every row has.
  private mutating func settle(_ schema: [ColumnSchema], hasRows: Bool) throws(Diagnostic) {
    try flattener.surround(units.surroundings, into: &surroundings)
    surroundings.clear()
    flattener.endLearning()
    try flattener.surround(units.surroundings, into: &surroundings)
    order = flattener.paths.inOrder()
    headers = order.map { String(decoding: flattener.paths.paths[$0].path, as: UTF8.self) }
    slots = Array(repeating: nil, count: order.count)
    fixedSlots = slots
    for cell in surroundings.cells(of: 0) { fixedSlots[cell.column] = cell.text }
    flattener.meaningful = ObjectColumns.meaningful(schema, headers, order)
    notices = units.notices
    if flattener.childless > 0 {
      notices.append(JSONMessage.childless(flattener.childless, flattener.plan, file.shownAs))
    }
    // A list without items says nothing of its columns: the declared ones stand for them, and the
    // file is one without rows.
    if !hasRows { headers = ObjectColumns.declared(schema) }
    flat.clear()
  }

  /// Lists of objects that rows do not have.
  var unread: [String] {
    flattener.closedLists.paths.map { String(decoding: $0.path, as: UTF8.self) }
  }

  mutating func next(into record: inout Record) throws(Diagnostic) -> Bool {
    guard isHeaderGiven else {
      isHeaderGiven = true
      record.clear(line: 1)
      for header in headers { record.appendField(Array(header.utf8)[...]) }
      return true
    }
    while !flat.rows.indices.contains(nextRow) {
      guard let unit = try units.next() else { return false }
      flat.clear()
      nextRow = 0
      flattener.textRead = units.stream.textRead
      try flattener.flatten(unit, into: &flat)
    }
    try fill(&record, flat.rows[nextRow])
    nextRow += 1
    return true
  }

  func headerHint(_ schema: [ColumnSchema], _ headers: [String]) -> String? {
    let lists = Set(flattener.closedLists.paths.map { Array($0.path.dropLast(2)) })
    for case .headers(let names) in schema.map(\.origin)
    where !names.contains(where: { headers.contains($0.text) }) {
      let name = names.first { lists.contains(Array($0.text.utf8)) }
      if let name { return JSONMessage.closedList(name.text) }
    }
    return nil
  }

  func checkUnchanged() throws(Diagnostic) { try units.stream.checkUnchanged() }

  private mutating func fill(_ record: inout Record, _ row: FlatRows.Row) throws(Diagnostic) {
    for index in slots.indices { slots[index] = nil }
    for object in row.objects {
      for cell in flat.cells(of: object) { slots[cell.column] = cell.text }
    }
    record.clear(line: row.line)
    for column in order {
      if let range = slots[column] {
        record.appendField(flat.text[range])
      } else if let range = fixedSlots[column] {
        record.appendField(surroundings.text[range])
      } else {
        record.appendField([])
      }
    }
    let hasRoom = flattener.effort.spend(
      cells: order.count, bytes: record.used, textRead: units.stream.textRead)
    guard hasRoom else {
      throw JSONMessage.outOfProportion(file.shownAs)
    }
  }
}
