import Diagnostics
import JSONText

/// A file of JSON that is to be opened, in one of the ways that JSON holds tables.
struct JSONFile {
  let path: String
  let shownAs: String
  let schema: [ColumnSchema]
  let hidden: Bool
  let observe: ByteStream.Observer?

  /// An object on each line.
  func lines() throws(Diagnostic) -> ObjectSource<LineUnits> {
    let units = LineUnits(try stream(.lines))
    return try ObjectSource(units, .units, schema: schema, observe: observe)
  }

  /// The items of a list.
  func list(at rows: String) throws(Diagnostic) -> ObjectSource<ListUnits> {
    let path = try rowsPath(rows)
    let units = ListUnits(try stream(.document), path)
    return try ObjectSource(units, .list(path), schema: schema, observe: observe)
  }

  /// The items of a list within releases of contracting data.
  func releases(at rows: String) throws(Diagnostic) -> ObjectSource<ReleaseUnits> {
    let plan = RowPlan.releases(try rowsPath(rows))
    let units = try ReleaseUnits(try stream(.values), steps: plan.steps)
    return try ObjectSource(units, plan, schema: schema, observe: observe)
  }

  private func stream(_ form: JSONForm) throws(Diagnostic) -> JSONStream {
    try JSONStream(path, shownAs: shownAs, form: form, hidden: hidden)
  }

  private func rowsPath(_ rows: String) throws(Diagnostic) -> RowsPath {
    guard let path = RowsPath(rows) else { throw JSONMessage.noPath(rows, shownAs) }
    return path
  }
}
