import Crypto
import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Makes the institution's areas ready to be asked.
struct AreaLoader {
  let institution: Institution
  let folder: String
  /// Whether digests of lookups are wanted.
  var takesDigests = false

  /// What is known of areas.
  struct Areas {
    /// The test of each area, by name.
    var tests: [String: AreaTest] = [:]
    /// The lookups that were read.
    var files: [DatasetSummary] = []
    /// A digest of each lookup's files, where it is wanted.
    var digests: [String: [UInt8]] = [:]
  }

  private struct Table {
    var codes: [TextKey: String] = [:]
    var summary: DatasetSummary
    var digest: [UInt8] = []
  }

  /// The areas. Lookups that no area uses are not read.
  func load() throws(DiagnosticList) -> Areas {
    var tests: [String: AreaTest] = [:]
    var tables: [String: Table] = [:]
    for area in institution.areas {
      switch area.extent {
      case .postcodes(let tokens):
        tests[area.name] =
          AreaMemo { text in Postcode(text).flatMap { tokens.contains($0) } }.contains
      case .codes(let codes):
        let codes = Set(codes.map(TextKey.init))
        tests[area.name] = { codes.contains(TextKey($0)) }
      case .lookup(let name, let codes):
        guard let lookup = institution.lookups.first(where: { $0.name == name }) else { continue }
        if tables[name] == nil { tables[name] = try read(lookup) }
        try checkCodes(codes, of: area, in: tables[name]?.codes ?? [:])
        let codes = Set(codes.map(TextKey.init))
        let test = Self.test(lookup, tables[name]?.codes ?? [:], codes, area.absent)
        tests[area.name] = AreaMemo(test).contains
      }
    }
    return Areas(
      tests: tests, files: tables.sorted { $0.key < $1.key }.map(\.value.summary),
      digests: tables.mapValues(\.digest))
  }

  /// The areas without their lookups, where no row is to be placed.
  var unread: Areas {
    let nowhere: AreaTest = { _ in nil }
    return Areas(
      tests: Dictionary(
        institution.areas.map { ($0.name, nowhere) }, uniquingKeysWith: { first, _ in first }))
  }

  /// A code that the lookup never gives would make an area of nothing, silently.
  private func checkCodes(
    _ codes: [String], of area: Area, in table: [TextKey: String]
  ) throws(DiagnosticList) {
    let known = Set(table.values.map(TextKey.init))
    let problems = codes.filter { !known.contains(TextKey($0)) }.map { code in
      Diagnostic(
        "area '\(area.name)' names the code '\(code)', which its lookup never gives",
        at: area.span,
        help: Nearest.hint(for: code, in: known.map(\.text)) ?? "check the edition of the lookup"
      )
    }
    try DiagnosticList(problems).throwIfErrors()
  }

  private static func test(
    _ lookup: Lookup, _ table: [TextKey: String], _ wanted: Set<TextKey>, _ absent: Area.Absent
  ) -> AreaTest {
    let members = Set(table.filter { wanted.contains(TextKey($0.value)) }.keys)
    let known = Set(table.keys)
    let whenAbsent: Bool? =
      switch absent {
      case .local: true
      case .notLocal: false
      case .unknown: nil
      }
    return { text in
      var key = text
      if lookup.keyKind == .postcode {
        guard let postcode = Postcode(text) else { return nil }
        let covered = lookup.covers.isEmpty ? true : lookup.covers.contains(postcode)
        guard covered != false else { return false }
        // The front of a postcode alone says nothing of a place inside the cover.
        guard postcode.inward != nil else { return nil }
        key = postcode.description
      }
      if members.contains(TextKey(key)) { return true }
      return known.contains(TextKey(key)) ? false : whenAbsent
    }
  }

  private func read(_ lookup: Lookup) throws(DiagnosticList) -> Table {
    var codes: [TextKey: String] = [:]
    let schema = [("key", lookup.key), ("code", lookup.code)].map { name, header in
      var column = ColumnSchema(name: name, headers: [header])
      column.declaredAt = "lookups.\(lookup.name).\(name)"
      return column
    }
    let files = TableFiles(patterns: lookup.files, format: lookup.format, folder: folder)
    let summaries = try files.read(isPersonal: false, takesDigests: takesDigests, { _ in schema }) {
      (file, row) throws(DiagnosticList) in
      guard case .text(let text) = row.cells[0] else { return }
      // A key without a code is as good as absent.
      guard case .text(let code) = row.cells[1] else { return }
      guard let key = lookup.keyKind == .code ? text : Postcode(text)?.description else {
        throw Self.problem("'\(text)' is no British postcode", file, row, "set key_type: code")
      }
      if let other = codes.updateValue(code, forKey: TextKey(key)), other != code {
        throw Self.problem("'\(text)' has two codes, '\(other)' and '\(code)'", file, row, nil)
      }
    }
    guard !codes.isEmpty else {
      throw DiagnosticList([
        Diagnostic("the lookup '\(lookup.name)' has no rows", at: lookup.span)
      ])
    }
    var table = Table(codes: codes, summary: DatasetSummary(name: lookup.name))
    table.summary.add(summaries)
    table.digest = Array(SHA256.hash(data: summaries.flatMap { $0.digest ?? [] }))
    return table
  }

  private static func problem(
    _ message: String, _ file: String, _ row: Row, _ help: String?
  ) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(
        .error, message, at: .record(file: file, line: row.line, column: nil, shown: nil),
        help: help)
    ])
  }
}

extension DatasetSummary {
  /// Takes up what was found out about files.
  mutating func add(_ tallies: [FileTally]) {
    var headers = Set(unmapped)
    for file in tallies {
      rows += file.rows
      headers.formUnion(file.unmapped)
      var info = FileInfo(
        path: file.path, bytes: file.bytes, rows: file.rows, encoding: file.encoding)
      info.digest = file.digest.map { hexadecimal($0) }
      info.isRead = file.isRead
      files.append(info)
    }
    unmapped = headers.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    note(tallies)
  }

  /// What readers should know of columns: cells blacked out, columns that say nothing at all.
  private mutating func note(_ tallies: [FileTally]) {
    var redacted: [String: Int] = [:]
    for file in tallies { redacted.merge(file.redacted, uniquingKeysWith: +) }
    for (column, count) in redacted.sorted(by: { $0.key < $1.key }) {
      notes.append("\(Decimal(count).grouped) redacted in \(column)")
    }
    guard let first = tallies.first else { return }
    let silent = first.silent.filter { column in
      tallies.allSatisfy { $0.silent.contains(column) || $0.rows == 0 }
    }
    for column in silent { notes.append("\(column) says nothing in any row") }
  }
}
