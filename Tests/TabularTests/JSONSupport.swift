import Diagnostics
import Tabular

/// What reading a file of JSON gave.
struct JSONReading {
  var cells: [[Cell]] = []
  var lines: [Int] = []
  var summary: FileSummary?
  var errors: [Diagnostic] = []

  /// The cells as texts; `?` is one that nobody knows.
  var rows: [[String]] { cells.map { $0.map(Self.shown) } }

  /// All messages, as a person reads them.
  var messages: String { DiagnosticList(errors).rendered() }

  /// Reads bytes as a file called `t.json`.
  init(
    _ bytes: [UInt8], _ format: TableFormat, _ columns: [String], isPersonal: Bool = false,
    observing observe: ((ArraySlice<UInt8>) -> Void)? = nil
  ) throws {
    let folder = try Workdir()
    let schema = columns.map { ColumnSchema(name: "column_" + $0, headers: [$0], type: .text) }
    let path = try folder.write("t.json", bytes)
    self.init(path: path, format, schema, isPersonal: isPersonal, observing: observe)
  }

  init(_ text: String, _ format: TableFormat, _ columns: [String]) throws {
    try self.init(Array(text.utf8), format, columns)
  }

  init(
    path: String, _ format: TableFormat, _ schema: [ColumnSchema], isPersonal: Bool = false,
    observing observe: ((ArraySlice<UInt8>) -> Void)? = nil
  ) {
    let reader = TableReader(
      path: path, shownAs: "t.json", format: format, schema: schema, isPersonal: isPersonal)
    do throws(DiagnosticList) {
      summary = try reader.read(observing: observe) { row in
        cells.append(row.cells)
        lines.append(row.line)
      }
    } catch {
      errors = error.sorted()
    }
  }

  private static func shown(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .unknown: "?"
    default: "\(cell)"
    }
  }
}
