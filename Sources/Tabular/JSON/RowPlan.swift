import JSONText

/// How rows are made of the objects of a JSON file.
struct RowPlan {
  /// The keys that lead from a unit, or an item of the list before, to the list of what is inside.
  let steps: [[String]]
  /// What stands before the paths of a unit's values, then of the items of each list.
  let prefixes: [String]
  /// Whether an object without items gives a row nevertheless, the cells of the items blank.
  let keepsChildless: Bool

  /// Each unit a row.
  static let units = RowPlan(steps: [], prefixes: [""], keepsChildless: false)

  /// The rows of a list in a JSON text: units are the items of its first list.
  static func list(_ path: RowsPath) -> RowPlan {
    var prefixes: [String] = []
    var keys: [String] = []
    for step in path.steps {
      keys += step
      prefixes.append(keys.map { $0 + "." }.joined())
    }
    prefixes[prefixes.count - 1] = ""
    return RowPlan(
      steps: Array(path.steps.dropFirst()), prefixes: prefixes, keepsChildless: false)
  }
}

/// An object of a file that rows are made of.
struct Unit {
  let value: JSONValue
  /// The offsets of values on which two accounts of the same thing differ: nobody knows them.
  var disputed: Set<Int> = []
  /// What messages call it, where it has a name.
  var name: String?
}
