import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// A proposal as a table: a row for each row that an award adds, with the dataset that it is for.
struct ProposalTable {
  private let path: String
  private let institution: Institution
  private let headers: [String]

  /// Columns that say something of the award, and are none of the datasets.
  private static let own = ["dataset", "alternative", "lot", "year", "supplier", "value", "stage"]

  /// Reads the headers of a file.
  init(_ path: String, _ institution: Institution) throws(DiagnosticList) {
    self.path = path
    self.institution = institution
    do throws(Diagnostic) {
      let bytes = try Files.readAll(path, shownAs: path, limit: 10_000_000)
      headers = Self.headers(bytes)
    } catch { throw DiagnosticList([error]) }
    for name in ["dataset", "stage"] where !headers.contains(name) {
      throw DiagnosticList([
        Diagnostic(
          .error, "the table of the award has no column '\(name)'",
          at: .record(file: path, line: 1, column: nil, shown: nil),
          help: name == "stage"
            ? "add it, with planning, tender or award in each row"
            : "add it, with the dataset that each row is for, such as spend")
      ])
    }
  }

  /// The headers, which are plain names.
  private static func headers(_ bytes: [UInt8]) -> [String] {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { part in
      String(decoding: part.filter { !Self.isNoise($0) }, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  private static func isNoise(_ byte: UInt8) -> Bool {
    [0x20, UInt8(ascii: "\""), 0xEF, 0xBB, 0xBF].contains(byte)
  }

  /// A row as it is written.
  private struct Line {
    let number: Int
    let cells: [String: String]
  }

  /// The proposal; it is called as the file is.
  func proposal() throws(DiagnosticList) -> Proposal {
    let lines = try self.lines()
    var problems: [Diagnostic] = []
    var names: [String] = []
    for line in lines {
      let name = line.cells["alternative"] ?? "award"
      if !names.contains(name) { names.append(name) }
    }
    let alternatives = names.map { name in
      alternative(
        name, lines.filter { ($0.cells["alternative"] ?? "award") == name }, &problems)
    }
    let stages = Set(lines.map { $0.cells["stage"] ?? "" })
    let stage = stages.count == 1 ? stages.first.flatMap(Proposal.Stage.init) : nil
    if stage == nil {
      problems.append(
        problem(
          lines.first, "stage", "the rows do not name one stage",
          "write planning, tender or award, the same in each row"))
    }
    try DiagnosticList(problems).throwIfErrors()
    guard let stage, !alternatives.isEmpty else {
      throw DiagnosticList([
        problem(nil, nil, "the table has no rows", "add a row for each row that the award adds")
      ])
    }
    return Proposal(id: name, stage: stage, alternatives: alternatives)
  }

  private var name: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return String(last.dropLast(4))
  }

  private func lines() throws(DiagnosticList) -> [Line] {
    let schema = headers.map { ColumnSchema(name: $0) }
    var lines: [Line] = []
    let reader = TableReader(
      path: path, shownAs: path, format: CSVFormat(encoding: .auto), schema: schema,
      isPersonal: false)
    _ = try reader.read { (row) throws(DiagnosticList) in
      var cells: [String: String] = [:]
      for (name, cell) in zip(headers, row.cells) {
        if case .text(let text) = cell { cells[name] = text }
      }
      lines.append(Line(number: row.line, cells: cells))
    }
    return lines
  }

  private func alternative(
    _ name: String, _ lines: [Line], _ problems: inout [Diagnostic]
  ) -> Proposal.Alternative {
    let referred = Set(institution.datasets.flatMap(\.references).map(\.dataset.value))
    var result = Proposal.Alternative(id: name, lots: [], place: .file(path))
    var places: [String: Int] = [:]
    for line in lines {
      guard let row = row(line, &problems) else { continue }
      if referred.contains(row.dataset) {
        result.new.append(row)
        continue
      }
      let year = self.year(line, &problems)
      let key = "\(line.cells["lot"] ?? "")\u{0}\(year)"
      if places[key] == nil {
        places[key] = result.lots.count
        result.lots.append(Proposal.Lot(id: line.cells["lot"], year: year, rows: []))
      }
      let place = places[key] ?? 0
      result.lots[place].rows.append(row)
      result.lots[place].supplier = result.lots[place].supplier ?? line.cells["supplier"]
      let value = self.value(line, &problems)
      result.lots[place].value = result.lots[place].value ?? value
    }
    if result.lots.isEmpty {
      problems.append(
        problem(
          lines.first, nil, "'\(name)' adds no rows, so there is nothing to judge",
          "add a row for each row that it adds"))
    }
    return result
  }

  private func row(_ line: Line, _ problems: inout [Diagnostic]) -> ProposedRow? {
    guard let dataset = line.cells["dataset"] else {
      problems.append(
        problem(line, "dataset", "the row names no dataset", "write the dataset that it is for"))
      return nil
    }
    let cells = headers.filter { !Self.own.contains($0) }.compactMap { header in
      line.cells[header].map { text in
        ProposedCell(column: header, text: text, place: place(line, header, text))
      }
    }
    return ProposedRow(dataset: dataset, cells: cells, place: place(line, nil, nil))
  }

  private func year(_ line: Line, _ problems: inout [Diagnostic]) -> Int {
    guard let text = line.cells["year"] else { return 1 }
    if let year = Int(text), (1...50).contains(year) { return year }
    problems.append(
      problem(line, "year", "'\(text)' is no year of an award", "the first year is 1"))
    return 1
  }

  private func value(_ line: Line, _ problems: inout [Diagnostic]) -> Decimal? {
    guard let text = line.cells["value"] else { return nil }
    if let value = Decimal(text), value.signum > 0 { return value }
    problems.append(
      problem(
        line, "value", "'\(text)' is no amount above zero", "write it in plain digits: 450000.00"))
    return nil
  }

  private func place(_ line: Line, _ column: String?, _ text: String?) -> Diagnostic.Place {
    .record(file: path, line: line.number, column: column, shown: text)
  }

  private func problem(
    _ line: Line?, _ column: String?, _ message: String, _ help: String
  ) -> Diagnostic {
    Diagnostic(
      .error, message,
      at: .record(file: path, line: line?.number ?? 1, column: column, shown: nil), help: help)
  }
}
