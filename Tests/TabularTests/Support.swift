import Diagnostics
import Exact
import Foundation
import Tabular

/// A folder of its own for one test, removed at the end.
final class Workdir {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// What reading a file gave.
struct Reading {
  var rows: [[Cell]] = []
  var lines: [Int] = []
  var faults: [CellFault] = []
  var summary: FileSummary?
  var errors: [Diagnostic] = []

  var error: Diagnostic? { errors.first }

  /// Reads bytes as a file called `t.csv`.
  init(
    _ bytes: [UInt8], _ schema: [ColumnSchema], _ format: CSVFormat = CSVFormat(),
    isPersonal: Bool = false
  ) throws {
    let folder = try Workdir()
    let path = try folder.write("t.csv", bytes)
    self.init(path: path, schema, format, isPersonal: isPersonal)
  }

  init(_ text: String, _ schema: [ColumnSchema], _ format: CSVFormat = CSVFormat()) throws {
    try self.init(Array(text.utf8), schema, format)
  }

  init(
    path: String, _ schema: [ColumnSchema], _ format: CSVFormat = CSVFormat(),
    isPersonal: Bool = false
  ) {
    let reader = TableReader(
      path: path, shownAs: "t.csv", format: format, schema: schema, isPersonal: isPersonal)
    do throws(DiagnosticList) {
      summary = try reader.read { row in
        rows.append(row.cells)
        lines.append(row.line)
        faults += row.faults
      }
    } catch {
      errors = error.sorted()
    }
  }
}

/// The folder of material that is no part of the repository, where it is present.
enum Shared {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared").path

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }
}
