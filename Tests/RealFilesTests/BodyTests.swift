import Foundation
import Testing

/// Whole published files, read by an institution file of each body: as many rows and the same sums,
/// to the penny, as an independent reader finds.
@Suite(
  "Real files", .enabled(if: RealData.isHere, "the published files are not beside the repository"),
  .enabled(if: Python.isHere, "python3, which counts independently, is missing"))
struct BodyTests {
  @Test(arguments: Body.texts)
  func agreesWithAnIndependentReader(_ body: Body) throws { try compare(body) }

  @Test(.enabled(if: Python.readsWorkbooks, "openpyxl is missing: pip install openpyxl"))
  func agreesOnAWorkbook() throws { try compare(.workbook) }

  /// Figures that were once counted by hand hold the independent reader itself.
  @Test(arguments: [
    ("KGST", 498, "57818413.95"), ("EPSH", 2528, "402990546.64"),
    ("gmca-spend-2019", 16793, "327172549.77"),
    ("salford-contracts-register", 360, "208515951.29"),
  ])
  func theIndependentReaderAgreesWithTheHand(body: String, rows: Int, sum: String) throws {
    let tables = try Python.count(body)
    #expect(tables.values.map(\.rows) == [rows])
    #expect(
      tables.values.contains { $0.numbers?.values.contains { $0.as_published == sum } == true })
  }

  @Test func noInstitutionFileIsForgotten() throws {
    let folder = RealData.tests.appending(path: "Institutions")
    let files = try FileManager.default.contentsOfDirectory(atPath: RealData.path(folder))
    let bodies = (Body.texts + [.workbook, .awards]).map { $0.name + ".yaml" }
    #expect(files.filter { $0.hasSuffix(".yaml") }.sorted() == bodies.sorted())
  }

  private func compare(_ body: Body) throws {
    let tables = try Python.count(body.name)
    try #require(!tables.isEmpty)
    let (report, outcome) = try Holdfast.check(
      RealData.institution(body.name), pack: body.pack(tables))
    #expect(report.result.verdict == body.verdict, "\(outcome.err)")
    #expect(outcome.err == "")
    for message in Set(report.run.errors.map(\.message)).sorted().prefix(3) {
      Issue.record("\(message)")
    }
    for (table, figures) in tables {
      compare(table, figures, report)
      compareMonths(table, figures, report)
      compareKnown(table, figures, report)
      compareFiles(table, figures, report)
    }
  }

  private func compare(_ table: String, _ figures: TableFigures, _ report: CheckReport) {
    let findings = report.findings
    let rows = report.result.datasets.first { $0.name == table }?.rows
    #expect(rows == figures.rows, "rows of \(table)")
    let counted = findings["\(table).rows"]?.measurement?.numerator
    #expect(counted == String(figures.rows), "count of \(table)")
    for (name, number) in figures.numbers ?? [:] {
      let finding = findings["\(table).\(name)"]
      let measured = finding?.measurement
      #expect(
        measured?.numerator.map(Self.plain) == Self.plain(number.sum),
        "\(table).\(name): \(finding?.explanation ?? "no finding")")
      #expect(measured?.left_out.values.reduce(0, +) == number.blank, "blanks of \(name)")
      if let credits = measured?.credit_notes {
        #expect(credits == (number.negative > 0), "credit notes of \(name)")
      }
    }
  }

  /// Whether cells that say nothing, or not what their column is for, are told from the others.
  private func compareKnown(_ table: String, _ figures: TableFigures, _ report: CheckReport) {
    let findings = report.findings
    for (column, cells) in figures.known ?? [:] {
      let counted = findings["\(table).known.\(column)"]?.measurement?.numerator
      #expect(counted == String(cells), "known cells of \(table).\(column)")
    }
  }

  /// Whether every date was read as the independent reader reads it.
  private func compareMonths(_ table: String, _ figures: TableFigures, _ report: CheckReport) {
    let findings = report.findings
    for (month, counted) in figures.months ?? [:] {
      let finding = findings["\(table).\(month)"]
      #expect(
        finding?.measurement?.numerator.map(Self.plain) == Self.plain(counted.sum),
        "\(table) in \(month): \(finding?.explanation ?? "no finding")")
    }
  }

  private func compareFiles(_ table: String, _ figures: TableFigures, _ report: CheckReport) {
    guard let files = figures.files else { return }
    let read = report.run.files.filter { $0.dataset == table }
    let counted = files.map { "\($0.file): \($0.rows)" }
    #expect(read.map { "\($0.path): \($0.rows)" }.sorted() == counted.sorted())
  }

  /// A decimal without the zeros at its end, so that 12.50 and 12.5 compare equal.
  static func plain(_ decimal: String) -> String {
    guard decimal.contains(".") else { return decimal }
    let text = decimal.reversed().drop { $0 == "0" }
    return String((text.first == "." ? text.dropFirst() : text).reversed())
  }
}
