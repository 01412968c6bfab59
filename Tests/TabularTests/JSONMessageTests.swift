import Diagnostics
import Tabular
import Testing

/// Every message of the readers of JSON.
@Suite struct JSONMessageTests {
  @Test func all() throws {
    let folder = try Workdir()
    let cases =
      JSONMessageCase.syntax + JSONMessageCase.texts + JSONMessageCase.limits
      + JSONMessageCase.tables + JSONMessageCase.releases
    try GoldenMessages(name: "json").check(
      cases.enumerated().map { index, item in
        let path = try folder.write("\(index).json", item.bytes)
        return GoldenMessages.Case(
          name: item.name, input: String(decoding: item.bytes, as: UTF8.self),
          messages: messages(item, path))
      })
  }

  private func messages(_ item: JSONMessageCase, _ path: String) -> String {
    let schema = item.columns.map { ColumnSchema(name: $0, headers: [$0], blank: item.blank) }
    let read = JSONReading(path: path, item.format, schema, isPersonal: item.isPersonal)
    let said = read.errors + (read.summary?.notices ?? [])
    return DiagnosticList(said).rendered(limit: 4)
  }
}
