import Diagnostics
import Tabular
import Testing

/// Every message of the readers of separated values, and of cells.
@Suite struct MessageTests {
  @Test func files() throws { try check("files", MessageCase.files) }
  @Test func records() throws { try check("records", MessageCase.records) }
  @Test func headers() throws { try check("headers", MessageCase.headers + MessageCase.names()) }
  @Test func cells() throws { try check("cells", MessageCase.cells + MessageCase.extracts()) }

  private func check(_ name: String, _ cases: [MessageCase]) throws {
    let folder = try Workdir()
    try GoldenMessages(name: name).check(
      cases.enumerated().map { index, item in
        let path = try folder.write("\(index).csv", item.bytes)
        return GoldenMessages.Case(
          name: item.name, input: String(decoding: item.bytes, as: UTF8.self),
          messages: messages(item, path))
      })
  }

  /// All that is said about a file: errors, notices and faults of cells.
  private func messages(_ item: MessageCase, _ path: String) -> String {
    let reader = TableReader(
      path: path, shownAs: item.file, format: item.format, schema: item.schema,
      isPersonal: item.isPersonal)
    var said: [Diagnostic] = []
    do throws(DiagnosticList) {
      let summary = try reader.read { row in
        said += row.faults.map { $0.diagnostic(file: item.file) }
      }
      said = summary.notices + (item.schema.count == 1 ? said : [])
    } catch {
      said = error.items
    }
    return DiagnosticList(said).rendered(limit: 4)
  }
}
