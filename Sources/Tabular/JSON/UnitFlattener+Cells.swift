import Diagnostics
import JSONText

/// Where a value stands: the level of its object, its path there, and whether an object around it
/// is disputed.
struct CellPlace {
  let level: Int
  var path: [UInt8]
  var isDisputed = false

  func member(_ key: String) -> CellPlace {
    var place = self
    place.path.append(contentsOf: key.utf8)
    return place
  }

  /// The place from which members are reached.
  var inside: CellPlace {
    var place = self
    place.path.append(UInt8(ascii: "."))
    return place
  }

  var shown: String { String(decoding: path, as: UTF8.self) }
}

extension UnitFlattener {
  /// Writes the values of an object into cells, but for the list that a step opens.
  mutating func write(
    _ members: [JSONMember], _ place: CellPlace, opened: ArraySlice<String>,
    _ flat: inout FlatRows
  ) throws(Diagnostic) {
    for member in members {
      let here = place.member(member.key)
      guard let first = opened.first, first.utf8.elementsEqual(member.key.utf8) else {
        try write(member.value, here, &flat)
        continue
      }
      guard opened.count > 1, let inner = member.value.members else { continue }
      try write(inner, here.inside, opened: opened.dropFirst(), &flat)
    }
  }

  /// Writes a value into its cell, and values inside it into theirs.
  mutating func write(
    _ value: JSONValue, _ place: CellPlace, _ flat: inout FlatRows
  ) throws(Diagnostic) {
    var place = place
    if unit?.disputed.contains(value.place.offset) == true { place.isDisputed = true }
    switch value.kind {
    case .object(let members) where !members.isEmpty:
      try writeWhole(value, place, &flat)
      try write(members, place.inside, opened: [], &flat)
    case .list where value.holdsObjects:
      if isLearning { try learnList(place) }
      try writeWhole(value, place, &flat)
    default:
      guard let column = try column(place) else { return }
      try add(value, column, place, &flat)
    }
    try checkEffort(cells: 1, bytes: 0, flat)
  }

  /// Writes an object or a list of objects as JSON where other rows have a plain value at its path:
  /// a blank would hide it.
  private mutating func writeWhole(
    _ value: JSONValue, _ place: CellPlace, _ flat: inout FlatRows
  ) throws(Diagnostic) {
    guard !isLearning, let column = paths.column(place.level, place.path) else { return }
    try add(value, column, place, &flat)
  }

  private mutating func add(
    _ value: JSONValue, _ column: Int, _ place: CellPlace, _ flat: inout FlatRows
  ) throws(Diagnostic) {
    guard claim(column) else { throw JSONMessage.doublePath(place.shown, value, file) }
    if place.isDisputed {
      guard !meaningful.contains(column) else {
        throw OCDSMessage.disputed(unit?.name, place.shown, value, file)
      }
      return
    }
    let before = flat.text.count
    switch value.kind {
    case .null: return
    case .text(let text): flat.add(column) { $0.append(contentsOf: text.utf8) }
    case .bool(let isTrue): flat.add(column) { $0.append(contentsOf: "\(isTrue)".utf8) }
    case .number(let number):
      guard let plain = PlainNumber.text(number) else {
        throw JSONMessage.longNumber(place.shown, value, file)
      }
      flat.add(column) { $0.append(contentsOf: plain.utf8) }
    case .list, .object: flat.add(column) { value.write(to: &$0) }
    }
    try checkEffort(cells: 0, bytes: flat.text.count - before, flat)
  }

  /// The column of a path: learned in the first pass, found again in the second.
  private mutating func column(_ place: CellPlace) throws(Diagnostic) -> Int? {
    if let column = paths.column(place.level, place.path) { return column }
    // A new path in the second pass means that the file changed, which the end of it tells.
    guard isLearning else { return nil }
    guard let column = paths.add(place.level, place.path) else {
      throw JSONMessage.tooManyPaths(file)
    }
    return column
  }

  private mutating func learnList(_ place: CellPlace) throws(Diagnostic) {
    let path = place.path + Array("[]".utf8)
    guard closedLists.column(place.level, path) == nil else { return }
    guard closedLists.add(place.level, path) != nil else { throw JSONMessage.tooManyPaths(file) }
  }

  private mutating func checkEffort(
    cells: Int, bytes: Int, _ flat: FlatRows
  ) throws(Diagnostic) {
    let hasRoom = effort.spend(cells: cells, bytes: bytes, textRead: textRead)
    guard hasRoom, !flat.isTooLarge else {
      throw JSONMessage.outOfProportion(file)
    }
  }
}

extension JSONValue {
  /// Whether it is a list with an object in it, or in a list in it.
  fileprivate var holdsObjects: Bool {
    guard let items else { return false }
    return items.contains { item in
      if let members = item.members { return !members.isEmpty }
      return item.holdsObjects
    }
  }
}
