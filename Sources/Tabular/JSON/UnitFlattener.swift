import Diagnostics
import JSONText

/// Makes flat rows of units.
///
/// In the first pass it learns the paths that there are, which become the columns; in the second
/// it finds each again.
struct UnitFlattener {
  let plan: RowPlan
  let file: String
  let hidden: Bool
  var paths = PathTable()
  /// Lists of objects that are opened by no step: no cell can hold them.
  var closedLists = PathTable()
  /// How many units gave no row, since a list has no items.
  private(set) var childless = 0
  /// Columns in which a blank cell means something, so that no disputed one may be made blank.
  var meaningful: Set<Int> = []
  private(set) var isLearning = true
  var effort = Effort()
  /// How much of the file was read.
  var textRead = 0
  /// The present unit.
  private(set) var unit: Unit?
  /// The number of the present object, and of the last one that had a cell in each column.
  private var serial = 0
  private var lastObject: [Int] = []

  init(_ plan: RowPlan, file: String, hidden: Bool) {
    (self.plan, self.file, self.hidden) = (plan, file, hidden)
  }

  /// Ends the first pass.
  mutating func endLearning() {
    isLearning = false
    effort.clear()
  }

  /// Adds values that stand outside the units, as an object of its own.
  mutating func surround(
    _ values: [(path: [UInt8], value: JSONValue)], into flat: inout FlatRows
  ) throws(Diagnostic) {
    begin(&flat)
    for (path, value) in values {
      try write(value, CellPlace(level: plan.steps.count + 1, path: path), &flat)
    }
  }

  /// Makes the rows of a unit.
  mutating func flatten(_ unit: Unit, into flat: inout FlatRows) throws(Diagnostic) {
    self.unit = unit
    try descend(unit.value, step: 0, around: [], &flat)
    if isLearning, flat.rows.isEmpty { childless += 1 }
  }

  private mutating func descend(
    _ object: JSONValue, step: Int, around: [Int], _ flat: inout FlatRows
  ) throws(Diagnostic) {
    guard let members = object.members else {
      throw JSONMessage.noObject(object, file, hidden: hidden)
    }
    let opened = plan.steps.indices.contains(step) ? plan.steps[step] : []
    let objects = around + [flat.objectCount]
    begin(&flat)
    let place = CellPlace(level: plan.steps.count - step, path: Array(plan.prefixes[step].utf8))
    try write(members, place, opened: opened[...], &flat)
    guard !opened.isEmpty else {
      flat.add(FlatRows.Row(line: object.place.line, objects: objects))
      return
    }
    let items = try items(of: object, opened)
    for item in items { try descend(item, step: step + 1, around: objects, &flat) }
    if items.isEmpty, plan.keepsChildless, step > 0 {
      flat.add(FlatRows.Row(line: object.place.line, objects: objects))
    }
  }

  /// The items of the list that keys lead to; none where there is no such list.
  private func items(of object: JSONValue, _ keys: [String]) throws(Diagnostic) -> [JSONValue] {
    var here = object
    for key in keys {
      guard let next = here[key], !next.isNull else { return [] }
      here = next
    }
    guard let items = here.items else {
      throw JSONMessage.notAList(here, keys.joined(separator: "."), file, hidden: hidden)
    }
    return items
  }

  private mutating func begin(_ flat: inout FlatRows) {
    flat.beginObject()
    serial += 1
  }

  /// Notes that the present object has a cell in a column; false where it has one already.
  mutating func claim(_ column: Int) -> Bool {
    let missing = column + 1 - lastObject.count
    if missing > 0 { lastObject.append(contentsOf: repeatElement(0, count: missing)) }
    guard lastObject[column] != serial else { return false }
    lastObject[column] = serial
    return true
  }
}
